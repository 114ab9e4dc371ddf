import type { FastifyRequest } from 'fastify';
import { accessTokenOf } from '../../lib/access-token.ts';
import { ApiError } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { type EndReason, endSessions } from '../../lib/records/sessions.ts';
import { writeAs } from '../../lib/write.ts';
import { checkOrigin, clearRefreshCookie, refreshCookieOf, setRefreshCookie } from './cookie.ts';
import { actorOf, type Exchange, tokenReply } from './exchange.ts';
import { holderOf, isNewest, justRotated, readToken, rotate } from './sessions.ts';

/**
 * Exchanges the refresh token. Another tab's that has just been used up gets an access token and no
 * new cookie; one used up long ago was stolen, and its whole family is revoked.
 */
export async function refreshSignIn(deps: Deps, { request, reply }: Exchange) {
  checkOrigin(deps, request);
  const cookie = refreshCookieOf(deps, request);
  if (!cookie) throw new ApiError('notSignedIn');
  const token = readToken(cookie);
  const rotated = token && (await rotate(deps, token));
  if (rotated) {
    setRefreshCookie(deps, reply, rotated.token);
    return tokenReply(deps, reply, rotated);
  }
  const kept = token && (await justRotated(deps, token));
  if (kept) return tokenReply(deps, reply, kept);
  if (token && !(await isNewest(deps, token))) await endSession(deps, request, token.id, 'reuse');
  clearRefreshCookie(deps, reply);
  throw new ApiError('sessionEnded');
}

/** Ends the session of the cookie and that of the access token, whichever came. */
export async function signOut(deps: Deps, { request, reply }: Exchange) {
  checkOrigin(deps, request);
  const token = readToken(refreshCookieOf(deps, request) ?? '');
  const held = token && (await holderOf(deps, token));
  const access = await accessTokenOf(request).catch(() => null);
  const ids = new Set([held?.sessionId, access?.sid].filter((id) => id !== undefined));
  for (const id of ids) await endSession(deps, request, id, 'signOut');
  clearRefreshCookie(deps, reply);
}

/** Ends the session that a cookie still opens; nothing for none, or one that is over. */
export async function endSessionOf(deps: Deps, request: FastifyRequest, cookie: string | null) {
  const token = readToken(cookie ?? '');
  const held = token && (await holderOf(deps, token));
  if (held) await endSession(deps, request, held.sessionId, 'signOut');
}

const actions = { signOut: 'auth.signOut', reuse: 'auth.reuse' } as const;

async function endSession(
  deps: Deps,
  request: FastifyRequest,
  id: string,
  reason: keyof typeof actions & EndReason,
) {
  const session = await deps.db.prisma.session.findUnique({
    where: { id },
    include: { user: true },
  });
  if (!session) return;
  await writeAs(deps, actorOf(session.user, request), async (tx) => {
    const ended = await endSessions(tx, session.userId, { only: id }, reason);
    if (ended === 0) return;
    const params = { address: request.ip };
    record(tx, { action: actions[reason], entity: 'user', entityId: session.userId, params });
  });
}
