import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Deps } from '../../lib/deps.ts';

/** A refresh token is `<session id>.<secret>`; the table keeps the secret's hash only. */
export const sessionDays = 14;

/** A second tab may come with the token that the first has just used up. */
const graceSeconds = 30;

export interface Device {
  address: string;
  userAgent: string;
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Opens a session and gives its first refresh token. */
export async function openSession({ db }: Deps, userId: string, device: Device) {
  const id = uuid();
  const secret = randomBytes(32).toString('base64url');
  await db.pool.query(
    `INSERT INTO session (id, user_id, token_hash, expires_at, address, user_agent)
     VALUES ($1, $2, $3, now() + make_interval(days => $4), $5, $6)`,
    [id, userId, hashOf(secret), sessionDays, device.address, device.userAgent.slice(0, 300)],
  );
  return { sessionId: id, token: `${id}.${secret}` };
}

interface StoredSession {
  user_id: string;
  token_hash: string;
  previous_hash: string | null;
  in_grace: boolean;
}

export type Rotation =
  | { outcome: 'rotated'; userId: string; sessionId: string; token: string }
  /** Another tab has just rotated: an access token, and no new cookie. */
  | { outcome: 'kept'; userId: string; sessionId: string }
  | { outcome: 'refused' };

/** Exchanges a refresh token. One used up long ago was stolen: its whole family is revoked. */
export async function rotateSession({ db }: Deps, token: string): Promise<Rotation> {
  const [id = '', secret = ''] = token.split('.');
  if (!/^[0-9a-f-]{36}$/.test(id) || secret === '') return { outcome: 'refused' };
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<StoredSession>(
      `SELECT s.user_id, s.token_hash, s.previous_hash,
         s.rotated_at > now() - make_interval(secs => $2) AS in_grace
       FROM session s JOIN "user" u ON u.id = s.user_id
       WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND u.disabled_at IS NULL
       FOR UPDATE OF s`,
      [id, graceSeconds],
    );
    const [session] = rows;
    if (!session) return { outcome: 'refused' };
    const hash = hashOf(secret);
    if (same(session.token_hash, hash)) {
      const next = randomBytes(32).toString('base64url');
      await client.query(
        `UPDATE session SET previous_hash = token_hash, token_hash = $2, rotated_at = now(),
           last_used_at = now() WHERE id = $1`,
        [id, hashOf(next)],
      );
      return { outcome: 'rotated', userId: session.user_id, sessionId: id, token: `${id}.${next}` };
    }
    if (session.in_grace && session.previous_hash && same(session.previous_hash, hash)) {
      return { outcome: 'kept', userId: session.user_id, sessionId: id };
    }
    await client.query(
      "UPDATE session SET revoked_at = now(), revoked_reason = 'reuse' WHERE id = $1",
      [id],
    );
    return { outcome: 'refused' };
  } finally {
    await client.query('COMMIT').catch(() => {});
    client.release();
  }
}

function same(a: string, b: string) {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** Ends sessions of a user: one, all, or all but one. Gives how many. */
export async function revokeSessions(
  { db }: Deps,
  userId: string,
  which: { only?: string; except?: string },
  reason: string,
): Promise<number> {
  const { rowCount } = await db.pool.query(
    `UPDATE session SET revoked_at = now(), revoked_reason = $4
     WHERE user_id = $1 AND revoked_at IS NULL
       AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3)`,
    [userId, which.only ?? null, which.except ?? null, reason],
  );
  return rowCount ?? 0;
}
