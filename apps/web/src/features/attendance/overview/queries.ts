import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Month } from '@xuanpai/contracts/attendance';
import {
  getCadreAttendance,
  getDistrictMonth,
  listAttendanceRows,
} from '@xuanpai/contracts/attendance-entry';
import { call } from '../../../lib/api.ts';
import { attendanceKey } from '../queries.ts';

export function districtMonthQuery(month: string) {
  return queryOptions({
    queryKey: [...attendanceKey, 'district', month],
    queryFn: ({ signal }) => call(getDistrictMonth, { params: { month: month as Month }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The month of those whom the person may see. */
export function peopleQuery(month: string) {
  return queryOptions({
    queryKey: [...attendanceKey, 'rows', month],
    queryFn: ({ signal }) => call(listAttendanceRows, { query: { month: month as Month }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function cadreMonthsQuery(id: string) {
  return queryOptions({
    queryKey: [...attendanceKey, 'cadre', id],
    queryFn: ({ signal }) => call(getCadreAttendance, { params: { id }, signal }),
  });
}
