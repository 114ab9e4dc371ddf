import type { PlainDate } from '@xuanpai/contracts/values';
import type { SupervisionWanting } from '@xuanpai/domain/supervision/waiting';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { scopeFor } from '../scope.ts';
import { rows, type Sql, sql } from '../sql.ts';

interface Row {
  village: string;
  deadline: PlainDate;
}

/** The findings that somebody is to rectify, to check, or to ask after. */
export async function readWaitingFindings(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
): Promise<Pick<SupervisionWanting, 'toAnswer' | 'toCheck' | 'overdue'>> {
  const read = (condition: Sql) =>
    rows<Row>(
      db.pool,
      sql`SELECT v.name AS village, f.deadline FROM finding f JOIN village v ON v.id = f.village_id
        WHERE ${condition} ORDER BY f.deadline, v.code, f.id`,
    );
  const inspects = scopeFor(actor, 'inspections.close', 'villages') === 'all';
  const waits = sql`f.state IN ('open', 'returned')`;
  const own = answers(actor);
  const [toAnswer, toCheck, overdue] = await Promise.all([
    own ? read(sql`${waits} AND ${own}`) : [],
    inspects ? read(sql`f.state = 'answered' AND ${notAnsweredBy(actor)}`) : [],
    inspects ? read(sql`${waits} AND f.deadline < ${today()}::date`) : [],
  ]);
  return { toAnswer, toCheck, overdue };
}

/** A township's villages, and what a unit is itself responsible for; null for everybody else. */
function answers(actor: Actor): Sql | null {
  const scope = scopeFor(actor, 'inspections.answer', 'villages');
  if (scope === 'all' || scope === 'none') return null;
  return sql`(v.township_id = ANY(${scope.townshipIds}::uuid[])
    OR f.unit_id = ANY(${scope.unitIds}::uuid[]))`;
}

function notAnsweredBy({ userId }: Actor): Sql {
  return sql`NOT EXISTS (SELECT 1 FROM finding_event e
    WHERE e.finding_id = f.id AND e.step = 'answer' AND e.by_id = ${userId}::uuid)`;
}
