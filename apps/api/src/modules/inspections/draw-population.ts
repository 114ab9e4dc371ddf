import type { PlainDate } from '@xuanpai/contracts/values';
import type { DrawFilter, DrawVillage } from '@xuanpai/contracts/village-draws';
import { invalid } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { readPolicy } from '../../lib/policy.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { readBatchVillages } from '../../lib/records/batch-villages.ts';
import { rows, sql } from '../../lib/sql.ts';

/** The villages that a filter leaves, by code. */
export async function readPopulation(
  { db }: Pick<Deps, 'db'>,
  filter: DrawFilter,
): Promise<DrawVillage[]> {
  const { townshipIds, notCheckedSince } = filter;
  const [villages, ofBatch, checked] = await Promise.all([
    readVillages({ db }),
    readOfBatch({ db }, filter),
    notCheckedSince ? readChecked({ db }, notCheckedSince) : new Set<string>(),
  ]);
  return villages
    .filter(({ townshipId }) => townshipIds.length === 0 || townshipIds.includes(townshipId))
    .filter(({ id }) => ofBatch?.has(id) ?? true)
    .filter(({ id }) => !checked.has(id))
    .map(({ townshipId: _, ...village }) => village);
}

function readVillages({ db }: Pick<Deps, 'db'>) {
  return rows<DrawVillage & { townshipId: string }>(
    db.pool,
    sql`SELECT v.id, v.code, v.name, v.township_id AS "townshipId", t.name AS "townshipName"
      FROM village v JOIN region t ON t.id = v.township_id ORDER BY v.code`,
  );
}

/** Those of the kinds and tiers that are asked for; null where neither is. */
async function readOfBatch(
  { db }: Pick<Deps, 'db'>,
  { batchId, kinds, tiers }: DrawFilter,
): Promise<Set<string> | null> {
  if (kinds.length === 0 && tiers.length === 0) return null;
  if (batchId === null) {
    const message = { zh: '按类型或层级抽取须选批次。', en: 'Kinds and tiers are of a batch.' };
    throw invalid([{ path: 'batchId', code: 'missing', message }]);
  }
  const batch = await readBatch(db.prisma, batchId);
  const policy = await readPolicy(db.prisma, batchId, batch.date);
  const villages = await readBatchVillages(db.pool, batch, policy);
  const fits = villages.filter(
    (village) =>
      (kinds.length === 0 || village.kinds.some((kind) => kinds.includes(kind))) &&
      (tiers.length === 0 || (village.tier !== null && tiers.includes(village.tier))),
  );
  return new Set(fits.map(({ villageId }) => villageId));
}

async function readChecked({ db }: Pick<Deps, 'db'>, since: PlainDate): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    db.pool,
    sql`SELECT DISTINCT iv.village_id AS id FROM inspection_village iv
      JOIN inspection i ON i.id = iv.inspection_id
      WHERE i.kind = 'unannounced' AND i.day >= ${since}::date`,
  );
  return new Set(found.map(({ id }) => id));
}
