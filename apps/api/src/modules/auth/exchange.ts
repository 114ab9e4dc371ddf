import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccessToken } from '../../lib/access-token.ts';
import { type Actor, systemActor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { presentMe } from './present.ts';

/** What signing in and out needs of a request besides its body. */
export interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Seconds that an access token lasts. */
const accessSeconds = 900;

/** An access token for a session, with the user whom the page greets. */
export async function tokenReply(
  deps: Deps,
  reply: FastifyReply,
  { userId, sessionId }: { userId: string; sessionId: string },
) {
  const accessToken = await reply.jwtSign(
    { sub: userId, sid: sessionId, kind: 'access' } satisfies AccessToken,
    { expiresIn: accessSeconds },
  );
  return { accessToken, expiresIn: accessSeconds, user: await presentMe(deps, userId, sessionId) };
}

/** Who acts on a public endpoint once it is known: for the audit log. */
export function actorOf(
  user: { id: string; username: string; name: string },
  request: FastifyRequest,
): Actor {
  const { id: userId, username, name } = user;
  return { ...systemActor, userId, username, name, requestId: request.id };
}

/** Nobody yet: somebody at the sign-in page. */
export function visitor(request: FastifyRequest): Actor {
  return { ...systemActor, username: 'visitor', name: '未登录', requestId: request.id };
}
