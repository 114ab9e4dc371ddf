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
