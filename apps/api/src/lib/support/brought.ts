import type { SupportSource } from '@xuanpai/contracts/support-words';
import { asOf } from '../editions.ts';
import type { Seen } from '../known.ts';
import { rows, type Sql, sql } from '../sql.ts';
import { helpOn } from './on-day.ts';

/**
 * Rows `(village_id, year, source, unit_id, enterprise_id, name, amount)`: money and goods as they came
 * to villages up to a day and with it, each yuan once. Public funds count where they were given, not
 * again where a project receives them; what units and enterprises gave is confirmed help, or what a
 * project received from them.
 */
export function broughtSql(seen: Seen): Sql {
  const { on, before } = seen;
  return sql`SELECT f.village_id, f.year, 'publicFund' AS source, NULL::uuid AS unit_id,
      NULL::uuid AS enterprise_id, f.source AS name, f.amount
    FROM ${asOf('village_fund', before)} f WHERE f.year <= extract(year FROM ${on}::date)
    UNION ALL SELECT h.village_id, extract(year FROM h.done_on)::int,
      CASE WHEN h.unit_id IS NOT NULL THEN 'unit' ELSE 'enterprise' END,
      h.unit_id, h.enterprise_id, NULL, h.done_amount
    FROM ${helpOn(seen)} h WHERE h.state = 'confirmed' AND h.done_amount IS NOT NULL AND h.done_on <= ${on}::date
    UNION ALL SELECT p.village_id, extract(year FROM m.paid_on)::int, coalesce(s.kind::text, 'other'),
      s.unit_id, s.enterprise_id, s.note, m.amount
    FROM ${asOf('project_payment', before)} m LEFT JOIN ${asOf('project_source', before)} s ON s.id = m.source_id
      JOIN project p ON p.id = m.project_id
    WHERE m.kind = 'received' AND s.kind IS DISTINCT FROM 'publicFund' AND m.paid_on <= ${on}::date`;
}

export interface BroughtRow {
  villageId: string;
  year: number;
  source: SupportSource;
  unitId: string | null;
  enterpriseId: string | null;
  name: string | null;
  amount: string;
}

/** What came, by village, year, source and giver; `condition` is over `b`. */
export function readBrought(
  runner: Parameters<typeof rows>[0],
  seen: Seen,
  condition: Sql,
): Promise<BroughtRow[]> {
  return rows<BroughtRow>(
    runner,
    sql`SELECT b.village_id AS "villageId", b.year, b.source, b.unit_id AS "unitId",
        b.enterprise_id AS "enterpriseId", coalesce(u.name, e.name, b.name) AS name,
        sum(b.amount)::text AS amount
      FROM (${broughtSql(seen)}) b LEFT JOIN unit u ON u.id = b.unit_id
        LEFT JOIN enterprise e ON e.id = b.enterprise_id
      WHERE ${condition}
      GROUP BY b.village_id, b.year, b.source, b.unit_id, b.enterprise_id, coalesce(u.name, e.name, b.name)
      ORDER BY b.year DESC, b.source, 6`,
  );
}

/** The calendar year to look at: that of the day, or the one before while nothing has come to anybody yet. */
export async function readSupportYear(
  runner: Parameters<typeof rows>[0],
  seen: Seen,
): Promise<number> {
  const year = Number(seen.on.slice(0, 4));
  const [found] = await rows<{ begun: boolean }>(
    runner,
    sql`SELECT EXISTS (SELECT 1 FROM (${broughtSql(seen)}) b WHERE b.year = ${year}) AS begun`,
  );
  return found?.begun ? year : year - 1;
}
