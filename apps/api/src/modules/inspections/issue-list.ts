import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { Issue, listIssues } from '@xuanpai/contracts/inspection-findings';
import type { PlainDate } from '@xuanpai/contracts/values';
import { actsOn, daysLate, type Who } from '@xuanpai/domain/supervision/findings';
import type { Actor } from '../../lib/actor.ts';
import type { Seen } from '../../lib/known.ts';
import { type ListSql, matches } from '../../lib/list.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';
import { findingsOn, inspectionsOn } from '../../lib/supervision/on-day.ts';

export type IssueQuery = Omit<QueryOf<typeof listIssues>, 'page' | 'pageSize'>;

export interface IssueRow extends Omit<Issue, 'acts' | 'daysLate'> {
  deadline: PlainDate;
  answeredByIds: string[];
}

const waits = `f.state IN ('open', 'returned')`;
const order = {
  urgency: [
    `(CASE WHEN ${waits} THEN 0 WHEN f.state = 'answered' THEN 1 ELSE 2 END)`,
    'f.deadline',
  ],
  deadline: 'f.deadline',
  foundOn: 'i.day',
  township: ['t.code', 'v.code', 'f.deadline'],
  severity: ['f.severity', 'f.deadline'],
};

/** What is overdue on a day: not answered, and the deadline has passed. */
export function overdueOn(day: PlainDate): Sql {
  return sql`f.state IN ('open', 'returned') AND f.deadline < ${day}::date`;
}

export const issueReach = (actor: Actor) =>
  scopeSql(scopeFor(actor, 'inspections.read', 'villages'), 'villages');

/** Findings of villages within reach as they stood on a day. */
export function issueList(actor: Actor, query: IssueQuery, seen: Seen): ListSql {
  return {
    select: sql`f.id, f.inspection_id AS "inspectionId", i.kind AS "inspectionKind",
      i.subject AS "inspectionSubject", i.day AS "foundOn", f.village_id AS "villageId",
      v.name AS "villageName", t.id AS "townshipId", t.name AS "townshipName", f.kind, f.severity,
      f.text, f.deadline, f.responsible, f.unit_id AS "unitId",
      coalesce(u.name, f.person, t.name) AS "responsibleName", f.state, f.version,
      (SELECT coalesce(json_agg(DISTINCT e.by_id), '[]') FROM finding_event e
        WHERE e.finding_id = f.id AND e.step = 'answer' AND e.by_id IS NOT NULL) AS "answeredByIds"`,
    table: sql`${findingsOn(seen)} f`,
    id: sql`f.id`,
    joins: sql`JOIN ${inspectionsOn(seen)} i ON i.id = f.inspection_id
      JOIN village v ON v.id = f.village_id JOIN region t ON t.id = v.township_id
      LEFT JOIN unit u ON u.id = f.unit_id`,
    conditions: [issueReach(actor), ...filters(query, seen.on)],
    order: orderBy(query.sort, order, 'f.id'),
  };
}

function filters(query: IssueQuery, on: PlainDate): Sql[] {
  const { q, states, kinds, severities, townshipIds, villageIds, unitIds } = query;
  const { inspectionId, from, to, overdue } = query;
  return [
    ...(q ? [sql`(strpos(f.text, ${q}) > 0 OR ${matches('v.search_key', q)})`] : []),
    ...(states ? [oneOf('f.state', states, 'finding_state')] : []),
    ...(kinds ? [oneOf('f.kind', kinds, 'finding_kind')] : []),
    ...(severities ? [oneOf('f.severity', severities, 'finding_severity')] : []),
    ...(townshipIds ? [oneOf('v.township_id', townshipIds, 'uuid')] : []),
    ...(villageIds ? [oneOf('f.village_id', villageIds, 'uuid')] : []),
    ...(unitIds ? [oneOf('f.unit_id', unitIds, 'uuid')] : []),
    ...(inspectionId ? [sql`f.inspection_id = ${inspectionId}::uuid`] : []),
    ...(from ? [sql`i.day >= ${from}::date`] : []),
    ...(to ? [sql`i.day <= ${to}::date`] : []),
    ...(overdue ? [overdueOn(on)] : []),
  ];
}

/** Somebody as the rules of a finding see them. */
export function whoIs(actor: Actor): Who {
  return {
    userId: actor.userId,
    reach: (permission) => scopeFor(actor, permission, 'villages'),
  };
}

/** A day that is over is read; what is done is done today. */
export function presentIssue(
  { answeredByIds, ...row }: IssueRow,
  actor: Actor,
  { on, over }: Seen,
): Issue {
  return {
    ...row,
    daysLate: daysLate(row, on),
    acts: over ? [] : actsOn({ ...row, answeredByIds }, whoIs(actor)),
  };
}
