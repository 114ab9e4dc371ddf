import type { SheetStatus } from '@xuanpai/contracts/attendance';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { listSpotChecks, SpotCheck } from '@xuanpai/contracts/spot-checks';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Actor } from '../../lib/actor.ts';
import { monthOfDay, typedMark } from '../../lib/attendance/contradicted-findings.ts';
import { type ListSql, matches } from '../../lib/list.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';

export type Query = Omit<QueryOf<typeof listSpotChecks>, 'page' | 'pageSize'>;

type Shown = Omit<SpotCheck, 'logged' | 'contradicted' | 'resolvable' | 'enteredAt' | 'resolvedAt'>;

/** A finding with the typed mark of its day, as the number that is kept. */
export interface SpotCheckRow extends Shown {
  day: PlainDate;
  sheetStatus: SheetStatus;
  typed: number | null;
  enteredById: string | null;
  enteredAt: Date;
  resolvedAt: Date | null;
}

const order = {
  day: 'k.day',
  enteredAt: 'k.entered_at',
  name: 'c.sort_key',
  township: ['t.code', 'v.code', 'c.sort_key'],
};

/** Findings about the posts within reach; `contradicted` are the ids of those that the log contradicts. */
export function spotCheckList(
  actor: Actor,
  query: Query,
  contradicted: readonly string[],
): ListSql {
  return {
    select: sql`k.id, k.assignment_id AS "assignmentId", a.cadre_id AS "cadreId",
      c.name AS "cadreName", u.name AS "unitName", v.township_id AS "townshipId",
      t.name AS "townshipName", a.village_id AS "villageId", v.name AS "villageName", a.tier, a.post,
      k.day, k.half::int AS half, k.found, k.text, k.entered_by_id AS "enteredById",
      k.entered_by_name AS "enteredByName", k.entered_at AS "enteredAt", k.resolution,
      k.resolved_by_name AS "resolvedByName", k.resolved_at AS "resolvedAt", k.version,
      k.inspection_id AS "inspectionId",
      ${typedMark}::int AS typed,
      coalesce(s.status::text, 'draft') AS "sheetStatus"`,
    details: sql`${monthOfDay}
      LEFT JOIN attendance_sheet s ON s.township_id = v.township_id
        AND s.month = date_trunc('month', k.day::timestamp)::date`,
    table: sql`spot_check k`,
    id: sql`k.id`,
    joins: sql`JOIN assignment a ON a.id = k.assignment_id JOIN cadre c ON c.id = a.cadre_id
      JOIN unit u ON u.id = c.unit_id JOIN village v ON v.id = a.village_id
      JOIN region t ON t.id = v.township_id`,
    conditions: [
      scopeSql(scopeFor(actor, 'spotChecks.read', 'assignments'), 'assignments'),
      ...filters(query, contradicted),
    ],
    order: orderBy(query.sort, order, 'k.id'),
  };
}

function filters(query: Query, contradicted: readonly string[]): Sql[] {
  const { q, townshipIds, cadreIds, assignmentIds, from, to, found, state } = query;
  return [
    ...(q ? [holds(q)] : []),
    ...(townshipIds ? [oneOf('v.township_id', townshipIds, 'uuid')] : []),
    ...(cadreIds ? [oneOf('a.cadre_id', cadreIds, 'uuid')] : []),
    ...(assignmentIds ? [oneOf('k.assignment_id', assignmentIds, 'uuid')] : []),
    ...(from ? [sql`k.day >= ${from}::date`] : []),
    ...(to ? [sql`k.day <= ${to}::date`] : []),
    ...(found ? [sql`k.found = ${found}::spot_finding`] : []),
    ...(state === 'contradicted' ? [oneOf('k.id', contradicted, 'uuid')] : []),
    ...(state === 'resolved' ? [sql`k.resolved_at IS NOT NULL`] : []),
  ];
}

/** By person, unit or village. */
function holds(q: string): Sql {
  return sql`(a.cadre_id IN (SELECT sc.id FROM cadre sc WHERE ${matches('sc.search_key', q)})
    OR c.unit_id IN (SELECT su.id FROM unit su WHERE ${matches('su.search_key', q)})
    OR a.village_id IN (SELECT sv.id FROM village sv WHERE ${matches('sv.search_key', q)}))`;
}
