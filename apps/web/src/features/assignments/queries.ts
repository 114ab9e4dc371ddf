import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getAssignment, listAssignments } from '@xuanpai/contracts/assignments';
import { getCadre } from '@xuanpai/contracts/cadres';
import { getCoverage } from '@xuanpai/contracts/coverage';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { call } from '../../lib/api.ts';

type Query = QueryInputOf<typeof listAssignments>;

export function assignmentListQuery(query: Query) {
  return queryOptions({
    queryKey: ['assignments', 'list', query],
    queryFn: ({ signal }) => call(listAssignments, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

const most = 200;

/** Every post that the query finds, page after page: a list to print has no pages. */
export function allAssignmentsQuery(query: Query) {
  return queryOptions({
    queryKey: ['assignments', 'all', query],
    queryFn: async ({ signal }) => {
      const read = (page: number) =>
        call(listAssignments, { query: { ...query, page, pageSize: most }, signal });
      const first = await read(1);
      const others = Array.from({ length: Math.ceil(first.total / most) - 1 }, (_, at) => at + 2);
      const rest = await Promise.all(others.map(read));
      return { ...first, items: [first, ...rest].flatMap((page) => page.items) };
    },
    placeholderData: keepPreviousData,
  });
}

export function assignmentQuery(id: string) {
  return queryOptions({
    queryKey: ['assignments', id],
    queryFn: ({ signal }) => call(getAssignment, { params: { id }, signal }),
  });
}

export function holderQuery(id: string, batchId: string) {
  return queryOptions({
    queryKey: ['cadres', id, batchId],
    queryFn: ({ signal }) => call(getCadre, { params: { id }, query: { batchId }, signal }),
  });
}

/** How many villages have somebody on a day, the city's included. */
export function coveredQuery(batchId: string, on: string) {
  return queryOptions({
    queryKey: ['coverage', batchId, on],
    queryFn: ({ signal }) => call(getCoverage, { params: { id: batchId }, query: { on }, signal }),
  });
}
