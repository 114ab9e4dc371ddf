import {
  about,
  changePassword,
  createTicket,
  listSessions,
  login,
  logout,
  logoutEverywhere,
  me,
  refresh,
  revokeSession,
} from '@xuanpai/contracts/auth';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { ticketSeconds, ticketUrl } from '../../lib/tickets.ts';
import { presentAbout } from './about.ts';
import { clearRefreshCookie } from './cookie.ts';
import { listOwnSessions } from './own-sessions.ts';
import { presentMe } from './present.ts';
import { revokeSessions } from './sessions.ts';
import { changeOwnPassword, refreshSignIn, signIn, signOut } from './sign-in.ts';

export function authRoutes(deps: Deps): Route[] {
  return [
    route(about, async ({ request }) => presentAbout(deps, request)),
    route(login, async ({ body, request, reply }) => signIn(deps, body, { request, reply })),
    route(refresh, async ({ request, reply }) => refreshSignIn(deps, { request, reply })),
    route(logout, async ({ request, reply }) => signOut(deps, { request, reply })),
    route(logoutEverywhere, async ({ actor, reply }) => {
      await revokeSessions(deps, idsOf(actor).userId, {}, 'signOutEverywhere');
      clearRefreshCookie(deps, reply);
    }),
    route(me, async ({ actor }) => presentMe(deps, idsOf(actor).userId)),
    route(changePassword, async ({ actor, body, request, reply }) =>
      changeOwnPassword(deps, actor, body, { request, reply }),
    ),
    route(listSessions, async ({ actor }) => ({
      items: await listOwnSessions(deps, idsOf(actor)),
    })),
    route(revokeSession, async ({ actor, params }) => {
      const ended = await revokeSessions(deps, idsOf(actor).userId, { only: params.id }, 'signOut');
      if (ended === 0) throw notFound();
    }),
    route(createTicket, async ({ actor, body, request }) => ({
      url: ticketUrl(request.server, idsOf(actor).sessionId, body.path),
      expiresIn: ticketSeconds,
    })),
  ];
}

function idsOf({ userId, sessionId }: Actor) {
  if (!userId || !sessionId) throw new ApiError('notSignedIn');
  return { userId, sessionId };
}
