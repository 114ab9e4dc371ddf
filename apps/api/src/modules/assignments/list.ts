import type { AssignmentEventKind } from '@xuanpai/contracts/assignment-events';
import type { Assignment, listAssignments } from '@xuanpai/contracts/assignments';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { PlainDate, Sex } from '@xuanpai/contracts/values';
import type { Actor } from '../../lib/actor.ts';
import { type ListSql, matches } from '../../lib/list.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { empty, oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';

export type Query = Omit<QueryOf<typeof listAssignments>, 'page' | 'pageSize'> & {
  /** With posts that never took effect, for their history. */
  withRevoked?: true;
};

/** A post with what only the workbooks show. */
export interface AssignmentRow extends Assignment {
  sex: Sex;
  bornOn: PlainDate;
  contactName: string | null;
  contactPhone: string | null;
  state: 'inForce' | 'revoked';
}

const byVillage = ['a.village_place', "(a.post = 'deputySecretary')"];
const order = {
  village: byVillage,
  unit: ['a.person_unit COLLATE zh_pinyin', 'a.person_place'],
  name: 'a.person_place',
  startsOn: ['a.starts_on', ...byVillage],
};

/** What order and totals look at. */
const foundOnce = {
  alias: sql`a`,
  columns: sql`a.id, a.tier, a.post, a.starts_on, a.village_id, a.village_place, a.person_unit,
    a.person_place`,
};

/**
 * Posts within reach: those in force on `query.on`, or all. The status is the one of that day, or of
 * today. Whoever was appointed by mistake (`revoked`) never held the post.
 */
export function assignmentList(actor: Actor, query: Query, today: PlainDate): ListSql {
  const day = sql`${query.on ?? today}::date`;
  const byTownship = query.townshipIds !== undefined;
  const village = sql`JOIN village v ON v.id = a.village_id`;
  return {
    select: sql`a.id, a.batch_id AS "batchId", a.cadre_id AS "cadreId", c.name AS "cadreName",
      c.unit_id AS "unitId", u.name AS "unitName", c.position, c.rank, c.phone,
      a.village_id AS "villageId", v.name AS "villageName", v.township_id AS "townshipId",
      t.name AS "townshipName", a.tier, a.post, a.kind, a.starts_on AS "startsOn",
      a.ends_on AS "endsOn", a.document_number AS "documentNumber",
      CASE WHEN a.starts_on > ${day} THEN 'upcoming'
        WHEN a.ends_on < ${day} THEN 'ended' ELSE 'inPost' END AS status,
      a.version, c.sex, c.born_on AS "bornOn", u.contact_name AS "contactName",
      u.contact_phone AS "contactPhone", a.state,
      m.kind AS "cameBy", e.left_by AS "leftBy", e.extended, e.appointed_on AS "appointedOn",
      e.appointment_number AS "appointmentNumber", e.reported_on AS "reportedOn",
      e.transferred_on AS "membershipTransferredOn", e.returned_on AS "membershipReturnedOn"`,
    table: sql`assignment a`,
    id: sql`a.id`,
    joins: byTownship ? village : empty,
    details: sql`${byTownship ? empty : village} JOIN region t ON t.id = v.township_id
      JOIN cadre c ON c.id = a.cadre_id JOIN unit u ON u.id = c.unit_id ${noted}`,
    ...(query.q ? { foundOnce } : {}),
    totals: sql`count(*)::int AS total, count(DISTINCT a.village_id)::int AS villages,
      json_build_object('district', count(*) FILTER (WHERE a.tier = 'district'),
        'township', count(*) FILTER (WHERE a.tier = 'township')) AS "byTier"`,
    conditions: [
      ...(query.withRevoked ? [] : [sql`a.state <> 'revoked'`]),
      scopeSql(scopeFor(actor, 'assignments.read', 'assignments'), 'assignments'),
      ...filters(query),
    ],
    order: orderBy(query.sort, order, 'a.id'),
  };
}

/** What is on record of a post: one row for each. */
const noted = sql`LEFT JOIN assignment_event m ON m.made_id = a.id AND m.undone_at IS NULL
  LEFT JOIN LATERAL (SELECT
    (array_agg(n.kind ORDER BY n.seq DESC)
      FILTER (WHERE n.kind IN ('replaced', 'withdrawn', 'exchanged', 'ended')))[1] AS left_by,
    count(*) FILTER (WHERE n.kind = 'extended') > 0 AS extended,
    max(n.date) FILTER (WHERE n.kind = 'appointed') AS appointed_on,
    max(n.document_number) FILTER (WHERE n.kind = 'appointed') AS appointment_number,
    max(n.date) FILTER (WHERE n.kind = 'reported') AS reported_on,
    max(n.date) FILTER (WHERE n.kind = 'membershipTransferred') AS transferred_on,
    max(n.date) FILTER (WHERE n.kind = 'membershipReturned') AS returned_on
    FROM assignment_event n WHERE n.assignment_id = a.id AND n.undone_at IS NULL) e ON true`;

function without(...kinds: AssignmentEventKind[]): Sql {
  return sql`NOT EXISTS (SELECT 1 FROM assignment_event n WHERE n.assignment_id = a.id
    AND n.undone_at IS NULL AND n.kind::text = ANY(${kinds}))`;
}

/** Posts of which something isn't on record yet. */
const lacks: Record<NonNullable<Query['missing']>, Sql> = {
  appointment: without('appointed'),
  report: without('reported'),
  membership: sql`a.tier = 'district' AND ${without('membershipTransferred')}`,
  return: sql`${without('membershipReturned')} AND NOT ${without('membershipTransferred')}`,
  end: without('ended', 'withdrawn', 'exchanged', 'replaced'),
};

/** What is entered when the post is over: such posts are looked for, too. */
function isAfterwards(missing: Query['missing']): boolean {
  return missing === 'return' || missing === 'end';
}

function filters(query: Query): Sql[] {
  const { q, batchId, on, townshipIds, unitIds, villageIds, cadreIds, tier, post, missing } = query;
  return [
    ...(q ? [found(q)] : []),
    ...(batchId ? [sql`a.batch_id = ${batchId}::uuid`] : []),
    ...(on ? [sql`a.starts_on <= ${on}::date`] : []),
    ...(on && !isAfterwards(missing)
      ? [sql`COALESCE(a.ends_on, 'infinity'::date) >= ${on}::date`]
      : []),
    ...(townshipIds ? [oneOf('v.township_id', townshipIds, 'uuid')] : []),
    ...(unitIds
      ? [
          sql`a.cadre_id IN (SELECT sc.id FROM cadre sc
          WHERE ${oneOf('sc.unit_id', unitIds, 'uuid')})`,
        ]
      : []),
    ...(villageIds ? [oneOf('a.village_id', villageIds, 'uuid')] : []),
    ...(cadreIds ? [oneOf('a.cadre_id', cadreIds, 'uuid')] : []),
    ...(tier ? [sql`a.tier = ${tier}::tier`] : []),
    ...(post ? [sql`a.post = ${post}::post`] : []),
    ...(missing ? [lacks[missing]] : []),
  ];
}

/** By person, unit or village. */
function found(q: string): Sql {
  return sql`(a.cadre_id IN (SELECT sc.id FROM cadre sc WHERE ${matches('sc.search_key', q)})
    OR a.person_unit IN (SELECT su.name FROM unit su WHERE ${matches('su.search_key', q)})
    OR a.village_id IN (SELECT sv.id FROM village sv WHERE ${matches('sv.search_key', q)}))`;
}
