import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { may } from '@xuanpai/contracts/permissions';
import type { getUnitSupport } from '@xuanpai/contracts/support';
import type { Actor } from '../../../lib/actor.ts';
import { notFound } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { asOf } from '../../../lib/editions.ts';
import { type Seen, seenOn } from '../../../lib/known.ts';
import { scopeFor, scopeSql, scopeWhere } from '../../../lib/scope.ts';
import { rows, type Sql, sql } from '../../../lib/sql.ts';
import { broughtSql } from '../../../lib/support/brought.ts';
import { helpOn } from '../../../lib/support/on-day.ts';
import { readPosted, unitPairings } from '../../../lib/support/posted.ts';

type Reply = ReplyOf<typeof getUnitSupport>;
type Village = Reply['villages'][number];

/** What a unit promised and did for its villages up to a day, and what it owes. */
export async function readUnitSupport(
  deps: Deps,
  actor: Actor,
  id: string,
  { on = deps.today(), known }: QueryOf<typeof getUnitSupport>,
): Promise<Reply> {
  const { pool, prisma } = deps.db;
  const seen = seenOn(on, deps.today(), known);
  const reach = scopeWhere(scopeFor(actor, 'support.read', 'units'), 'units');
  const unit = await prisma.unit.findFirst({ where: { AND: [{ id }, reach] } });
  if (!unit) throw notFound();
  const help = scopeSql(scopeFor(actor, 'support.read', 'help'), 'help');
  const [posted, villages, years] = await Promise.all([
    readPosted(pool, on, sql`u.id = ${id}::uuid`),
    rows<Omit<Village, 'people' | 'split'>>(pool, villagesSql(id, help, seen)),
    rows<{ year: number; amount: string }>(
      pool,
      sql`SELECT b.year, sum(b.amount)::text AS amount FROM (${broughtSql(seen)}) b
        WHERE b.unit_id = ${id}::uuid GROUP BY b.year ORDER BY b.year DESC`,
    ),
  ]);
  const report = scopeFor(actor, 'support.report', 'units');
  return {
    ...{ unitId: id, unitName: unit.name, years },
    villages: villages.map((village) => {
      const [pairing] = unitPairings(posted, village.villageId).filter((one) => one.unitId === id);
      return { ...village, people: pairing?.people ?? [], split: pairing?.split ?? false };
    }),
    reports:
      may(actor.roles, 'support.report') &&
      report !== 'none' &&
      (report === 'all' ||
        report.unitIds.includes(id) ||
        (unit.townshipId !== null && report.townshipIds.includes(unit.townshipId))),
  };
}

/** Villages where the unit has somebody in post on the day, or has promised or done something. */
function villagesSql(id: string, reach: Sql, seen: Seen): Sql {
  const { on, before } = seen;
  return sql`WITH own AS (SELECT h.*,
        (h.state IN ('promised', 'returned') AND h.due_on IS NOT NULL) AS is_owed,
        (h.state = 'confirmed' AND h.done_on <= ${on}::date) AS is_done
      FROM ${helpOn(seen)} h WHERE h.unit_id = ${id}::uuid AND h.state <> 'dropped' AND ${reach}),
    given AS (SELECT p.village_id, sum(m.amount) AS amount
      FROM ${asOf('project_payment', before)} m JOIN ${asOf('project_source', before)} s ON s.id = m.source_id
        JOIN project p ON p.id = m.project_id
      WHERE s.unit_id = ${id}::uuid AND m.paid_on <= ${on}::date GROUP BY p.village_id)
    SELECT v.id AS "villageId", v.name AS "villageName", t.name AS "townshipName",
      count(o.id)::int AS promised, (count(*) FILTER (WHERE o.is_done))::int AS done,
      (count(*) FILTER (WHERE o.is_owed))::int AS owed,
      (count(*) FILTER (WHERE o.is_owed AND o.due_on < ${on}::date))::int AS late,
      coalesce(sum(o.amount), 0)::numeric(14, 2)::text AS "promisedAmount",
      coalesce(sum(o.done_amount) FILTER (WHERE o.is_done), 0)::numeric(14, 2)::text AS "doneAmount",
      coalesce(sum(o.amount) FILTER (WHERE o.is_owed), 0)::numeric(14, 2)::text AS "owedAmount",
      coalesce(max(g.amount), 0)::numeric(14, 2)::text AS "projectAmount"
    FROM village v JOIN region t ON t.id = v.township_id
      LEFT JOIN own o ON o.village_id = v.id LEFT JOIN given g ON g.village_id = v.id
    WHERE o.id IS NOT NULL OR g.amount IS NOT NULL OR EXISTS (SELECT 1 FROM assignment a
      JOIN cadre c ON c.id = a.cadre_id WHERE a.village_id = v.id AND a.state = 'inForce'
        AND c.unit_id = ${id}::uuid AND a.starts_on <= ${on}::date
        AND (a.ends_on IS NULL OR a.ends_on >= ${on}::date))
    GROUP BY v.id, t.id ORDER BY t.code, v.code`;
}
