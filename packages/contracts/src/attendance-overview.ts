import { z } from 'zod';
import { monthSchema } from './attendance.ts';
import { endpoint } from './endpoint.ts';

/** A month over all townships, as tables to take away. */

const tag = 'attendance';

export const exportAttendanceMonths = endpoint({
  id: 'exportAttendanceMonths',
  method: 'GET',
  path: '/api/attendance/months.xlsx',
  access: 'attendance.district',
  summary: '导出各镇街某月考勤的情况',
  tag,
  kind: 'file',
  query: z.object({ month: monthSchema }),
});

/** Everybody's days in one sheet. */
export const exportDistrictMonth = endpoint({
  id: 'exportDistrictMonth',
  method: 'GET',
  path: '/api/attendance/district/:month.xlsx',
  access: 'attendance.district',
  summary: '导出全区一个月的考勤',
  tag,
  kind: 'file',
  params: z.object({ month: monthSchema }),
});
