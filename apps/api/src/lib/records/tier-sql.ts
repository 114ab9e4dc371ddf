import { type VillageKind, villageKinds } from '@xuanpai/contracts/values';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { raw, type Sql, sql } from '../sql.ts';

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
export function incomeYearSql(batchDate: string | null): YearJoin {
  return yearOf(
    'i',
    sql`found.operating_income IS NOT NULL AND found.year < extract(year FROM ${batchDate}::date)`,
  );
}

/** Two ways to the same rows: for all villages in one pass, and for each village of a page. */
interface YearJoin {
  all: Sql;
  each: Sql;
}

/** Joins to `v` the last of its years that `condition` (on `found`) picks. */
export function yearOf(alias: 'i' | 'y', condition: Sql): YearJoin {
  const name = raw(alias);
  return {
    all: sql`LEFT JOIN (
      SELECT DISTINCT ON (found.village_id) found.* FROM village_year found WHERE ${condition}
      ORDER BY found.village_id, found.year DESC) ${name} ON ${name}.village_id = v.id`,
    each: sql`LEFT JOIN LATERAL (
      SELECT found.* FROM village_year found WHERE found.village_id = v.id AND ${condition}
      ORDER BY found.year DESC LIMIT 1) ${name} ON true`,
  };
}
