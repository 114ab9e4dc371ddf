import type { Tx } from '@xuanpai/database/transaction';

export const registers = [
  'regions',
  'villages',
  'units',
  'cadres',
  'nominations',
  'batchVillages',
] as const;
export type Register = (typeof registers)[number];

/** Counts a write to registers, so that previews made before it know that they are stale. */
export async function countWrites(tx: Tx, ...names: Register[]): Promise<void> {
  for (const name of [...names].sort()) {
    await tx.$executeRaw`INSERT INTO register_counter (register, counter) VALUES (${name}, 1)
      ON CONFLICT (register) DO UPDATE SET counter = register_counter.counter + 1`;
  }
}

/** Has others who write to a register wait until this transaction ends. */
export async function holdRegister(tx: Tx, register: Register): Promise<void> {
  await tx.$executeRaw`INSERT INTO register_counter (register, counter) VALUES (${register}, 0)
    ON CONFLICT (register) DO UPDATE SET counter = register_counter.counter`;
}
