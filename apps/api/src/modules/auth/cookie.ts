import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { isLocal } from '../../lib/local-host.ts';
import { sessionDays } from '../../lib/records/sessions.ts';

const isHttps = (deps: Deps) => deps.settings.publicUrl.startsWith('https:');
/** Over https of this host only: no other host of the domain can set it, which wants the path `/`. */
const nameOf = (deps: Deps) => (isHttps(deps) ? '__Host-xuanpai' : 'xuanpai');
const pathOf = (deps: Deps) => (isHttps(deps) ? '/' : '/api/auth');

const optionsOf = (deps: Deps) =>
  ({ path: pathOf(deps), httpOnly: true, sameSite: 'strict', secure: isHttps(deps) }) as const;

export function setRefreshCookie(deps: Deps, reply: FastifyReply, token: string) {
  reply.setCookie(nameOf(deps), token, { ...optionsOf(deps), maxAge: sessionDays * 86_400 });
}

export function clearRefreshCookie(deps: Deps, reply: FastifyReply) {
  reply.clearCookie(nameOf(deps), optionsOf(deps));
}

export function refreshCookieOf(deps: Deps, request: FastifyRequest): string | null {
  return request.cookies[nameOf(deps)] ?? null;
}

/**
 * What a cookie alone authorises must come from our own page. Every browser sends `Origin` with a POST;
 * without it, it is a program (which sends no `Sec-Fetch-Site` either) or the same page.
 */
export function checkOrigin(deps: Deps, request: FastifyRequest) {
  const { origin, host, 'sec-fetch-site': site = 'none' } = request.headers;
  const own =
    origin === undefined
      ? ['same-origin', 'none'].includes(String(site))
      : isOwn(deps, origin, host);
  if (!own) throw new ApiError('originRefused');
}

/**
 * The page's own address; one machine has several names for itself, and the demo answers to whatever
 * address it was opened at.
 */
function isOwn({ settings }: Deps, origin: string, host: string | undefined) {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const own = new URL(settings.publicUrl);
  if (from.origin === own.origin) return true;
  const sameMachine = isLocal(from.hostname) && isLocal(own.hostname);
  if (sameMachine && from.protocol === own.protocol && from.port === own.port) return true;
  return settings.demo && from.host === host;
}
