import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listScopes, listUsers, User } from '@xuanpai/contracts/users';
import type { Deps } from '../../lib/deps.ts';
import { readOne, readPage } from '../../lib/list.ts';
import { rows, sql } from '../../lib/sql.ts';
import { presentUser, type UserRow, userList } from './list.ts';

export async function readUsers(
  { db }: Deps,
  query: QueryOf<typeof listUsers>,
): Promise<ReplyOf<typeof listUsers>> {
  const { found, total } = await readPage<UserRow>(db.pool, userList(query), query);
  return { items: found.map(presentUser), total };
}

/** Throws `notFound`. */
export async function readUser({ db }: Deps, id: string): Promise<User> {
  const list = userList({ sort: 'username' });
  return presentUser(await readOne<UserRow>(db.pool, list, sql`u.id = ${id}::uuid`));
}

/** Names to choose from, and no more: the administrator reads nothing of the registers. */
export async function readScopes({ db }: Deps): Promise<ReplyOf<typeof listScopes>> {
  const [townships, units] = await Promise.all([
    rows<{ id: string; name: string }>(
      db.pool,
      sql`SELECT id, name FROM region WHERE level = 'township' ORDER BY name COLLATE zh_pinyin, id`,
    ),
    rows<{ id: string; name: string }>(
      db.pool,
      sql`SELECT id, name FROM unit ORDER BY name COLLATE zh_pinyin, id`,
    ),
  ]);
  return { townships, units };
}
