import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { listPostCandidates, listSuccessors } from '@xuanpai/contracts/assignment-acts';
import { listAssignmentEvents, listBatchEvents } from '@xuanpai/contracts/assignment-events';
import { getAssignment, listAssignments } from '@xuanpai/contracts/assignments';
import { getCadre } from '@xuanpai/contracts/cadres';
import { getCoverage } from '@xuanpai/contracts/coverage';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { getWarnings, listVacancies } from '@xuanpai/contracts/vacancies';
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

/** What happened to a post, and which acts are open to it. */
export function historyQuery(id: string) {
  return queryOptions({
    queryKey: ['assignments', 'history', id],
    queryFn: ({ signal }) => call(listAssignmentEvents, { params: { id }, signal }),
  });
}

export function successorsQuery(id: string, query: QueryInputOf<typeof listSuccessors>) {
  return queryOptions({
    queryKey: ['assignments', 'successors', id, query],
    queryFn: ({ signal }) => call(listSuccessors, { params: { id }, query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Who could take a post that nobody of the batch has held. */
export function postCandidatesQuery(batchId: string, villageId: string, deputy: boolean) {
  return queryOptions({
    queryKey: ['assignments', 'candidates', batchId, villageId, deputy],
    queryFn: ({ signal }) =>
      call(listPostCandidates, {
        params: { id: batchId, villageId },
        query: { deputy: deputy ? 'true' : 'false' },
        signal,
      }),
  });
}

export function changesQuery(batchId: string, query: QueryInputOf<typeof listBatchEvents>) {
  return queryOptions({
    queryKey: ['assignments', 'changes', batchId, query],
    queryFn: ({ signal }) => call(listBatchEvents, { params: { id: batchId }, query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function warningsQuery(batchId: string, on: string) {
  return queryOptions({
    queryKey: ['assignments', 'warnings', batchId, on],
    queryFn: ({ signal }) => call(getWarnings, { params: { id: batchId }, query: { on }, signal }),
  });
}

/** Vacant days of the term up to a day. */
export function vacanciesQuery(batchId: string, to: string) {
  return queryOptions({
    queryKey: ['assignments', 'vacancies', batchId, to],
    queryFn: ({ signal }) =>
      call(listVacancies, { params: { id: batchId }, query: { to }, signal }),
  });
}

/** What an act on a post makes stale: the lists, the people, the coverage, the workbench. */
export function forgetPosts(client: QueryClient): Promise<unknown> {
  const touched = ['assignments', 'cadres', 'villages', 'coverage', 'home', 'vacancies'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
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
