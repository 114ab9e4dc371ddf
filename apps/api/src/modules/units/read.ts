import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getUnit, listUnits, Unit } from '@xuanpai/contracts/units';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readOne, readPage } from '../../lib/list.ts';
import { sql } from '../../lib/sql.ts';
import { unitList } from './list.ts';

export async function readUnits(
  { db }: Deps,
  actor: Actor,
  query: QueryOf<typeof listUnits>,
): Promise<ReplyOf<typeof listUnits>> {
  const { found, total } = await readPage<Unit>(db.pool, unitList(actor, query), query);
  return { items: found, total };
}

export function readUnit(
  { db }: Deps,
  actor: Actor,
  id: string,
  query: QueryOf<typeof getUnit>,
): Promise<Unit> {
  const list = unitList(actor, { ...query, sort: 'name' });
  return readOne<Unit>(db.pool, list, sql`u.id = ${id}::uuid`);
}
