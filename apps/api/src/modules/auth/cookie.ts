import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { sessionDays } from './sessions.ts';

const isHttps = (deps: Deps) => deps.settings.publicUrl.startsWith('https:');
const nameOf = (deps: Deps) => (isHttps(deps) ? '__Secure-xuanpai' : 'xuanpai');

const optionsOf = (deps: Deps) =>
  ({ path: '/api/auth', httpOnly: true, sameSite: 'strict', secure: isHttps(deps) }) as const;

export function setRefreshCookie(deps: Deps, reply: FastifyReply, token: string) {
  reply.setCookie(nameOf(deps), token, { ...optionsOf(deps), maxAge: sessionDays * 86_400 });
}

export function clearRefreshCookie(deps: Deps, reply: FastifyReply) {
  reply.clearCookie(nameOf(deps), optionsOf(deps));
}

export function refreshCookieOf(deps: Deps, request: FastifyRequest): string | null {
  return request.cookies[nameOf(deps)] ?? null;
}

/** What a cookie alone authorises must come from our own page: checks `Origin` where it is sent. */
export function checkOrigin(deps: Deps, request: FastifyRequest) {
  const { origin } = request.headers;
  if (origin === undefined) return;
  const own = new URL(deps.settings.publicUrl).origin;
  if (origin === own || (deps.settings.demo && sameHost(origin, request.headers.host))) return;
  throw new ApiError('originRefused');
}

function sameHost(origin: string, host: string | undefined) {
  return URL.canParse(origin) && new URL(origin).host === host;
}
