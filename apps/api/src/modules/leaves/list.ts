import type { LeaveKind } from '@xuanpai/contracts/attendance-marks';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { LeaveState, listLeaves } from '@xuanpai/contracts/leaves';
import type { PlainDate, Tier } from '@xuanpai/contracts/values';
import type { Actor } from '../../lib/actor.ts';
import { type ListSql, matches } from '../../lib/list.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';

export type Query = Omit<QueryOf<typeof listLeaves>, 'page' | 'pageSize'>;

/** A leave with the post that was held on its first day. */
export interface LeaveRow {
  id: string;
  cadreId: string;
  cadreName: string;
  unitName: string;
  batchId: string | null;
  tier: Tier | null;
  townshipId: string | null;
  townshipName: string | null;
  villageName: string | null;
  kind: LeaveKind;
  startsOn: PlainDate;
  endsOn: PlainDate;
  startsAtNoon: boolean;
  endsAtNoon: boolean;
  reason: string;
  documentNumber: string | null;
  beyondReason: string | null;
  state: LeaveState;
  askedById: string | null;
  askedByName: string;
  askedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  decision: string | null;
  lastDay: PlainDate | null;
  endReason: string | null;
  endedByName: string | null;
  endedAt: Date | null;
  version: number;
}

/** The post on the first day of a leave; a cadre holds one at a time. */
export const postOfLeave = sql`LEFT JOIN LATERAL (SELECT a.batch_id, a.tier, v.name AS village_name,
    v.township_id, t.name AS township_name, t.code AS township_code
  FROM assignment a JOIN village v ON v.id = a.village_id JOIN region t ON t.id = v.township_id
  WHERE a.cadre_id = l.cadre_id AND a.state = 'inForce' AND a.starts_on <= l.starts_on
    AND (a.ends_on IS NULL OR a.ends_on >= l.starts_on) LIMIT 1) p ON true`;

const order = {
  startsOn: 'l.starts_on',
  askedAt: 'l.asked_at',
  name: 'c.sort_key',
  township: ['p.township_code NULLS LAST', 'c.sort_key'],
};

/** Leave of the people within reach. */
export function leaveList(
  actor: Actor,
  query: Query,
  { today, decidable }: { today: PlainDate; decidable: readonly string[] },
): ListSql {
  return {
    select: sql`l.id, l.cadre_id AS "cadreId", c.name AS "cadreName", u.name AS "unitName",
      p.batch_id AS "batchId", p.tier, p.township_id AS "townshipId",
      p.township_name AS "townshipName", p.village_name AS "villageName", l.kind,
      l.starts_on AS "startsOn", l.ends_on AS "endsOn", l.starts_at_noon AS "startsAtNoon",
      l.ends_at_noon AS "endsAtNoon", l.reason, l.document_number AS "documentNumber",
      l.beyond_reason AS "beyondReason", l.state, l.asked_by_id AS "askedById",
      l.asked_by_name AS "askedByName", l.asked_at AS "askedAt",
      l.decided_by_name AS "decidedByName", l.decided_at AS "decidedAt", l.decision,
      l.last_day AS "lastDay", l.end_reason AS "endReason", l.ended_by_name AS "endedByName",
      l.ended_at AS "endedAt", l.version`,
    table: sql`leave l`,
    id: sql`l.id`,
    joins: sql`JOIN cadre c ON c.id = l.cadre_id JOIN unit u ON u.id = c.unit_id ${postOfLeave}`,
    totals: sql`count(*)::int AS total, count(*) FILTER (WHERE l.state = 'asked')::int AS asked,
      count(*) FILTER (WHERE ${isOver(today)})::int AS "toEnd"`,
    conditions: [
      scopeSql(scopeFor(actor, 'leaves.read', 'cadres'), 'cadres'),
      ...filters(query, today, decidable),
    ],
    order: orderBy(query.sort, order, 'l.id'),
  };
}

const isOver = (today: PlainDate) => sql`l.state = 'approved' AND l.ends_on < ${today}::date`;

function filters(query: Query, today: PlainDate, decidable: readonly string[]): Sql[] {
  const { q, kinds, states, townshipIds, unitIds, cadreIds, from, to, waiting } = query;
  return [
    ...(q ? [found(q)] : []),
    ...(kinds ? [oneOf('l.kind', kinds, 'leave_kind')] : []),
    ...(states ? [oneOf('l.state', states, 'leave_state')] : []),
    ...(townshipIds ? [oneOf('p.township_id', townshipIds, 'uuid')] : []),
    ...(unitIds ? [oneOf('c.unit_id', unitIds, 'uuid')] : []),
    ...(cadreIds ? [oneOf('l.cadre_id', cadreIds, 'uuid')] : []),
    ...(from ? [sql`coalesce(l.last_day, l.ends_on) >= ${from}::date`] : []),
    ...(to ? [sql`l.starts_on <= ${to}::date`] : []),
    ...(waiting === 'decide' ? [oneOf('l.id', decidable, 'uuid')] : []),
    ...(waiting === 'end' ? [isOver(today)] : []),
  ];
}

function found(q: string): Sql {
  return sql`l.cadre_id IN (
    SELECT sc.id FROM cadre sc WHERE ${matches('sc.search_key', q)}
    UNION SELECT sc.id FROM cadre sc JOIN unit su ON su.id = sc.unit_id
      WHERE ${matches('su.search_key', q)}
    UNION SELECT sa.cadre_id FROM assignment sa JOIN village sv ON sv.id = sa.village_id
      WHERE ${matches('sv.search_key', q)})`;
}
