import { queryOptions } from '@tanstack/react-query';
import { listAssignments } from '@xuanpai/contracts/assignments';
import { getCoverage } from '@xuanpai/contracts/coverage';
import { getHome } from '@xuanpai/contracts/home';
import { listNominations } from '@xuanpai/contracts/nominations';
import { call } from '../../lib/api.ts';

export function homeQuery(batchId: string | null) {
  return queryOptions({
    queryKey: ['home', batchId],
    queryFn: ({ signal }) => call(getHome, { query: batchId ? { batchId } : {}, signal }),
  });
}

/** `on` null: who dispatches to which village, as the batch stands. */
export function coverageQuery(batchId: string, on: string | null) {
  return queryOptions({
    queryKey: ['coverage', batchId, on],
    queryFn: ({ signal }) =>
      call(getCoverage, { params: { id: batchId }, query: on ? { on } : {}, signal }),
  });
}

/** As many as the page has room for. */
const few = 12;

export function ownNomineesQuery(batchId: string) {
  const query = { pageSize: few };
  return queryOptions({
    queryKey: ['nominations', batchId, query],
    queryFn: ({ signal }) => call(listNominations, { params: { id: batchId }, query, signal }),
  });
}

export function ownPostsQuery(batchId: string) {
  const query = { batchId, pageSize: few };
  return queryOptions({
    queryKey: ['assignments', 'list', query],
    queryFn: ({ signal }) => call(listAssignments, { query, signal }),
  });
}
