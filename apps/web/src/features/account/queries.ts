import { queryOptions } from '@tanstack/react-query';
import { listSessions } from '@xuanpai/contracts/auth';
import { call } from '../../lib/api.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call(listSessions, { signal }),
});
