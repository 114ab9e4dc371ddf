import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getCadreAppraisals,
  listAppraisalEditions,
  listAppraisals,
} from '@xuanpai/contracts/appraisals';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { call } from '../../lib/api.ts';

export function appraisalListQuery(query: QueryInputOf<typeof listAppraisals>) {
  return queryOptions({
    queryKey: ['appraisals', 'list', query],
    queryFn: ({ signal }) => call(listAppraisals, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

const pageSize = 200;

/** Every row that the filter leaves, whatever page is shown: for acts on all of them. */
export function everyAppraisalQuery(query: QueryInputOf<typeof listAppraisals>) {
  return queryOptions({
    queryKey: ['appraisals', 'every', query],
    queryFn: async ({ signal }) => {
      const read = (page: number) =>
        call(listAppraisals, { query: { ...query, page, pageSize }, signal });
      const first = await read(1);
      const pages = Math.ceil(first.total / pageSize);
      const rest = await Promise.all(
        Array.from({ length: Math.max(0, pages - 1) }, (_, at) => read(at + 2)),
      );
      return [first, ...rest].flatMap(({ items }) => items);
    },
  });
}

export function cadreAppraisalsQuery(id: string, batchId: string) {
  return queryOptions({
    queryKey: ['appraisals', 'cadre', id, batchId],
    queryFn: ({ signal }) =>
      call(getCadreAppraisals, { params: { id }, query: { batchId }, signal }),
  });
}

/** The editions of an opinion, by the newest one: another version is another question. */
export function appraisalEditionsQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['appraisals', 'editions', id, version],
    queryFn: ({ signal }) => call(listAppraisalEditions, { params: { id }, signal }),
  });
}

/** What an act on an opinion makes stale. */
export function forgetAppraisals(client: QueryClient): Promise<unknown> {
  const touched = ['appraisals', 'home'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
