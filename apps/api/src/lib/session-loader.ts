import type { Grant } from '@xuanpai/domain/access';
import DataLoader from 'dataloader';
import type { Deps } from './deps.ts';
import { prepared, sql } from './sql.ts';

export interface SessionRow {
  id: string;
  user_id: string;
  username: string;
  name: string;
  must_change: boolean;
  has_factor: boolean;
  grants: Grant[];
}

type Asked = Pick<Deps, 'db' | 'today'>;

const loaders = new WeakMap<Asked, DataLoader<string, SessionRow | null>>();

/**
 * Session, user and the roles held today: signing out, disabling and a role's end act at once, in
 * every process. Requests that arrive together are asked for together; nothing is kept.
 */
export function loadSession(deps: Asked, sessionId: string): Promise<SessionRow | null> {
  const known = loaders.get(deps);
  if (known) return known.load(sessionId);
  const loader = new DataLoader<string, SessionRow | null>(
    (ids) => readSessions(deps, ids),
    // After all sockets that have something were read.
    { cache: false, batchScheduleFn: setImmediate, maxBatchSize: 100 },
  );
  loaders.set(deps, loader);
  return loader.load(sessionId);
}

async function readSessions({ db, today }: Asked, ids: readonly string[]) {
  const found = await prepared<SessionRow>(
    db.pool,
    sql`SELECT s.id, u.id AS user_id, u.username, u.name, u.must_change_password AS must_change,
      EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS has_factor,
      COALESCE((SELECT json_agg(json_build_object('role', r.role, 'townshipId', r.township_id, 'unitId', r.unit_id))
        FROM user_role r WHERE r.user_id = u.id
          AND daterange(r.starts_on, r.ends_on, '[]') @> ${today()}::date), '[]') AS grants
      FROM session s JOIN "user" u ON u.id = s.user_id
      WHERE s.id = ANY(${[...new Set(ids)]}::uuid[])
        AND s.revoked_at IS NULL AND s.expires_at > now() AND u.disabled_at IS NULL`,
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
