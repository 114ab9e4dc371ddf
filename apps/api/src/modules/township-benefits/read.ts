import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { may } from '@xuanpai/contracts/permissions';
import type { listTownshipBenefits, TownshipBenefit } from '@xuanpai/contracts/township-benefits';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type ListSql, matches, readAll, readOne, readPage } from '../../lib/list.ts';
import { batchAsked } from '../../lib/records/latest-batch.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { oneOf, orderBy, sql } from '../../lib/sql.ts';
import { reachesTownship } from '../../lib/support/reach.ts';

type Query = Omit<QueryOf<typeof listTownshipBenefits>, 'page' | 'pageSize'>;
type Row = Omit<TownshipBenefit, 'changeable'> & { closed: boolean };

const order = {
  township: ['t.code', 'k.starts_on'],
  startsOn: ['k.starts_on', 't.code'],
};

function benefitList(actor: Actor, query: Query, batchId: string | null): ListSql {
  const { q, townshipIds, cadreId } = query;
  const reach = scopeSql(scopeFor(actor, 'townshipBenefits.read', 'sheets'), 'sheets');
  return {
    select: sql`k.id, k.township_id AS "townshipId", t.name AS "townshipName", k.title, k.content,
      k.document_number AS "documentNumber", k.starts_on AS "startsOn", k.ends_on AS "endsOn",
      k.version, coalesce(m.amounts, '[]') AS amounts,
      round(coalesce(m.total, 0), 2)::text AS total,
      EXISTS (SELECT 1 FROM batch_closing b WHERE b.batch_id = k.batch_id) AS closed`,
    table: sql`township_benefit k`,
    id: sql`k.id`,
    joins: sql`JOIN region t ON t.id = k.township_id`,
    details: sql`LEFT JOIN LATERAL (SELECT sum(a.amount) AS total, json_agg(json_build_object(
          'id', a.id, 'cadreId', c.id, 'cadreName', c.name, 'givenOn', a.given_on,
          'amount', a.amount::text, 'note', a.note) ORDER BY a.given_on, c.sort_key, a.id) AS amounts
        FROM township_benefit_amount a JOIN cadre c ON c.id = a.cadre_id
        WHERE a.benefit_id = k.id) m ON true`,
    conditions: [
      reach,
      ...(batchId === null ? [] : [sql`k.batch_id = ${batchId}::uuid`]),
      ...(townshipIds ? [oneOf('k.township_id', townshipIds, 'uuid')] : []),
      ...(cadreId
        ? [
            sql`EXISTS (SELECT 1 FROM township_benefit_amount o
              WHERE o.benefit_id = k.id AND o.cadre_id = ${cadreId}::uuid)`,
          ]
        : []),
      ...(q ? [sql`(position(${q} IN k.title) > 0 OR ${matches('t.name', q)})`] : []),
    ],
    order: orderBy(query.sort, order, 'k.id'),
  };
}

export async function readTownshipBenefits(
  { db }: Deps,
  actor: Actor,
  query: QueryOf<typeof listTownshipBenefits>,
): Promise<ReplyOf<typeof listTownshipBenefits>> {
  const batch = await batchAsked(db.prisma, query.batchId);
  const list = benefitList(actor, query, batch?.id ?? null);
  const { found, total } = await readPage<Row>(db.pool, list, query);
  return { items: found.map((row) => present(actor, row)), total };
}

export async function readAllTownshipBenefits(
  { db }: Deps,
  actor: Actor,
  query: Query,
): Promise<TownshipBenefit[]> {
  const batch = await batchAsked(db.prisma, query.batchId);
  const found = await readAll<Row>(db.pool, benefitList(actor, query, batch?.id ?? null));
  return found.map((row) => present(actor, row));
}

/** Throws `notFound` for one that isn't there or is another township's. */
export async function readTownshipBenefit(
  { db }: Deps,
  actor: Actor,
  id: string,
): Promise<TownshipBenefit> {
  const list = benefitList(actor, { sort: 'township' }, null);
  return present(actor, await readOne<Row>(db.pool, list, sql`k.id = ${id}::uuid`));
}

function present(actor: Actor, { closed, ...row }: Row): TownshipBenefit {
  const writes = !closed && may(actor.roles, 'townshipBenefits.write');
  const changeable = writes && reachesTownship(actor, 'townshipBenefits.write', row.townshipId);
  return { ...row, changeable };
}
