import { queryOptions } from '@tanstack/react-query';
import { listAssignments } from '@xuanpai/contracts/assignments';
import { listAttendanceMonths, type Month } from '@xuanpai/contracts/attendance';
import type { Batch } from '@xuanpai/contracts/batches';
import { getCoverage } from '@xuanpai/contracts/coverage';
import { listEvaluations } from '@xuanpai/contracts/evaluations';
import { getHome } from '@xuanpai/contracts/home';
import { listNominations } from '@xuanpai/contracts/nominations';
import { countTargets } from '@xuanpai/contracts/targets';
import type { PlainDate } from '@xuanpai/contracts/values';
import { listWorkExpenses } from '@xuanpai/contracts/work-expenses';
import { call } from '../../lib/api.ts';
import { postsOfDay } from '../../lib/posts-of-day.ts';

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

export function ownPostsQuery(batch: Batch, day: string) {
  const query = { ...postsOfDay(batch, day), pageSize: few };
  return queryOptions({
    queryKey: ['assignments', 'list', query],
    queryFn: ({ signal }) => call(listAssignments, { query, signal }),
  });
}

/** Measures of all villages by how they stand; `on` null: today. */
export function targetCountsQuery(batchId: string, on: string | null) {
  return queryOptions({
    queryKey: ['targets', 'counts', batchId, on],
    queryFn: ({ signal }) =>
      call(countTargets, { query: { batchId, ...(on ? { on: on as PlainDate } : {}) }, signal }),
  });
}

export function attendanceQuery(month: string) {
  return queryOptions({
    queryKey: ['attendance', 'glance', month],
    queryFn: ({ signal }) =>
      call(listAttendanceMonths, { query: { month: month as Month }, signal }),
  });
}

export function roundsQuery(batchId: string) {
  return queryOptions({
    queryKey: ['evaluations', 'glance', batchId],
    queryFn: ({ signal }) => call(listEvaluations, { query: { batchId }, signal }),
  });
}

export function expensesQuery(batchId: string) {
  return queryOptions({
    queryKey: ['expenses', 'glance', batchId],
    queryFn: ({ signal }) => call(listWorkExpenses, { query: { batchId, pageSize: 1 }, signal }),
  });
}
