import type { login } from '@xuanpai/contracts/auth';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { User } from '@xuanpai/database/generated/client';
import type { FastifyRequest } from 'fastify';
import { ApiError, type Fault } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { firstPasswordDays, noSuchUser, passwordMatches } from '../../lib/passwords.ts';
import { spendCode } from '../../lib/records/second-factor.ts';
import { writeAs } from '../../lib/write.ts';
import { refreshCookieOf, setRefreshCookie } from './cookie.ts';
import { actorOf, type Exchange, tokenReply, visitor } from './exchange.ts';
import { newPlaceOf } from './places.ts';
import { endSessionOf } from './refresh.ts';
import { openSession } from './sessions.ts';
import { checkThrottle, countFailure, forgetFailures } from './throttle.ts';

/** An unknown name and a wrong password get the same answer in the same time. */
export async function signIn(deps: Deps, body: BodyOf<typeof login>, { request, reply }: Exchange) {
  const username = body.username.toLowerCase();
  await checkThrottle(deps, username, request.ip);
  const user = await deps.db.prisma.user.findUnique({ where: { username } });
  const matches = user
    ? await passwordMatches(user.passwordHash, body.password)
    : await noSuchUser(body.password);
  // Guesses sent side by side all passed the first check: what comes after the door shut is not heard.
  await checkThrottle(deps, username, request.ip);
  if (!user || !matches || user.disabledAt) return refuse(deps, request, username, user);
  if (hasRunOut(user)) {
    return refuse(deps, request, username, user, firstPasswordExpired);
  }
  const opened = await open(deps, user, body.code, request);
  // The password was right, which only those who know it are told.
  if (opened === 'codeWanted') throw new ApiError('codeRequired');
  if (opened === 'wrongCode') return refuse(deps, request, username, user, wrongCode);
  if (!opened) return refuse(deps, request, username, user);
  await forgetFailures(deps, username, request.ip);
  // Whoever signs in over a sign-in leaves that one: its cookie is overwritten.
  await endSessionOf(deps, request, refreshCookieOf(deps, request));
  setRefreshCookie(deps, reply, opened.token);
  return tokenReply(deps, reply, { userId: user.id, sessionId: opened.sessionId });
}

/**
 * Opens a session unless the password or the account changed while the password was checked, or the
 * second factor's code is wanting or wrong.
 */
function open(deps: Deps, user: User, code: string | undefined, request: FastifyRequest) {
  return writeAs(deps, actorOf(user, request), async (tx) => {
    const { id, passwordHash, lastSeenAt } = user;
    const factor = await tx.secondFactor.findUnique({ where: { userId: id } });
    let by: 'telephone' | 'recovery' | null = null;
    if (factor?.confirmedAt) {
      if (code === undefined) return 'codeWanted';
      by = await spendCode(deps, tx, id, code);
      if (by === null) return 'wrongCode';
    }
    const { count } = await tx.user.updateMany({
      where: { id, passwordHash, disabledAt: null },
      data: { seenBefore: lastSeenAt, lastSeenAt: new Date() },
    });
    if (count === 0) return null;
    const device = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const news = await newPlaceOf(tx, user, device);
    const params = {
      address: request.ip,
      ...(news.newAddress ? { newAddress: true } : {}),
      ...(by ? { code: by } : {}),
    };
    record(tx, { action: 'auth.signIn', entity: 'user', entityId: id, params });
    return openSession(tx, id, device, news);
  });
}

/** Counts and logs a failure. A name that nobody has isn't kept: people type their password there. */
async function refuse(
  deps: Deps,
  request: FastifyRequest,
  username: string,
  user: User | null,
  fault?: Fault,
): Promise<never> {
  await countFailure(deps, username, request.ip);
  await writeAs(deps, visitor(request), async (tx) => {
    record(tx, {
      action: 'auth.refused',
      entity: 'user',
      entityId: user?.id ?? null,
      params: { address: request.ip, name: user?.username ?? null },
    });
  });
  throw new ApiError('wrongCredentials', fault ? { faults: [fault] } : {});
}

/** One's own password stays good; only one that the administrator gave runs out. */
function hasRunOut({ mustChangePassword, passwordExpiresAt }: User): boolean {
  return mustChangePassword && passwordExpiresAt !== null && passwordExpiresAt < new Date();
}

/** Said to those who know the password only. */
const wrongCode: Fault = {
  path: 'code',
  code: 'wrongCode',
  message: {
    zh: '动态码不正确，或已经用过。',
    en: 'The code is wrong, or was used already.',
  },
};

/** The same. */
const firstPasswordExpired: Fault = {
  path: 'password',
  code: 'firstPasswordExpired',
  message: {
    zh: `首次口令超过${firstPasswordDays}天没有使用，已经失效。请找系统管理员重设。`,
    en: `The first password was not used for ${firstPasswordDays} days and has run out: ask the administrator for a new one.`,
  },
};
