import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';
import { isUnreachable } from './connection.ts';
import { session } from './session.ts';

function worthRetrying(count: number, error: Error): boolean {
  const refused = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
  return !refused && !isUnreachable(error) && count < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // `call` itself waits for a lost connection, which the browser often doesn't know of.
    queries: {
      staleTime: 15_000,
      retry: worthRetrying,
      refetchOnWindowFocus: true,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

// Another person at the same machine never sees what the one before had loaded.
let owner: string | null = null;
session.subscribe(() => {
  const now = session.get();
  const id = now.status === 'in' ? now.user.id : null;
  if (owner !== null && id !== owner) queryClient.clear();
  owner = id;
});
