import type { AppraisalEdition, listAppraisals } from '@xuanpai/contracts/appraisals';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { PlainDate, Post, Tier } from '@xuanpai/contracts/values';
import type { AppraisalPeriod } from '@xuanpai/domain/targets/appraisals';
import type { Actor } from '../../lib/actor.ts';
import { appraisedPosts, lastPosts } from '../../lib/appraisals/posts.ts';
import { type ListSql, matches } from '../../lib/list.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { oneOf, orderBy, raw, type Sql, sql } from '../../lib/sql.ts';
import { ownTownships } from './reach.ts';

export type Query = Omit<
  QueryOf<typeof listAppraisals>,
  'page' | 'pageSize' | 'batchId' | 'period'
>;

type StoredEdition = AppraisalEdition & { draftedById: string | null };

export interface AppraisalSqlRow {
  assignmentId: string;
  cadreId: string;
  cadreName: string;
  unitName: string;
  tier: Tier;
  post: Post;
  townshipId: string;
  townshipName: string;
  villageId: string;
  villageName: string;
  from: PlainDate;
  to: PlainDate;
  period: string;
  newest: StoredEdition | null;
  inForce: StoredEdition | null;
}

const order = {
  township: ['t.code', 'v.code', 'a.post', 'c.sort_key'],
  name: 'c.sort_key',
  signedOn: ['g.signed_on NULLS LAST', 't.code', 'v.code'],
};

/** An edition as it is replied, with who wrote it. */
const editionOf = (alias: 'n' | 'g' | 'p') => {
  const k = raw(alias);
  const instant = (column: string) =>
    sql`to_char(${k}.${raw(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return sql`json_build_object('id', ${k}.id, 'edition', ${k}.edition, 'state', ${k}.state,
    'opinion', ${k}.opinion, 'reason', ${k}.reason, 'draftedById', ${k}.drafted_by_id,
    'draftedByName', ${k}.drafted_by_name, 'draftedAt', ${instant('drafted_at')},
    'submittedAt', ${instant('submitted_at')}, 'returnReason', ${k}.return_reason,
    'returnedByName', ${k}.returned_by_name, 'signedByName', ${k}.signed_by_name,
    'signedOn', ${k}.signed_on, 'version', ${k}.version)`;
};

/** How an opinion stands as somebody sees it: its own township the newest edition, others what is signed. */
export function shownState(actor: Actor): Sql {
  return sql`CASE WHEN g.id IS NOT NULL AND NOT (v.township_id = ANY(${ownTownships(actor)}::uuid[]))
    THEN 'signed' ELSE coalesce(n.state::text, 'missing') END`;
}

/**
 * Cadres in post in the periods, within reach, with their opinions. A unit's liaison reads of its own
 * people what is signed, and nothing of what isn't.
 */
export function reachable(actor: Actor, batchId: string): Sql[] {
  const scope = scopeFor(actor, 'appraisals.read', 'assignments');
  const conditions = [...lastPosts(batchId), scopeSql(scope, 'assignments')];
  if (scope === 'all' || scope === 'none') return conditions;
  return [
    ...conditions,
    sql`(v.township_id = ANY(${scope.townshipIds}::uuid[]) OR g.id IS NOT NULL)`,
  ];
}

export function appraisalList(
  actor: Actor,
  batchId: string,
  periods: readonly AppraisalPeriod[],
  query: Query & { assignmentIds?: string[] },
): ListSql {
  return {
    select: sql`a.id AS "assignmentId", a.cadre_id AS "cadreId", c.name AS "cadreName",
      u.name AS "unitName", a.tier, a.post, v.township_id AS "townshipId", t.name AS "townshipName",
      a.village_id AS "villageId", v.name AS "villageName",
      greatest(a.starts_on, r.starts_on) AS "from", least(coalesce(a.ends_on, r.ends_on), r.ends_on) AS "to",
      r.key AS period, CASE WHEN n.id IS NOT NULL THEN ${editionOf('n')} END AS newest,
      CASE WHEN g.id IS NOT NULL THEN ${editionOf('g')} END AS "inForce"`,
    table: sql`assignment a`,
    id: sql`a.id`,
    joins: sql`${appraisedPosts(periods)} JOIN cadre c ON c.id = a.cadre_id
      JOIN unit u ON u.id = c.unit_id JOIN region t ON t.id = v.township_id`,
    conditions: [...reachable(actor, batchId), ...filters(actor, query)],
    order: orderBy(query.sort, order, 'a.id'),
  };
}

function filters(actor: Actor, query: Query & { assignmentIds?: string[] }): Sql[] {
  const { q, townshipIds, villageIds, states, assignmentIds } = query;
  return [
    ...(q ? [holds(q)] : []),
    ...(townshipIds ? [oneOf('v.township_id', townshipIds, 'uuid')] : []),
    ...(villageIds ? [oneOf('a.village_id', villageIds, 'uuid')] : []),
    ...(assignmentIds ? [oneOf('a.id', assignmentIds, 'uuid')] : []),
    ...(states ? [sql`${shownState(actor)} = ANY(${[...states]}::text[])`] : []),
  ];
}

/** By person, unit or village. */
function holds(q: string): Sql {
  return sql`(${matches('c.search_key', q)} OR ${matches('u.search_key', q)}
    OR ${matches('v.search_key', q)})`;
}

/** All editions of the opinion that one of them belongs to, the newest first. */
export function editionsSql(id: string): Sql {
  return sql`SELECT ${editionOf('p')} AS edition FROM appraisal p
    JOIN appraisal o ON o.id = ${id}::uuid AND o.batch_id = p.batch_id AND o.cadre_id = p.cadre_id
      AND o.township_id = p.township_id AND o.period = p.period
    ORDER BY p.edition DESC`;
}
