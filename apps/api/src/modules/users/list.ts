import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { listUsers, User } from '@xuanpai/contracts/users';
import type { ListSql } from '../../lib/list.ts';
import { contains, empty, oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';

type Query = Omit<QueryOf<typeof listUsers>, 'page' | 'pageSize'>;

export type UserRow = Omit<User, 'lastSeenAt'> & { lastSeenAt: Date | null };

export function presentUser({ lastSeenAt, ...user }: UserRow): User {
  return { ...user, lastSeenAt: lastSeenAt?.toISOString() ?? null };
}

const order = {
  username: 'u.username',
  name: 'u.name COLLATE zh_pinyin',
  lastSeenAt: 'u.last_seen_at NULLS LAST',
};

/** The accounts with their roles; nothing of what their people do. */
export function userList(query: Query): ListSql {
  return {
    select: sql`u.id, u.username, u.name, u.disabled_at IS NOT NULL AS disabled,
      u.must_change_password AS "mustChangePassword", u.last_seen_at AS "lastSeenAt", u.version,
      EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = u.id
        AND f.confirmed_at IS NOT NULL) AS "secondFactor",
      COALESCE((
        SELECT json_agg(json_build_object('role', r.role, 'townshipId', r.township_id, 'townshipName', t.name,
          'unitId', r.unit_id, 'unitName', n.name, 'startsOn', r.starts_on, 'endsOn', r.ends_on)
          ORDER BY r.role, r.starts_on NULLS FIRST, r.id)
        FROM user_role r LEFT JOIN region t ON t.id = r.township_id LEFT JOIN unit n ON n.id = r.unit_id
        WHERE r.user_id = u.id), '[]') AS roles`,
    table: sql`"user" u`,
    id: sql`u.id`,
    joins: empty,
    conditions: conditions(query),
    order: orderBy(query.sort, order, 'u.id'),
  };
}

function conditions({ q, roles, state }: Query): Sql[] {
  return [
    ...(q ? [sql`(${contains('u.username', q)} OR ${contains('u.name', q)})`] : []),
    ...(roles ? [holdsOne(roles)] : []),
    ...(state === 'active' ? [sql`u.disabled_at IS NULL`] : []),
    ...(state === 'disabled' ? [sql`u.disabled_at IS NOT NULL`] : []),
  ];
}

function holdsOne(roles: readonly string[]): Sql {
  return sql`EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND ${oneOf('r.role', roles, 'role')})`;
}
