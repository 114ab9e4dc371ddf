import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { listAssignments } from '@xuanpai/contracts/assignments';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { getLeave, getLeaveYear, listLeaves, reckonLeave } from '@xuanpai/contracts/leaves';
import type { PlainDate } from '@xuanpai/contracts/values';
import { call } from '../../lib/api.ts';

export function leaveListQuery(query: QueryInputOf<typeof listLeaves>) {
  return queryOptions({
    queryKey: ['leaves', 'list', query],
    queryFn: ({ signal }) => call(listLeaves, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function leaveQuery(id: string) {
  return queryOptions({
    queryKey: ['leaves', id],
    queryFn: ({ signal }) => call(getLeave, { params: { id }, signal }),
  });
}

export function leaveYearQuery(cadreId: string, year: number) {
  return queryOptions({
    queryKey: ['leaves', 'year', cadreId, year],
    queryFn: ({ signal }) => call(getLeaveYear, { params: { id: cadreId, year }, signal }),
  });
}

export function reckoningQuery(query: QueryInputOf<typeof reckonLeave>) {
  return queryOptions({
    queryKey: ['leaves', 'reckoning', query],
    queryFn: ({ signal }) => call(reckonLeave, { query, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Who is in post on a day, within reach; a township has 68 at most. */
export function inPostQuery(on: string) {
  return queryOptions({
    queryKey: ['assignments', 'inPost', on],
    queryFn: ({ signal }) =>
      call(listAssignments, {
        query: { on: on as PlainDate, pageSize: 200, sort: 'name' },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

/** What an act on leave makes stale: it explains days of the sheets. */
export function forgetLeaves(client: QueryClient): Promise<unknown> {
  const touched = ['leaves', 'attendance', 'spotChecks', 'home'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
