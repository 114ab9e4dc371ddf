import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { listProjects } from '@xuanpai/contracts/projects';
import type { Actor } from '../../../lib/actor.ts';
import { asOf } from '../../../lib/editions.ts';
import type { Seen } from '../../../lib/known.ts';
import { type ListSql, matches } from '../../../lib/list.ts';
import { scopeFor, scopeSql } from '../../../lib/scope.ts';
import { oneOf, orderBy, type Sql, sql } from '../../../lib/sql.ts';
import { milestonesOn, projectsOn } from '../../../lib/support/on-day.ts';

export type Query = Omit<QueryOf<typeof listProjects>, 'page' | 'pageSize'>;

const order = {
  name: 'p.name COLLATE zh_pinyin',
  village: ['t.code', 'v.code', 'p.created_at'],
  state: ['p.state', 't.code', 'v.code'],
  planned: 'p.planned',
  received: 'p.received',
  spent: 'p.spent',
  nextDue: 'stages.next_due NULLS LAST',
};

/** Projects of the villages within reach as they stood on a day, with how far their milestones are. */
export function projectList(actor: Actor, query: Query, seen: Seen): ListSql {
  const { on } = seen;
  return {
    select: sql`p.id, p.village_id AS "villageId", v.name AS "villageName",
      v.township_id AS "townshipId", t.name AS "townshipName", p.name, p.kind, p.purpose, p.state,
      p.planned::text AS planned, p.received::text AS received, p.spent::text AS spent,
      p.stopped_reason AS "stoppedReason", p.accepted_on AS "acceptedOn",
      coalesce(stages.total, 0) AS milestones, coalesce(stages.done, 0) AS "milestonesDone",
      CASE WHEN p.state IN ('planned', 'underWay') THEN coalesce(stages.late, 0) ELSE 0 END AS "milestonesLate",
      stages.next_name AS "nextMilestone", stages.next_due AS "nextDueOn", p.version`,
    table: sql`${projectsOn(seen)} p`,
    id: sql`p.id`,
    joins: sql`JOIN village v ON v.id = p.village_id JOIN region t ON t.id = v.township_id
      LEFT JOIN LATERAL (SELECT count(*)::int AS total,
          (count(*) FILTER (WHERE m.done_on IS NOT NULL))::int AS done,
          (count(*) FILTER (WHERE m.done_on IS NULL AND m.due_on < ${on}::date))::int AS late,
          min(m.due_on) FILTER (WHERE m.done_on IS NULL) AS next_due,
          (array_agg(m.name ORDER BY m.due_on, m.id) FILTER (WHERE m.done_on IS NULL))[1] AS next_name
        FROM ${milestonesOn(seen)} m WHERE m.project_id = p.id) stages ON true`,
    conditions: [
      scopeSql(scopeFor(actor, 'support.read', 'villages'), 'villages'),
      ...filters(query, seen),
    ],
    order: orderBy(query.sort, order, 'p.id'),
    totals: sql`count(*)::int AS total, coalesce(sum(p.planned), 0)::numeric(14, 2)::text AS planned,
      coalesce(sum(p.received), 0)::numeric(14, 2)::text AS received,
      coalesce(sum(p.spent), 0)::numeric(14, 2)::text AS spent`,
  };
}

function filters(query: Query, { before }: Seen): Sql[] {
  const { q, villageIds, townshipIds, unitIds, kinds, states, late } = query;
  const isLate = sql`(p.state IN ('planned', 'underWay') AND stages.late > 0)`;
  return [
    ...(q ? [sql`(${matches('p.search_key', q)} OR ${matches('v.search_key', q)})`] : []),
    ...(villageIds ? [oneOf('p.village_id', villageIds, 'uuid')] : []),
    ...(townshipIds ? [oneOf('v.township_id', townshipIds, 'uuid')] : []),
    ...(unitIds
      ? [
          sql`EXISTS (SELECT 1 FROM ${asOf('project_source', before)} ps WHERE ps.project_id = p.id
            AND ${oneOf('ps.unit_id', unitIds, 'uuid')})`,
        ]
      : []),
    ...(kinds ? [oneOf('p.kind', kinds, 'project_kind')] : []),
    ...(states ? [oneOf('p.state', states, 'project_state')] : []),
    ...(late === undefined ? [] : [late ? isLate : sql`NOT ${isLate}`]),
  ];
}
