import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  getInspection,
  Inspection,
  InspectionItem,
  listInspections,
} from '@xuanpai/contracts/inspections';
import { may } from '@xuanpai/contracts/permissions';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Seen, seenOn, until } from '../../lib/known.ts';
import { type ListSql, matches, readOne, readPage } from '../../lib/list.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { oneOf, orderBy, rows, type Sql, sql } from '../../lib/sql.ts';
import { findingsOn, inspectionsOn } from '../../lib/supervision/on-day.ts';

type Query = Omit<QueryOf<typeof listInspections>, 'page' | 'pageSize'>;

interface Row extends InspectionItem {
  summary: string | null;
  drawId: string | null;
  enteredAt: Date;
}

const order = { day: ['i.day', 'i.entered_at'], kind: ['i.kind', 'i.day'] };

export async function readInspections(
  { db, today }: Deps,
  actor: Actor,
  query: QueryOf<typeof listInspections>,
): Promise<ReplyOf<typeof listInspections>> {
  const list = inspectionList(actor, query, seenOn(query.on ?? today(), today(), query.known));
  const { found, total } = await readPage<Row>(db.pool, list, query);
  return {
    items: found.map(({ summary: _, drawId: __, enteredAt: ___, ...item }) => item),
    total,
  };
}

/** Throws `notFound` for an inspection that isn't there on the day, or touched no village within reach. */
export async function readInspection(
  { db, today }: Deps,
  actor: Actor,
  id: string,
  { on = today(), known }: QueryOf<typeof getInspection> = {},
): Promise<Inspection> {
  const seen = seenOn(on, today(), known);
  const list = inspectionList(actor, { sort: '-day' }, seen);
  const row = await readOne<Row>(db.pool, list, sql`i.id = ${id}::uuid`);
  return {
    ...row,
    enteredAt: row.enteredAt.toISOString(),
    drawId: may(actor.roles, 'inspections.draws') ? row.drawId : null,
    spotChecks: await readSpotChecks({ db }, actor, id, seen),
  };
}

/** Inspections of a day with their villages within reach; no village within reach, no inspection. */
function inspectionList(actor: Actor, query: Query, seen: Seen): ListSql {
  const reach = scopeSql(scopeFor(actor, 'inspections.read', 'villages'), 'villages');
  return {
    select: sql`i.id, i.kind, i.day, i.subject, i.team, i.summary, i.draw_id AS "drawId",
      i.entered_by_name AS "enteredByName", i.entered_at AS "enteredAt", i.version,
      (SELECT coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'townshipId', t.id,
          'townshipName', t.name) ORDER BY t.code, v.code), '[]')
        FROM inspection_village iv JOIN village v ON v.id = iv.village_id
        JOIN region t ON t.id = v.township_id WHERE iv.inspection_id = i.id AND ${reach}) AS villages,
      (SELECT json_build_object('open', count(*) FILTER (WHERE f.state IN ('open', 'returned')),
          'answered', count(*) FILTER (WHERE f.state = 'answered'),
          'closed', count(*) FILTER (WHERE f.state = 'closed'))
        FROM ${findingsOn(seen)} f JOIN village v ON v.id = f.village_id
        WHERE f.inspection_id = i.id AND ${reach}) AS findings`,
    table: sql`${inspectionsOn(seen)} i`,
    id: sql`i.id`,
    joins: sql``,
    conditions: [touches([reach, ...villageFilters(query)]), ...filters(query)],
    order: orderBy(query.sort, order, 'i.id'),
  };
}

/** A village of the inspection fits all of this. */
function touches(conditions: Sql[]): Sql {
  const all = conditions.reduce((one, other) => sql`${one} AND ${other}`);
  return sql`EXISTS (SELECT 1 FROM inspection_village iv JOIN village v ON v.id = iv.village_id
    WHERE iv.inspection_id = i.id AND ${all})`;
}

function villageFilters({ townshipIds, villageIds }: Query): Sql[] {
  return [
    ...(townshipIds ? [oneOf('v.township_id', townshipIds, 'uuid')] : []),
    ...(villageIds ? [oneOf('v.id', villageIds, 'uuid')] : []),
  ];
}

function filters({ q, kinds, from, to }: Query): Sql[] {
  const named = (text: string) =>
    sql`(strpos(i.subject, ${text}) > 0 OR ${touches([matches('v.search_key', text)])})`;
  return [
    ...(q ? [named(q)] : []),
    ...(kinds ? [oneOf('i.kind', kinds, 'inspection_kind')] : []),
    ...(from ? [sql`i.day >= ${from}::date`] : []),
    ...(to ? [sql`i.day <= ${to}::date`] : []),
  ];
}

/** Of the people whose posts lie within reach, for those who read spot checks. */
async function readSpotChecks(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  id: string,
  { before }: Seen,
): Promise<Inspection['spotChecks']> {
  if (!may(actor.roles, 'spotChecks.read')) return [];
  return rows<Inspection['spotChecks'][number]>(
    db.pool,
    sql`SELECT k.id, k.assignment_id AS "assignmentId", c.name AS "cadreName",
        v.name AS "villageName", k.half::int AS half, k.found, k.text
      FROM spot_check k JOIN assignment a ON a.id = k.assignment_id
      JOIN cadre c ON c.id = a.cadre_id JOIN village v ON v.id = a.village_id
      WHERE k.inspection_id = ${id}::uuid AND ${until('k.entered_at', before)}
        AND ${scopeSql(scopeFor(actor, 'spotChecks.read', 'assignments'), 'assignments')}
      ORDER BY v.code, c.sort_key, k.id`,
  );
}
