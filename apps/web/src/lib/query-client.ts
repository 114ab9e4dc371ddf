import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';
import { session } from './session.ts';

function worthRetrying(count: number, error: Error): boolean {
  const refused = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
  return !refused && count < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { retry: false },
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
