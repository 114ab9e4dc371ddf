import type { listCadres } from '@xuanpai/contracts/cadres';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { Actor } from '../../lib/actor.ts';
import { type ListSql, matches } from '../../lib/list.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { empty, oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';

type Query = Omit<QueryOf<typeof listCadres>, 'page' | 'pageSize'>;

const order = {
  name: 'c.sort_key',
  unit: ['ou.name COLLATE zh_pinyin', 'c.sort_key'],
  bornOn: 'c.born_on',
  joinedOn: 'c.joined_on NULLS LAST',
  rank: ['c.rank', 'c.sort_key'],
};

/**
 * The people within reach as the contract writes them, ID number masked; with the nomination, and
 * once issued the village, in the batch asked for.
 */
export function cadreList(actor: Actor, query: Query): ListSql {
  const batchId = sql`${query.batchId ?? null}::uuid`;
  const named = sql`LEFT JOIN nomination n
    ON n.cadre_id = c.id AND n.batch_id = ${batchId} AND n.state = 'active'`;
  const unit = sql`JOIN unit u ON u.id = c.unit_id`;
  // Joined: a subquery of the row would read all villages for each.
  const post = sql`LEFT JOIN LATERAL (SELECT v.name AS "villageName"
    FROM assignment a JOIN village v ON v.id = a.village_id
    WHERE a.cadre_id = c.id AND a.batch_id = ${batchId} AND a.state = 'inForce'
    ORDER BY a.starts_on DESC LIMIT 1) post ON true`;
  const byNomination = query.categories !== undefined || query.tiers !== undefined;
  const byUnit = query.townshipIds !== undefined;
  const filtered = sql`${byUnit ? unit : empty} ${byNomination ? named : empty}`;
  return {
    select: sql`c.id, c.name, c.sex, c.ethnicity, c.born_on AS "bornOn",
      c.id_number_mask AS "idNumberMask", c.native_place AS "nativePlace",
      c.political_status AS "politicalStatus", c.joined_on AS "joinedOn",
      c.full_member_on AS "fullMemberOn", c.membership_document AS "membershipDocument",
      c.working_since AS "workingSince", c.education, c.unit_id AS "unitId", u.name AS "unitName",
      u.township_id AS "townshipId", c.position, c.rank, c.staffing_type AS "staffingType",
      c.management_authority AS "managementAuthority", c.speciality,
      c.home_township AS "homeTownship", c.phone, c.note, n.category, n.tier,
      post."villageName", c.version`,
    table: sql`cadre c`,
    id: sql`c.id`,
    joins: filtered,
    ordering: query.sort.endsWith('unit') ? sql`JOIN unit ou ON ou.id = c.unit_id` : empty,
    details: sql`${byUnit ? empty : unit} ${byNomination ? empty : named} ${post}`,
    conditions: [scopeSql(scopeFor(actor, 'cadres.read', 'cadres'), 'cadres'), ...filters(query)],
    order: orderBy(query.sort, order, 'c.id'),
  };
}

function filters(query: Query): Sql[] {
  const { q, unitIds, townshipIds, ranks, staffingTypes, specialities, categories, tiers } = query;
  return [
    ...(q ? [matches('c.search_key', q)] : []),
    ...(unitIds ? [oneOf('c.unit_id', unitIds, 'uuid')] : []),
    ...(townshipIds ? [oneOf('u.township_id', townshipIds, 'uuid')] : []),
    ...(ranks ? [oneOf('c.rank', ranks, 'rank')] : []),
    ...(staffingTypes ? [oneOf('c.staffing_type', staffingTypes, 'staffing_type')] : []),
    ...(specialities ? [oneOf('c.speciality', specialities, 'speciality')] : []),
    ...(categories ? [oneOf('n.category', categories, 'category')] : []),
    ...(tiers ? [oneOf('n.tier', tiers, 'tier')] : []),
  ];
}
