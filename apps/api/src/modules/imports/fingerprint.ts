import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { ApiError } from '../../lib/api-error.ts';
import type { Register } from '../../lib/records/counters.ts';
import { raw, sql } from '../../lib/sql.ts';
import type { Touched } from './import-kind.ts';

/** What the registers were at the preview: a counter each, and the version of every row it leans on. */
export interface Fingerprint {
  counters: Partial<Record<Register, number>>;
  touched: Touched[];
}

/** Read before the preview looks at the registers: a write in between shows as a difference. */
export async function readCounters(
  client: PrismaClient | Tx,
  registers: readonly Register[],
): Promise<Fingerprint['counters']> {
  const rows = await client.registerCounter.findMany({
    where: { register: { in: [...registers] } },
  });
  const counted = new Map(rows.map(({ register, counter }) => [register, counter]));
  return Object.fromEntries(registers.map((register) => [register, counted.get(register) ?? 0]));
}

/**
 * Holds rows and counters to the end of the transaction, in the order in which others write them, and
 * throws `importStale` when anything isn't as it was at the preview.
 */
export async function lockUnchanged(tx: Tx, { counters, touched }: Fingerprint): Promise<void> {
  const same = (await sameVersions(tx, touched)) && (await sameCounters(tx, counters));
  if (!same) throw new ApiError('importStale');
}

async function sameCounters(tx: Tx, counters: Fingerprint['counters']): Promise<boolean> {
  const registers = Object.keys(counters).sort();
  for (const register of registers) {
    await tx.$executeRaw`INSERT INTO register_counter (register, counter) VALUES (${register}, 0)
      ON CONFLICT DO NOTHING`;
  }
  const now = await tx.$queryRaw<{ register: string; counter: number }[]>`
    SELECT register, counter FROM register_counter WHERE register = ANY(${registers})
    ORDER BY register FOR UPDATE`;
  return now.every(({ register, counter }) => counters[register as Register] === counter);
}

async function sameVersions(tx: Tx, touched: readonly Touched[]): Promise<boolean> {
  for (const entity of [...new Set(touched.map((row) => row.entity))].sort()) {
    const seen = new Map(
      touched.filter((row) => row.entity === entity).map(({ id, version }) => [id, version]),
    );
    const now = await tx.$queryRaw<{ id: string; version: number }[]>(
      sql`SELECT id::text, version FROM ${raw(entity)} WHERE id = ANY(${[...seen.keys()]}::uuid[])
        ORDER BY id FOR UPDATE`,
    );
    const same =
      now.length === seen.size && now.every(({ id, version }) => seen.get(id) === version);
    if (!same) return false;
  }
  return true;
}
