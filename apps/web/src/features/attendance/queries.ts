import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import {
  type AttendanceMonth,
  getAttendanceMonth,
  getAttendanceVersion,
  listAttendanceMonths,
  type Month,
} from '@xuanpai/contracts/attendance';
import { getEdition, listEditions } from '@xuanpai/contracts/attendance-acts';
import { call } from '../../lib/api.ts';

/** Everything about the sheets: what is read anew after an act. */
export const attendanceKey = ['attendance'] as const;

export function sheetQuery(township: string, month: string) {
  return queryOptions({
    queryKey: [...attendanceKey, 'sheet', township, month],
    queryFn: ({ signal }) =>
      call(getAttendanceMonth, { params: { township, month: month as Month }, signal }),
    // The version tells when it has to be read again.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
}

const versionEvery = 5_000;

/** Asked while the page is seen. */
export function versionQuery(township: string, month: string) {
  return queryOptions({
    queryKey: [...attendanceKey, 'version', township, month],
    queryFn: ({ signal }) =>
      call(getAttendanceVersion, { params: { township, month: month as Month }, signal }),
    staleTime: 0,
    refetchInterval: versionEvery,
  });
}

/** How the townships stand in a month; the latest one unless given. */
export function standingsQuery(month: string | null) {
  return queryOptions({
    queryKey: [...attendanceKey, 'months', month],
    queryFn: ({ signal }) =>
      call(listAttendanceMonths, { query: month ? { month: month as Month } : {}, signal }),
  });
}

export function editionsQuery(township: string, month: string) {
  return queryOptions({
    queryKey: [...attendanceKey, 'editions', township, month],
    queryFn: ({ signal }) =>
      call(listEditions, { params: { township, month: month as Month }, signal }),
  });
}

export function editionQuery(township: string, month: string, revision: number, against?: number) {
  return queryOptions({
    queryKey: [...attendanceKey, 'edition', township, month, revision, against ?? null],
    queryFn: ({ signal }) =>
      call(getEdition, {
        params: { township, month: month as Month, revision },
        query: against === undefined ? {} : { against },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** After an act: the sheet as it came back, and whatever else shows how the month stands. */
export function takeSheet(client: QueryClient, township: string, sheet: AttendanceMonth) {
  client.setQueryData(sheetQuery(township, sheet.month).queryKey, sheet);
  const own = sheetQuery(township, sheet.month).queryKey.join();
  void client.invalidateQueries({
    queryKey: attendanceKey,
    predicate: ({ queryKey }) => queryKey.join() !== own,
  });
}
