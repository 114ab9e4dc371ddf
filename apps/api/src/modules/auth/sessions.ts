import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '@xuanpai/database/transaction';
import { v7 as uuid } from 'uuid';
import type { Deps } from '../../lib/deps.ts';
import { idleHours, sessionDays } from '../../lib/records/sessions.ts';
import { rows, sql } from '../../lib/sql.ts';
import type { NewPlace } from './places.ts';

/** A second tab may come with the token that the first has just used up. */
const graceSeconds = 30;

export interface Device {
  address: string;
  userAgent: string;
}

interface Presented {
  id: string;
  hash: string;
}

const newSecret = () => randomBytes(32).toString('base64url');
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/**
 * Opens a session and gives its first refresh token, `<session id>.<secret>`; the table keeps the
 * secret's hash only.
 */
export async function openSession(
  tx: Tx,
  userId: string,
  { address, userAgent }: Device,
  news: NewPlace,
) {
  const id = uuid();
  const secret = newSecret();
  await tx.session.create({
    data: {
      id,
      userId,
      tokenHash: hashOf(secret),
      expiresAt: new Date(Date.now() + sessionDays * 86_400_000),
      address,
      userAgent: userAgent.slice(0, 300),
      ...news,
    },
  });
  return { sessionId: id, token: `${id}.${secret}` };
}

/** The parts of a token that has the form of one, else null. */
export function readToken(token: string): Presented | null {
  const [, id, secret] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(.+)$/.exec(token) ?? [];
  return id && secret ? { id, hash: hashOf(secret) } : null;
}

interface Owner {
  userId: string;
}

const live = sql`s.revoked_at IS NULL AND s.expires_at > now()
  AND s.last_used_at > now() - make_interval(hours => ${idleHours}) AND EXISTS
  (SELECT 1 FROM "user" u WHERE u.id = s.user_id AND u.disabled_at IS NULL)`;

/** Exchanges the newest token of a session for the next; null when it isn't the newest any more. */
export async function rotate({ db }: Deps, { id, hash }: Presented) {
  const secret = newSecret();
  // One statement: of several tabs that come at once, one finds its token still there.
  const [owner] = await rows<Owner>(
    db.pool,
    sql`UPDATE session s SET previous_hash = token_hash, token_hash = ${hashOf(secret)},
        rotated_at = now(), last_used_at = now()
      WHERE s.id = ${id}::uuid AND s.token_hash = ${hash} AND ${live}
      RETURNING s.user_id AS "userId"`,
  );
  return owner ? { ...owner, sessionId: id, token: `${id}.${secret}` } : null;
}

/** Whose session it is, when the token was exchanged by another tab moments ago; else null. */
export async function justRotated({ db }: Deps, { id, hash }: Presented) {
  const [owner] = await rows<Owner>(
    db.pool,
    sql`SELECT s.user_id AS "userId" FROM session s
      WHERE s.id = ${id}::uuid AND s.previous_hash = ${hash} AND ${live}
        AND s.rotated_at > now() - make_interval(secs => ${graceSeconds})`,
  );
  return owner ? { ...owner, sessionId: id } : null;
}

/** Whether it is a session's newest token: one whose session is over wasn't stolen. */
export async function isNewest({ db }: Deps, { id, hash }: Presented): Promise<boolean> {
  return (await db.prisma.session.count({ where: { id, tokenHash: hash } })) > 0;
}

/** The session that a token opens or has just opened; null for one used up before that. */
export async function holderOf({ db }: Deps, { id, hash }: Presented) {
  const session = await db.prisma.session.findFirst({
    where: { id, OR: [{ tokenHash: hash }, { previousHash: hash }] },
    select: { id: true },
  });
  return session && { sessionId: session.id };
}
