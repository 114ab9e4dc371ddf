import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { search } from '@xuanpai/contracts/home';
import { searchKey } from '@xuanpai/domain/office/text';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { matches } from '../../lib/list.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { rows, sql } from '../../lib/sql.ts';

type Reply = ReplyOf<typeof search>;

const most = 20;

/**
 * People, villages and units within reach that a text finds, best first: the whole name, then what
 * begins with it, then what holds it; short names before long ones.
 */
export async function findAnything({ db }: Deps, actor: Actor, q: string): Promise<Reply> {
  const reach = {
    cadres: scopeSql(scopeFor(actor, 'cadres.read', 'cadres'), 'cadres'),
    villages: scopeSql(scopeFor(actor, 'villages.read', 'villages'), 'villages'),
    units: scopeSql(scopeFor(actor, 'units.read', 'units'), 'units'),
  };
  const text = searchKey(q);
  const items = await rows<Reply['items'][number]>(
    db.pool,
    sql`SELECT kind, id, name, detail FROM (
      (SELECT 'cadre' AS kind, c.id, c.name, concat_ws(' ', u.name, c.position) AS detail,
        c.search_key AS key, 1 AS place
        FROM cadre c JOIN unit u ON u.id = c.unit_id
        WHERE ${reach.cadres} AND ${matches('c.search_key', q)})
      UNION ALL
      (SELECT 'village', v.id, v.name, t.name, v.search_key, 2
        FROM village v JOIN region t ON t.id = v.township_id
        WHERE ${reach.villages} AND ${matches('v.search_key', q)})
      UNION ALL
      (SELECT 'unit', u.id, u.name, COALESCE(u.contact_name, ''), u.search_key, 3
        FROM unit u
        WHERE ${reach.units} AND ${matches('u.search_key', q)})) found
      ORDER BY ${text} = ANY(string_to_array(key, ' ')) DESC,
        starts_with(key, ${text}) OR position(${` ${text}`} IN key) > 0 DESC,
        place, length(name), name COLLATE zh_pinyin, id
      LIMIT ${most}`,
  );
  return { items };
}
