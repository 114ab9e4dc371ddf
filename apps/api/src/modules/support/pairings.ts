import type { Pairing } from '@xuanpai/contracts/enterprises';
import type { Seen } from '../../lib/known.ts';
import { rows, type Sql, sql } from '../../lib/sql.ts';
import { pairingsOn } from '../../lib/support/on-day.ts';

/** Pairings of enterprises with villages as known of a day, the latest first; `condition` is over `k`, `e`, `v`. */
export function readPairings(
  runner: Parameters<typeof rows>[0],
  seen: Seen,
  condition: Sql,
): Promise<Pairing[]> {
  const { on } = seen;
  return rows<Pairing>(
    runner,
    sql`SELECT k.id, k.enterprise_id AS "enterpriseId", e.name AS "enterpriseName",
        k.village_id AS "villageId", v.name AS "villageName", t.name AS "townshipName",
        k.starts_on AS "startsOn", k.ends_on AS "endsOn", k.note,
        (k.starts_on <= ${on}::date AND (k.ends_on IS NULL OR k.ends_on >= ${on}::date)) AS "inForce",
        k.version
      FROM ${pairingsOn(seen)} k JOIN enterprise e ON e.id = k.enterprise_id
        JOIN village v ON v.id = k.village_id JOIN region t ON t.id = v.township_id
      WHERE ${condition} ORDER BY k.starts_on DESC, e.name COLLATE zh_pinyin, k.id`,
  );
}
