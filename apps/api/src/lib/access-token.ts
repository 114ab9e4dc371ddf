import type { FastifyRequest } from 'fastify';
import { ApiError } from './api-error.ts';

/** What an access token carries; role and scope are loaded for each request. */
export interface AccessToken {
  sub: string;
  sid: string;
  kind: 'access';
}

/** The request's access token. Throws `notSignedIn` without one, `sessionEnded` for a bad one. */
export async function accessTokenOf(request: FastifyRequest): Promise<AccessToken> {
  if (!request.headers.authorization) throw new ApiError('notSignedIn');
  const token = await request.jwtVerify<AccessToken>().catch(() => null);
  if (token?.kind !== 'access') throw new ApiError('sessionEnded');
  return token;
}
