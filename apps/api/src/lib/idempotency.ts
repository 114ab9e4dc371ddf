import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from './actor.ts';
import { ApiError } from './api-error.ts';
import type { Deps } from './deps.ts';
import type { Sweep } from './upkeep.ts';

/** The request was carried out before: the reply that it got then is to be sent again. */
export class AlreadyCarriedOut extends Error {
  override readonly name = 'AlreadyCarriedOut';
}

/** What makes two requests the same: method, address and body. */
export function requestHash(method: string, url: string, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest('hex');
}

/**
 * The first statement of a write: takes the request's key, or waits for the request that has it.
 * Throws AlreadyCarriedOut when that one was committed.
 */
export async function claimKey(tx: Tx, actor: Actor): Promise<void> {
  const { userId, idempotency } = actor;
  if (!userId || !idempotency) return;
  const taken = await tx.$executeRaw`INSERT INTO idempotency_key (user_id, key, request_hash)
    VALUES (${userId}::uuid, ${idempotency.key}, ${idempotency.hash}) ON CONFLICT DO NOTHING`;
  if (taken === 0) throw new AlreadyCarriedOut();
  // One claim a request: a second write of the same request is the same act.
  actor.idempotency = null;
}

export interface KeptReply {
  status: number;
  body: string;
}

interface KeptKey {
  request_hash: string;
  status: number | null;
  reply: string | null;
}

/** Milliseconds that a repetition waits for the reply of the request that it repeats. */
const patience = 3_000;

/**
 * The reply kept under a key, or null when the key is new. Throws `idempotencyMismatch` for another
 * request under the same key, `alreadyDone` when the act was done and its reply was never kept.
 */
export async function keptReply(
  deps: Pick<Deps, 'db' | 'keys'>,
  userId: string,
  { key, hash }: { key: string; hash: string },
): Promise<KeptReply | null> {
  const deadline = Date.now() + patience;
  do {
    const kept = await readKey(deps, userId, key);
    if (!kept) return null;
    if (kept.request_hash !== hash) throw new ApiError('idempotencyMismatch');
    const { status, reply } = kept;
    if (status !== null && reply !== null) {
      return { status, body: deps.keys.open(reply, placeOf(userId, key)) };
    }
    // Committed, and its reply is being written at this moment.
    await wait(25);
  } while (Date.now() < deadline);
  throw new ApiError('alreadyDone');
}

async function readKey({ db }: Pick<Deps, 'db'>, userId: string, key: string) {
  const { rows } = await db.pool.query<KeptKey>({
    name: 'kept_reply',
    text: 'SELECT request_hash, status, reply FROM idempotency_key WHERE user_id = $1 AND key = $2',
    values: [userId, key],
  });
  return rows[0];
}

/** Keeps a reply, encrypted, for a day: `keySweep` removes it. */
export async function keepReply(
  deps: Pick<Deps, 'db' | 'keys'>,
  userId: string,
  key: string,
  { status, body }: KeptReply,
): Promise<void> {
  const sealed = deps.keys.seal(body, placeOf(userId, key));
  await deps.db.pool.query(
    'UPDATE idempotency_key SET status = $3, reply = $4 WHERE user_id = $1 AND key = $2',
    [userId, key, status, sealed],
  );
}

function placeOf(userId: string, key: string) {
  return { table: 'idempotency_key', column: 'reply', id: `${userId}.${key}` };
}

export const keySweep: Sweep = {
  name: 'idempotencyKeys',
  async run(tx) {
    await tx.$executeRaw`DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'`;
  },
};
