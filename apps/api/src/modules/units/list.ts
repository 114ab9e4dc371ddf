import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { listUnits } from '@xuanpai/contracts/units';
import type { Actor } from '../../lib/actor.ts';
import { type ListSql, matches } from '../../lib/list.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { empty, oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';

type Query = Omit<QueryOf<typeof listUnits>, 'page' | 'pageSize'>;

const order = {
  name: 'u.name COLLATE zh_pinyin',
  kind: ['u.kind', 'u.name COLLATE zh_pinyin'],
  quota: 'u.quota NULLS LAST',
  cadres: '(SELECT count(*) FROM cadre c WHERE c.unit_id = u.id)',
  nominees: 'COALESCE(named.nominees, 0)',
};

const contactMissing = sql`(u.responsible_person IS NULL OR u.contact_name IS NULL OR u.contact_phone IS NULL)`;

/** The units within reach as the contract writes them; nominees are those of the batch asked for, or of all. */
export function unitList(actor: Actor, query: Query): ListSql {
  return {
    select: sql`u.id, u.name, u.kind, u.township_id AS "townshipId", t.name AS "townshipName",
      u.quota, to_json(COALESCE(u.strengths, '{}')) AS strengths, u.responsible_person AS "responsiblePerson",
      u.contact_name AS "contactName", u.contact_phone AS "contactPhone", u.superior, u.note,
      (SELECT count(*)::int FROM cadre c WHERE c.unit_id = u.id) AS cadres,
      COALESCE(named.nominees, 0) AS nominees, u.version`,
    table: sql`unit u`,
    id: sql`u.id`,
    joins: sql`LEFT JOIN region t ON t.id = u.township_id
      LEFT JOIN (SELECT n.unit_id, count(*)::int AS nominees FROM nomination n
        WHERE n.state = 'active' ${ofBatch(query.batchId)} GROUP BY n.unit_id) named ON named.unit_id = u.id`,
    conditions: [scopeSql(scopeFor(actor, 'units.read', 'units'), 'units'), ...filters(query)],
    order: orderBy(query.sort, order, 'u.id'),
  };
}

function ofBatch(batchId: string | undefined): Sql {
  return batchId === undefined ? empty : sql`AND n.batch_id = ${batchId}::uuid`;
}

function filters({ q, kinds, strengths, townshipIds, contacts }: Query): Sql[] {
  return [
    ...(q ? [matches('u.search_key', q)] : []),
    ...(kinds ? [oneOf('u.kind', kinds, 'unit_kind')] : []),
    ...(strengths ? [sql`u.strengths && ${strengths}::speciality[]`] : []),
    ...(townshipIds ? [oneOf('u.township_id', townshipIds, 'uuid')] : []),
    ...(contacts === 'missing' ? [contactMissing] : []),
    ...(contacts === 'complete' ? [sql`NOT ${contactMissing}`] : []),
  ];
}
