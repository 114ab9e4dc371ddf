import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { Help, listHelp } from '@xuanpai/contracts/help';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Actor } from '../../../lib/actor.ts';
import { asOf } from '../../../lib/editions.ts';
import type { Seen } from '../../../lib/known.ts';
import { type ListSql, matches } from '../../../lib/list.ts';
import { scopeFor, scopeSql } from '../../../lib/scope.ts';
import { oneOf, orderBy, type Sql, sql } from '../../../lib/sql.ts';
import { helpOn } from '../../../lib/support/on-day.ts';
import { toDecide } from '../../../lib/support/waiting-help.ts';

export type Query = Omit<QueryOf<typeof listHelp>, 'page' | 'pageSize'>;

type Instants = 'enteredAt' | 'reportedAt' | 'decidedAt';
export type HelpRow = Omit<Help, Instants | 'acts' | 'daysLate' | 'dueOn'> & {
  dueOn: PlainDate | null;
  enteredAt: Date;
  reportedAt: Date | null;
  decidedAt: Date | null;
  reportedById: string | null;
};

const order = {
  dueOn: ['coalesce(h.due_on, h.done_on)', 't.code', 'v.code'],
  doneOn: 'h.done_on NULLS LAST',
  village: ['t.code', 'v.code', 'h.due_on NULLS LAST'],
  helper: ['coalesce(u.name, e.name) COLLATE zh_pinyin', 'h.due_on NULLS LAST'],
  amount: 'coalesce(h.done_amount, h.amount) NULLS LAST',
};

/** Promised and not done. */
export const owed = sql`(h.state IN ('promised', 'returned') AND h.due_on IS NOT NULL)`;
export const late = (on: PlainDate) => sql`(${owed} AND h.due_on < ${on}::date)`;

/** Help within reach as it stood on a day: a township's villages get it, a liaison's unit gives it. */
export function helpList(actor: Actor, query: Query, seen: Seen): ListSql {
  return {
    select: sql`h.id, h.village_id AS "villageId", v.name AS "villageName",
      v.township_id AS "townshipId", t.name AS "townshipName", h.unit_id AS "unitId",
      h.enterprise_id AS "enterpriseId", coalesce(u.name, e.name) AS "helperName", h.kind, h.content,
      h.amount::text AS amount, h.quantity, h.due_on AS "dueOn", h.project_id AS "projectId",
      p.name AS "projectName", h.state, h.done_on AS "doneOn", h.done_amount::text AS "doneAmount",
      h.done_quantity AS "doneQuantity", h.done_text AS "doneText",
      h.entered_by_name AS "enteredByName", h.entered_at AS "enteredAt",
      h.reported_by_id AS "reportedById", h.reported_by_name AS "reportedByName",
      h.reported_at AS "reportedAt", h.decided_by_name AS "decidedByName",
      h.decided_at AS "decidedAt", h.reason, h.version`,
    table: sql`${helpOn(seen)} h`,
    id: sql`h.id`,
    joins: sql`JOIN village v ON v.id = h.village_id JOIN region t ON t.id = v.township_id
      LEFT JOIN unit u ON u.id = h.unit_id LEFT JOIN enterprise e ON e.id = h.enterprise_id`,
    details: sql`LEFT JOIN ${asOf('project', seen.before)} p ON p.id = h.project_id`,
    conditions: [reachSql(actor), ...filters(actor, query, seen.on)],
    order: orderBy(query.sort, order, 'h.id'),
  };
}

export const reachSql = (actor: Actor) => scopeSql(scopeFor(actor, 'support.read', 'help'), 'help');

function filters(actor: Actor, query: Query, on: PlainDate): Sql[] {
  const { q, villageIds, townshipIds, unitIds, enterpriseIds, kinds, states, waiting, year } =
    query;
  return [
    ...(q ? [holds(q)] : []),
    ...(villageIds ? [oneOf('h.village_id', villageIds, 'uuid')] : []),
    ...(townshipIds ? [oneOf('v.township_id', townshipIds, 'uuid')] : []),
    ...(unitIds ? [oneOf('h.unit_id', unitIds, 'uuid')] : []),
    ...(enterpriseIds ? [oneOf('h.enterprise_id', enterpriseIds, 'uuid')] : []),
    ...(kinds ? [oneOf('h.kind', kinds, 'help_kind')] : []),
    ...(states ? [oneOf('h.state', states, 'help_state')] : []),
    ...(waiting === 'owed' ? [owed] : []),
    ...(waiting === 'late' ? [late(on)] : []),
    ...(waiting === 'decide' ? [toDecide(actor)] : []),
    ...(year === undefined
      ? []
      : [sql`extract(year FROM coalesce(h.done_on, h.due_on)) = ${year}`]),
  ];
}

/** By village, unit, enterprise or what it is. */
function holds(q: string): Sql {
  return sql`(${matches('v.search_key', q)} OR (u.id IS NOT NULL AND ${matches('u.search_key', q)})
    OR (e.id IS NOT NULL AND ${matches('e.search_key', q)}) OR position(${q} IN h.content) > 0)`;
}
