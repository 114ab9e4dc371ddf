import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { listAssignments } from '@xuanpai/contracts/assignments';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { getSpotCheck, listSpotChecks } from '@xuanpai/contracts/spot-checks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { call } from '../../lib/api.ts';

export function spotCheckListQuery(query: QueryInputOf<typeof listSpotChecks>) {
  return queryOptions({
    queryKey: ['spotChecks', 'list', query],
    queryFn: ({ signal }) => call(listSpotChecks, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function spotCheckQuery(id: string) {
  return queryOptions({
    queryKey: ['spotChecks', id],
    queryFn: ({ signal }) => call(getSpotCheck, { params: { id }, signal }),
  });
}

const most = 200;

/** Everybody in post on a day, page after page: 255 in the sample district. */
export function inPostQuery(on: string) {
  return queryOptions({
    queryKey: ['assignments', 'inPost', 'all', on],
    queryFn: async ({ signal }) => {
      const query = { on: on as PlainDate, pageSize: most, sort: 'village' } as const;
      const read = (page: number) => call(listAssignments, { query: { ...query, page }, signal });
      const first = await read(1);
      const others = Array.from({ length: Math.ceil(first.total / most) - 1 }, (_, at) => at + 2);
      const rest = await Promise.all(others.map(read));
      return [first, ...rest].flatMap(({ items }) => items);
    },
    placeholderData: keepPreviousData,
  });
}

/** What a finding makes stale: it shows on the sheet too. */
export function forgetSpotChecks(client: QueryClient): Promise<unknown> {
  const touched = ['spotChecks', 'attendance', 'home'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
