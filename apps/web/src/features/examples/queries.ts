import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { getExample, listExamples } from '@xuanpai/contracts/examples';
import type { PlainDate } from '@xuanpai/contracts/values';
import { listVillages } from '@xuanpai/contracts/villages';
import { call } from '../../lib/api.ts';

export function exampleListQuery(query: QueryInputOf<typeof listExamples>) {
  return queryOptions({
    queryKey: ['examples', 'list', query],
    queryFn: ({ signal }) => call(listExamples, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function exampleQuery(id: string, on: string) {
  return queryOptions({
    queryKey: ['examples', 'one', id, on],
    queryFn: ({ signal }) =>
      call(getExample, { params: { id }, query: { on: on as PlainDate }, signal }),
  });
}

/** The villages that somebody may write of: at most 200, by name. */
export const villageChoicesQuery = queryOptions({
  queryKey: ['villages', 'choices'],
  queryFn: ({ signal }) => call(listVillages, { query: { pageSize: 200 }, signal }),
  staleTime: 60_000,
});

export function forgetExamples(client: QueryClient): Promise<unknown> {
  // In another state its files may be changed, or no longer.
  const touched = ['examples', 'evidence'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
