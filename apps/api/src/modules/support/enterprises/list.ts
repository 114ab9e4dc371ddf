import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { listEnterprises } from '@xuanpai/contracts/enterprises';
import type { Actor } from '../../../lib/actor.ts';
import type { Seen } from '../../../lib/known.ts';
import { type ListSql, matches } from '../../../lib/list.ts';
import { scopeFor, scopeSql } from '../../../lib/scope.ts';
import { oneOf, orderBy, type Sql, sql } from '../../../lib/sql.ts';
import { broughtSql } from '../../../lib/support/brought.ts';
import { pairingsOn } from '../../../lib/support/on-day.ts';

export type Query = Omit<QueryOf<typeof listEnterprises>, 'page' | 'pageSize'>;

const order = {
  name: 'e.name COLLATE zh_pinyin',
  industry: ['e.industry COLLATE zh_pinyin NULLS LAST', 'e.name COLLATE zh_pinyin'],
  township: ['t.code NULLS LAST', 'e.name COLLATE zh_pinyin'],
  villages: 'coalesce(paired.villages, 0)',
  brought: 'coalesce(given.brought, 0)',
};

/** The register of enterprises, the same for everybody who reads it; who changes a row is told with it. */
export function enterpriseList(actor: Actor, query: Query, seen: Seen): ListSql {
  const { on } = seen;
  return {
    select: sql`e.id, e.name, e.credit_code AS "creditCode", e.contact_name AS "contactName",
      e.contact_phone AS "contactPhone", e.industry, e.township_id AS "townshipId",
      t.name AS "townshipName", e.note, coalesce(paired.villages, 0) AS villages,
      coalesce(given.brought, 0)::numeric(14, 2)::text AS brought,
      coalesce(${writable(actor)}, false) AS changeable, e.version`,
    table: sql`enterprise e`,
    id: sql`e.id`,
    joins: sql`LEFT JOIN region t ON t.id = e.township_id
      LEFT JOIN (SELECT k.enterprise_id, count(DISTINCT k.village_id)::int AS villages
        FROM ${pairingsOn(seen)} k WHERE k.starts_on <= ${on}::date
          AND (k.ends_on IS NULL OR k.ends_on >= ${on}::date)
        GROUP BY k.enterprise_id) paired ON paired.enterprise_id = e.id
      LEFT JOIN (SELECT b.enterprise_id, sum(b.amount) AS brought FROM (${broughtSql(seen)}) b
        WHERE b.enterprise_id IS NOT NULL GROUP BY b.enterprise_id) given ON given.enterprise_id = e.id`,
    conditions: filters(query),
    order: orderBy(query.sort, order, 'e.id'),
  };
}

/** Over `t`: the planner keeps every enterprise, a township those of its own. */
export function writable(actor: Actor): Sql {
  return scopeSql(scopeFor(actor, 'enterprises.write', 'sheets'), 'sheets');
}

function filters({ q, townshipIds, paired }: Query): Sql[] {
  return [
    ...(q ? [matches('e.search_key', q)] : []),
    ...(townshipIds ? [oneOf('e.township_id', townshipIds, 'uuid')] : []),
    ...(paired === 'paired' ? [sql`paired.villages > 0`] : []),
    ...(paired === 'unpaired' ? [sql`paired.villages IS NULL`] : []),
  ];
}
