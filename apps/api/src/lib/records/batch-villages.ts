import type { BatchVillage } from '@xuanpai/contracts/coverage';
import type { Tier, VillageKind } from '@xuanpai/contracts/values';
import { postsOf, proposeTier, settledTier } from '@xuanpai/domain/coverage';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { rows, type rows as runRows, sql } from '../sql.ts';
import type { BatchRecord } from './batch.ts';
import { incomeYearSql } from './tier-sql.ts';

/** A village in a batch; who is posted there is the reader's question. */
export type VillageOfBatch = Omit<BatchVillage, 'filled'>;

interface Row {
  villageId: string;
  code: string;
  name: string;
  townshipId: string;
  townshipName: string;
  /** Null where nobody has said yet what the village is in the batch. */
  kinds: VillageKind[] | null;
  cityDispatched: boolean | null;
  income: string | null;
  incomeYear: number | null;
  tierOverride: Tier | null;
  tierReason: string | null;
  version: number | null;
}

/** Every village of the register with what it is in the batch: tier and reasons by D2 and D3. */
export async function readBatchVillages(
  runner: Parameters<typeof runRows>[0],
  batch: Pick<BatchRecord, 'id' | 'date'>,
  policy: Policy,
): Promise<VillageOfBatch[]> {
  const found = await rows<Row>(
    runner,
    sql`SELECT v.id AS "villageId", v.code, v.name, v.township_id AS "townshipId",
        t.name AS "townshipName", to_json(b.kinds) AS kinds, b.city_dispatched AS "cityDispatched",
        i.operating_income::text AS income, i.year AS "incomeYear",
        b.tier_override AS "tierOverride", b.tier_reason AS "tierReason", b.version
      FROM village v
      JOIN region t ON t.id = v.township_id
      LEFT JOIN batch_village b ON b.village_id = v.id AND b.batch_id = ${batch.id}::uuid
      ${incomeYearSql(batch.date).all}
      ORDER BY t.code, v.code`,
  );
  return found.map((row) => villageOf(row, policy));
}

function villageOf({ tierOverride, tierReason, ...row }: Row, policy: Policy): VillageOfBatch {
  const facts = {
    kinds: row.kinds ?? [],
    cityDispatched: row.cityDispatched ?? false,
    income: row.income,
  };
  const { poor, ...proposal } = proposeTier(facts, policy);
  // A village that nobody has described to the batch: its kinds could still change the tier.
  const known = row.kinds === null ? { tier: null, poor, reasons: [] } : { poor, ...proposal };
  const { tier, reasons } = settledTier(known, tierOverride, policy);
  return {
    ...row,
    ...facts,
    poor,
    proposedTier: known.tier,
    tier,
    reasons: [...reasons],
    overrideReason: tierReason,
    places: postsOf(tier, policy).length,
    version: row.version ?? 1,
  };
}
