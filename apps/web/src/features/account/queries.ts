import { queryOptions } from '@tanstack/react-query';
import { listSessions } from '@xuanpai/contracts/auth';
import { getSecondFactor } from '@xuanpai/contracts/second-factor';
import { call } from '../../lib/api.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call(listSessions, { signal }),
});

export const factorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => call(getSecondFactor, { signal }),
});
