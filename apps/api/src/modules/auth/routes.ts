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
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  getSecondFactor,
} from '@xuanpai/contracts/second-factor';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { ticketSeconds, ticketUrl } from '../../lib/tickets.ts';
import { presentAbout } from './about.ts';
import { confirmPassword } from './confirm-password.ts';
import { clearRefreshCookie } from './cookie.ts';
import { changeOwnPassword } from './own-password.ts';
import { endOwnSession, endOwnSessions, listOwnSessions, signedIn } from './own-sessions.ts';
import { presentMe } from './present.ts';
import { refreshSignIn, signOut } from './refresh.ts';
import { begin, confirm, end, readSecondFactor } from './second-factor.ts';
import { signIn } from './sign-in.ts';

export function authRoutes(deps: Deps): Route[] {
  return [
    route(about, async ({ request }) => presentAbout(deps, request)),
    route(login, async ({ body, request, reply }) => signIn(deps, body, { request, reply })),
    route(refresh, async ({ request, reply }) => refreshSignIn(deps, { request, reply })),
    route(logout, async ({ request, reply }) => signOut(deps, { request, reply })),
    route(logoutEverywhere, async ({ actor, body, request, reply }) => {
      await confirmPassword(deps, actor, { ...body, path: 'password' }, request);
      await endOwnSessions(deps, actor);
      clearRefreshCookie(deps, reply);
    }),
    route(me, async ({ actor }) => {
      const { userId, sessionId } = signedIn(actor);
      return presentMe(deps, userId, sessionId);
    }),
    route(changePassword, async ({ actor, body, request, reply }) =>
      changeOwnPassword(deps, actor, body, { request, reply }),
    ),
    route(getSecondFactor, async ({ actor }) => readSecondFactor(deps, actor)),
    route(beginSecondFactor, async ({ actor, body, request }) => begin(deps, actor, body, request)),
    route(confirmSecondFactor, async ({ actor, body }) => confirm(deps, actor, body)),
    route(endSecondFactor, async ({ actor, body, request }) => end(deps, actor, body, request)),
    route(listSessions, async ({ actor }) => ({ items: await listOwnSessions(deps, actor) })),
    route(revokeSession, async ({ actor, params, body, request }) => {
      await confirmPassword(deps, actor, { ...body, path: 'password' }, request);
      await endOwnSession(deps, actor, params.id);
    }),
    route(createTicket, async ({ actor, body, request }) => ({
      url: ticketUrl(request.server, signedIn(actor).sessionId, body.path),
      expiresIn: ticketSeconds,
    })),
  ];
}
