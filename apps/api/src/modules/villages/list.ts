import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { listVillages } from '@xuanpai/contracts/villages';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type ListSql, matches } from '../../lib/list.ts';
import { readPolicyOfBatch } from '../../lib/policy.ts';
import { incomeYearSql, poorSql, tierSql, yearOf } from '../../lib/records/tier-sql.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { empty, oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';

type Query = Omit<QueryOf<typeof listVillages>, 'page' | 'pageSize'>;

const order = {
  name: 'v.name COLLATE zh_pinyin',
  code: 'v.code',
  township: 'v.place',
  households: 'v.households NULLS LAST',
  population: 'v.population NULLS LAST',
  partyMembers: 'v.party_members NULLS LAST',
  operatingIncome: 'v.latest_income NULLS LAST',
};

/** The villages within reach as the contract writes them, with what they are in the batch asked for. */
export async function villageList(deps: Deps, actor: Actor, query: Query): Promise<ListSql> {
  const { batch, policy } = await readPolicyOfBatch(deps, query.batchId);
  const poor = poorSql(policy);
  const tier = tierSql(policy);
  const income = incomeYearSql(batch?.date ?? null);
  const byIncome = query.tiers !== undefined || query.poor !== undefined;
  const isDescribed = byIncome || query.kinds !== undefined;
  const township = sql`JOIN region t ON t.id = v.township_id`;
  const described = sql`LEFT JOIN batch_village b
    ON b.village_id = v.id AND b.batch_id = ${batch?.id ?? null}::uuid`;
  const filtered = sql`${isDescribed ? described : empty} ${byIncome ? income.all : empty}`;
  return {
    select: sql`${columns}, ${batch ? inBatch(poor, tier) : sql`NULL`} AS batch`,
    table: sql`village v`,
    id: sql`v.id`,
    joins: filtered,
    details: sql`${township} ${latest.each}
      ${isDescribed || !batch ? empty : described} ${byIncome || !batch ? empty : income.each}`,
    conditions: [
      scopeSql(scopeFor(actor, 'villages.read', 'villages'), 'villages'),
      ...filters(query, poor, tier),
    ],
    order: orderBy(query.sort, order, 'v.id'),
  };
}

const latest = yearOf('y', sql`true`);

const columns = sql`v.id, v.code, v.name, v.township_id AS "townshipId", t.name AS "townshipName",
  v.households, v.population, v.party_members AS "partyMembers",
  v.main_industry AS "mainIndustry", v.note, v.version,
  CASE WHEN y.year IS NOT NULL THEN json_build_object(
    'year', y.year,
    'operatingIncome', y.operating_income::text,
    'netIncomePerHead', y.net_income_per_head::text,
    'infrastructureInvestment', y.infrastructure_investment::text) END AS "latestYear"`;

/** A village that nobody has described to the batch yet has no kinds, and no tier. */
function inBatch(poor: Sql, tier: Sql): Sql {
  return sql`json_build_object('kinds', COALESCE(b.kinds, '{}'),
    'cityDispatched', COALESCE(b.city_dispatched, false),
    'poor', ${poor}, 'tier', ${tier}, 'version', COALESCE(b.version, 1))`;
}

function filters(query: Query, poor: Sql, tier: Sql): Sql[] {
  const { q, townshipIds, kinds, tiers } = query;
  return [
    ...(q ? [matches('v.search_key', q)] : []),
    ...(townshipIds ? [oneOf('v.township_id', townshipIds, 'uuid')] : []),
    ...(kinds ? [sql`b.kinds && ${kinds}::village_kind[]`] : []),
    ...(tiers ? [sql`(${tier}) = ANY(${tiers}::tier[])`] : []),
    ...(query.poor && query.batchId ? [sql`${poor} = ${query.poor === 'true'}`] : []),
  ];
}
