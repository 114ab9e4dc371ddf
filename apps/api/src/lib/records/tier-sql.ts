import { type VillageKind, villageKinds } from '@xuanpai/contracts/values';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { type Sql, sql } from '../sql.ts';

/**
 * The rules of `domain/coverage` for lists, which can't fetch a province to count it: D3's poor and
 * D2's tier, by the policy's bound and kinds. Aliases: `b` the batch's village, `i` the year whose
 * income counts. A test compares both over every kind of village.
 */
export function poorSql(policy: Policy): Sql {
  const { value, inclusive } = policy.bound('dispatch.poorLimit');
  const isLow = inclusive
    ? sql`i.operating_income <= ${value}::numeric`
    : sql`i.operating_income < ${value}::numeric`;
  return sql`COALESCE(${isLow}, false)`;
}

/** The tier of a village in the batch: the planner's, else the proposed one; null where it is open. */
export function tierSql(policy: Policy): Sql {
  const named = policy.table<Record<VillageKind, boolean>>('dispatch.districtKinds');
  const kinds = villageKinds.filter((kind) => named[kind]);
  return sql`CASE
    WHEN b.batch_id IS NULL THEN NULL
    WHEN b.tier_override IS NOT NULL THEN b.tier_override
    WHEN b.city_dispatched THEN 'city'::tier
    WHEN b.kinds && ${kinds}::village_kind[] THEN 'district'::tier
    WHEN i.operating_income IS NULL THEN NULL
    WHEN ${poorSql(policy)} THEN 'district'::tier
    ELSE 'township'::tier END`;
}

/** The year before the batch's date that was the last full one, on alias `i`, for village `v`. */
export function incomeYearSql(batchDate: string | null): Sql {
  return sql`village_year i ON i.village_id = v.id AND i.year = (
    SELECT max(full_year.year) FROM village_year full_year
    WHERE full_year.village_id = v.id AND full_year.operating_income IS NOT NULL
      AND full_year.year < extract(year FROM ${batchDate}::date))`;
}
