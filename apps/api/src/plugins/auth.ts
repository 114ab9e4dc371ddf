import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { may } from '@xuanpai/contracts/permissions';
import type { FastifyRequest } from 'fastify';
import { accessTokenOf } from '../lib/access-token.ts';
import { type Actor, systemActor } from '../lib/actor.ts';
import { ApiError } from '../lib/api-error.ts';
import type { Deps } from '../lib/deps.ts';
import { languageOf } from '../lib/language.ts';
import { wantsSecondFactor } from '../lib/records/second-factor.ts';
import { loadSession } from '../lib/session-loader.ts';
import { ticketOf } from '../lib/tickets.ts';

/** Endpoints that a first password doesn't bar. */
const beforePasswordChange = new Set(['me', 'changePassword', 'logoutEverywhere']);

/** Endpoints that a second factor that is still to be set up doesn't bar. */
const beforeSecondFactor = new Set([
  ...beforePasswordChange,
  ...['getSecondFactor', 'beginSecondFactor', 'confirmSecondFactor'],
]);

/**
 * Lets a request in: gives who asks. Throws `notSignedIn`, `sessionEnded`, `passwordChangeRequired`,
 * `secondFactorRequired` or `forbidden`.
 */
export async function admit(
  deps: Deps,
  endpoint: EndpointShape,
  request: FastifyRequest,
): Promise<Actor> {
  const language = languageOf(request.headers['accept-language']);
  if (endpoint.access === 'public') return { ...systemActor, requestId: request.id, language };
  const sessionId = await sessionIdOf(endpoint, request);
  const row = await loadSession(deps, sessionId);
  if (!row) throw new ApiError('sessionEnded');
  const roles = row.grants.map(({ role }) => role);
  if (row.must_change && !beforePasswordChange.has(endpoint.id)) {
    throw new ApiError('passwordChangeRequired');
  }
  const bare = wantsSecondFactor(deps, roles) && !row.has_factor;
  if (bare && !beforeSecondFactor.has(endpoint.id)) throw new ApiError('secondFactorRequired');
  if (endpoint.access !== 'signedIn' && !may(roles, endpoint.access))
    throw new ApiError('forbidden');
  return {
    userId: row.user_id,
    username: row.username,
    name: row.name,
    grants: row.grants,
    roles,
    sessionId,
    requestId: request.id,
    language,
    mustChangePassword: row.must_change,
    idempotency: null,
  };
}

async function sessionIdOf(endpoint: EndpointShape, request: FastifyRequest): Promise<string> {
  const ticket = endpoint.kind === 'file' ? ticketOf(request) : null;
  return ticket ? ticket.sid : (await accessTokenOf(request)).sid;
}
