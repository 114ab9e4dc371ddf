import { createHash } from 'node:crypto';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { ApiError } from '../../lib/api-error.ts';
import { readSettings } from '../../lib/policy.ts';
import type { Register } from '../../lib/records/counters.ts';
import { raw, sql } from '../../lib/sql.ts';
import type { Touched } from './import-kind.ts';

/** What the registers were at the preview: a counter each, and the version of every row it leans on. */
export interface Fingerprint {
  /** Of the file as it was uploaded: what was imported can be proved later. Older previews lack it. */
  sha256?: string;
  counters: Partial<Record<Register, number>>;
  touched: Touched[];
  /** Of the batch's policy; null without a batch, absent in previews of an older version. */
  policy?: string | null;
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

/** The batch with its policy, as one short text. */
export async function policyDigest(
  client: PrismaClient | Tx,
  batchId: string | null,
): Promise<string | null> {
  if (batchId === null) return null;
  const batch = await client.batch.findUnique({ where: { id: batchId }, select: { date: true } });
  const settings = await readSettings(client, batchId);
  return createHash('sha256')
    .update(JSON.stringify([batch, settings]))
    .digest('hex');
}

/**
 * The first look of a commit: refuses at once what is stale already, and holds the rows that the
 * import leans on to its end. Throws `importStale`.
 */
export async function holdUnchanged(
  tx: Tx,
  fingerprint: Fingerprint,
  batchId: string | null,
): Promise<void> {
  const registers = Object.keys(fingerprint.counters) as Register[];
  const now = await readCounters(tx, registers);
  const same =
    registers.every((register) => now[register] === fingerprint.counters[register]) &&
    (await samePolicy(tx, fingerprint, batchId)) &&
    (await sameVersions(tx, fingerprint.touched));
  if (!same) throw new ApiError('importStale');
}

/**
 * The last look, when all rows are written: from here on whoever writes these registers waits for the
 * commit, which follows in a moment. Whatever was counted since the preview throws `importStale`.
 */
export async function holdCounters(
  tx: Tx,
  fingerprint: Fingerprint,
  batchId: string | null,
): Promise<void> {
  const registers = Object.keys(fingerprint.counters).sort();
  for (const register of registers) {
    await tx.$executeRaw`INSERT INTO register_counter (register, counter) VALUES (${register}, 0)
      ON CONFLICT DO NOTHING`;
  }
  const now = await tx.$queryRaw<{ register: string; counter: number }[]>`
    SELECT register, counter FROM register_counter WHERE register = ANY(${registers})
    ORDER BY register FOR UPDATE`;
  const same =
    now.every(({ register, counter }) => fingerprint.counters[register as Register] === counter) &&
    (await samePolicy(tx, fingerprint, batchId));
  if (!same) throw new ApiError('importStale');
}

async function samePolicy(tx: Tx, { policy }: Fingerprint, batchId: string | null) {
  return policy === undefined || policy === (await policyDigest(tx, batchId));
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
