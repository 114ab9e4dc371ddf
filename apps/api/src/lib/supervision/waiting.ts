import { may } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '@xuanpai/domain/office/plain-date';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { visitDue } from '@xuanpai/domain/supervision/leader-visits';
import type { SupervisionWanting } from '@xuanpai/domain/supervision/waiting';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { seenOn } from '../known.ts';
import { scopeFor, scopeSql } from '../scope.ts';
import { rows, type Sql, sql } from '../sql.ts';
import { readLeaderLinks } from './leader-links.ts';

interface Row {
  village: string;
  deadline: PlainDate;
}

/** What 督查 wants of somebody: findings, re-elections by the policy's days ahead, leaders' visits. */
export async function readSupervision(
  deps: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
  policy: Policy,
): Promise<SupervisionWanting> {
  const [findings, elections, visits] = await Promise.all([
    readFindings(deps, actor),
    readElections(deps, actor, policy.number('deadline.electionNotice')),
    readVisits(deps, actor),
  ]);
  return { ...findings, elections, visits };
}

function readElections(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
  daysAhead: number,
): Promise<SupervisionWanting['elections']> {
  const scope = scopeFor(actor, 'inspections.villageState', 'villages');
  return rows<SupervisionWanting['elections'][number]>(
    db.pool,
    sql`SELECT v.name AS village, e.due_on AS "dueOn" FROM village_election e
      JOIN village v ON v.id = e.village_id
      WHERE e.held_on IS NULL AND e.due_on <= ${addDays(today(), daysAhead)}::date
        AND ${scopeSql(scope, 'villages')}
      ORDER BY e.due_on, v.code, e.id`,
  );
}

/** Of a leader the own ones; of those who link leaders to villages everybody's. */
async function readVisits(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
): Promise<SupervisionWanting['visits']> {
  const links = may(actor.roles, 'inspections.link');
  if (!links && !may(actor.roles, 'inspections.visit')) return [];
  const on = today();
  return (await readLeaderLinks({ db }, seenOn(on, on))).flatMap((link) => {
    const own = link.userId !== null && link.userId === actor.userId;
    const due = own || links ? visitDue(link, on) : null;
    return due && due.daysLeft < 0 ? [{ village: link.villageName, dueOn: due.dueOn }] : [];
  });
}

/** The findings that somebody is to rectify, to check, or to ask after. */
async function readFindings(
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
