import type * as auth from '@xuanpai/contracts/auth';
import type { EndpointShape } from '@xuanpai/contracts/endpoint';

type Bare<E extends EndpointShape> = Pick<E, 'id' | 'method' | 'path' | 'access'>;

/**
 * The calls before and around signing in, without their schemas, so that zod stays out of the first
 * download. The compiler holds each to its contract, word for word.
 */
function bare<E extends EndpointShape>(endpoint: Bare<E>): E {
  return endpoint as E;
}

export const login = bare<typeof auth.login>({
  id: 'login',
  method: 'POST',
  path: '/api/auth/login',
  access: 'public',
});

export const refresh = bare<typeof auth.refresh>({
  id: 'refresh',
  method: 'POST',
  path: '/api/auth/refresh',
  access: 'public',
});

export const logout = bare<typeof auth.logout>({
  id: 'logout',
  method: 'POST',
  path: '/api/auth/logout',
  access: 'public',
});

export const logoutEverywhere = bare<typeof auth.logoutEverywhere>({
  id: 'logoutEverywhere',
  method: 'POST',
  path: '/api/auth/logout-everywhere',
  access: 'signedIn',
});

export const changePassword = bare<typeof auth.changePassword>({
  id: 'changePassword',
  method: 'POST',
  path: '/api/auth/password',
  access: 'signedIn',
});

export const about = bare<typeof auth.about>({
  id: 'about',
  method: 'GET',
  path: '/api/about',
  access: 'public',
});
