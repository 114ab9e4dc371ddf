import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { listUserSessions } from '@xuanpai/contracts/user-sessions';
import { getUser, listScopes, listUsers } from '@xuanpai/contracts/users';
import { call } from '../../lib/api.ts';

/** The key of everything about users: invalidated after a write. */
export const usersKey = ['users'] as const;

export function userListQuery(query: QueryInputOf<typeof listUsers>) {
  return queryOptions({
    queryKey: [...usersKey, 'list', query],
    queryFn: ({ signal }) => call(listUsers, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function userQuery(id: string) {
  return queryOptions({
    queryKey: [...usersKey, id],
    queryFn: ({ signal }) => call(getUser, { params: { id }, signal }),
  });
}

/** Where a user is signed in. */
export function userSessionsQuery(id: string) {
  return queryOptions({
    queryKey: [...usersKey, id, 'sessions'],
    queryFn: ({ signal }) => call(listUserSessions, { params: { id }, signal }),
  });
}

/** Townships and units that a role can be held for. */
export const scopesQuery = queryOptions({
  queryKey: ['scopes'],
  queryFn: ({ signal }) => call(listScopes, { signal }),
  staleTime: 60_000,
});
