import type { changePassword, login } from '@xuanpai/contracts/auth';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, systemActor } from '../../lib/actor.ts';
import { ApiError, invalid } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import type { AccessToken } from '../../plugins/auth.ts';
import { checkOrigin, clearRefreshCookie, refreshCookieOf, setRefreshCookie } from './cookie.ts';
import { hashPassword, noSuchUser, passwordFault, passwordMatches } from './passwords.ts';
import { presentMe } from './present.ts';
import { openSession, revokeSessions, rotateSession } from './sessions.ts';
import { checkThrottle, countFailure, forgetFailures } from './throttle.ts';

/** Seconds that an access token lasts. */
const accessSeconds = 900;

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

async function tokenReply(deps: Deps, reply: FastifyReply, userId: string, sessionId: string) {
  const accessToken = await reply.jwtSign(
    { sub: userId, sid: sessionId, kind: 'access' } satisfies AccessToken,
    { expiresIn: accessSeconds },
  );
  return { accessToken, expiresIn: accessSeconds, user: await presentMe(deps, userId) };
}

/** An unknown name and a wrong password get the same answer in the same time. */
export async function signIn(deps: Deps, body: BodyOf<typeof login>, { request, reply }: Exchange) {
  const username = body.username.toLowerCase();
  await checkThrottle(deps, username, request.ip);
  const user = await deps.db.prisma.user.findUnique({ where: { username } });
  const matches = user
    ? await passwordMatches(user.passwordHash, body.password)
    : await noSuchUser(body.password);
  if (!user || !matches || user.disabledAt) {
    await countFailure(deps, username, request.ip);
    await noteSignIn(deps, request, user ? user.id : null, 'auth.refused', username);
    throw new ApiError('wrongCredentials');
  }
  await forgetFailures(deps, username);
  const device = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
  const { sessionId, token } = await openSession(deps, user.id, device);
  await deps.db.prisma.user.update({
    where: { id: user.id },
    data: { seenBefore: user.lastSeenAt, lastSeenAt: new Date() },
  });
  await noteSignIn(deps, request, user.id, 'auth.signIn', user.name);
  setRefreshCookie(deps, reply, token);
  return tokenReply(deps, reply, user.id, sessionId);
}

function noteSignIn(
  deps: Deps,
  request: FastifyRequest,
  userId: string | null,
  action: string,
  name: string,
) {
  const actor: Actor = { ...systemActor, userId, name, requestId: request.id };
  return writeAs(deps, actor, async (tx) => {
    record(tx, { action, entity: 'user', entityId: userId, params: { address: request.ip } });
  });
}

export async function refreshSignIn(deps: Deps, { request, reply }: Exchange) {
  checkOrigin(deps, request);
  const token = refreshCookieOf(deps, request);
  if (!token) throw new ApiError('notSignedIn');
  const rotation = await rotateSession(deps, token);
  if (rotation.outcome === 'refused') {
    clearRefreshCookie(deps, reply);
    throw new ApiError('sessionEnded');
  }
  if (rotation.outcome === 'rotated') setRefreshCookie(deps, reply, rotation.token);
  return tokenReply(deps, reply, rotation.userId, rotation.sessionId);
}

export async function signOut(deps: Deps, { request, reply }: Exchange) {
  checkOrigin(deps, request);
  const token = refreshCookieOf(deps, request);
  if (token) {
    const rotation = await rotateSession(deps, token);
    if (rotation.outcome !== 'refused') {
      await revokeSessions(deps, rotation.userId, { only: rotation.sessionId }, 'signOut');
    }
  }
  clearRefreshCookie(deps, reply);
}

/** The own password, with the old one; every other session ends. */
export async function changeOwnPassword(
  deps: Deps,
  actor: Actor,
  body: BodyOf<typeof changePassword>,
  { request, reply }: Exchange,
) {
  const { userId, sessionId } = actor;
  if (!userId || !sessionId) throw new ApiError('notSignedIn');
  await checkThrottle(deps, actor.username, request.ip);
  const user = await deps.db.prisma.user.findUniqueOrThrow({ where: { id: userId } });
  if (!(await passwordMatches(user.passwordHash, body.current))) {
    await countFailure(deps, actor.username, request.ip);
    const message = { zh: '当前口令不正确。', en: 'The current password is wrong.' };
    throw invalid([{ path: 'current', code: 'wrongPassword', message }]);
  }
  const fault =
    body.next === body.current
      ? {
          zh: '新口令不能与当前口令相同。',
          en: 'The new password must differ from the current one.',
        }
      : passwordFault(body.next, actor.username);
  if (fault) throw invalid([{ path: 'next', code: 'weakPassword', message: fault }]);
  const passwordHash = await hashPassword(body.next);
  await writeAs(deps, actor, async (tx) => {
    await tx.user.update({
      where: { id: userId },
      data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
    });
    record(tx, { action: 'auth.changePassword', entity: 'user', entityId: userId });
  });
  await revokeSessions(deps, userId, { except: sessionId }, 'passwordChanged');
  return tokenReply(deps, reply, userId, sessionId);
}
