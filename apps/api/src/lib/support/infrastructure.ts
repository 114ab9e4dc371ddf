import type { PlainDate } from '@xuanpai/contracts/values';
import { asOf } from '../editions.ts';
import { rows, type Sql, sql } from '../sql.ts';

/**
 * Rows `(village_id, year, yuan)`: what was spent on infrastructure projects of villages by calendar
 * year, up to a day and with it. It is the villages' infrastructure measure (T2), entered with the
 * projects and nowhere else. Years without such spending have no row.
 * `before`: as it had been entered by an instant.
 */
export function infrastructureSpent(
  villageIds: readonly string[],
  until: PlainDate,
  before: Date | null = null,
): Sql {
  return sql`SELECT p.village_id, extract(year FROM m.paid_on)::int AS year, sum(m.amount) AS yuan
    FROM ${asOf('project', before)} p JOIN ${asOf('project_payment', before)} m ON m.project_id = p.id
    WHERE p.village_id = ANY(${[...villageIds]}::uuid[]) AND p.kind = 'infrastructure'
      AND m.kind = 'spent' AND m.paid_on <= ${until}::date
    GROUP BY p.village_id, extract(year FROM m.paid_on)`;
}

/** The measure of one year by village, in yuan: `"51200.00"`; `"0.00"` where nothing was spent. */
export async function readInfrastructureSpent(
  runner: Parameters<typeof rows>[0],
  villageIds: readonly string[],
  year: number,
  until: PlainDate,
): Promise<Map<string, string>> {
  const found = await rows<{ villageId: string; yuan: string }>(
    runner,
    sql`SELECT s.village_id AS "villageId", s.yuan::text AS yuan
      FROM (${infrastructureSpent(villageIds, until)}) s WHERE s.year = ${year}`,
  );
  const spent = new Map(found.map(({ villageId, yuan }) => [villageId, yuan]));
  return new Map(villageIds.map((id) => [id, spent.get(id) ?? '0.00']));
}
