import { z } from 'zod';
import { sheetParams } from './attendance.ts';
import { endpoint } from './endpoint.ts';
import { idSchema } from './values.ts';

/** The month's sheet and the year's summary as workbooks. */

const tag = 'attendance';
const sheet = '/api/attendance/months/:township/:month';

/** As on paper: A4 landscape, signature lines, the status and edition that it is of. */
export const attendanceSheetFile = endpoint({
  id: 'attendanceSheetFile',
  method: 'GET',
  path: `${sheet}/sheet.xlsx`,
  access: 'attendance.sheet',
  summary: '下载考勤表',
  tag,
  kind: 'file',
  params: sheetParams,
});

/** The same without marks, to be filled in offline and imported. */
export const blankAttendanceSheet = endpoint({
  id: 'blankAttendanceSheet',
  method: 'GET',
  path: `${sheet}/blank.xlsx`,
  access: 'attendance.sheet',
  summary: '下载空白考勤表',
  tag,
  kind: 'file',
  params: sheetParams,
});

export const summaryGroups = ['cadre', 'unit', 'township'] as const;
export const summaryGroupSchema = z.enum(summaryGroups);
export type SummaryGroup = z.infer<typeof summaryGroupSchema>;

const figuresSchema = z.object({
  inVillage: z.number(),
  required: z.number(),
  short: z.number(),
});

export const summaryItemSchema = z.object({
  /** Of the cadre, unit or township. */
  id: idSchema,
  name: z.string(),
  /** Of a cadre: the last post of the year; else empty. */
  unitName: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  /** Cadres in post in the year: 1 for a cadre. */
  cadres: z.int(),
  /** By month, `2015-06`; months without a post are left out. */
  months: z.record(z.string(), figuresSchema),
  total: figuresSchema,
  /** Days by kind of leave; kinds that don't occur are left out. */
  leave: z.record(z.string(), z.number()),
  /** Months of a sheet that the district hasn't confirmed. */
  unconfirmed: z.int(),
});
export type SummaryItem = z.infer<typeof summaryItemSchema>;

const summaryQuery = z.object({
  year: z.coerce.number().int().min(1900).max(2100),
  by: summaryGroupSchema.default('cadre'),
});

/** A year of those whom the caller may see, by township and village; nobody is ranked (M8). */
export const attendanceSummary = endpoint({
  id: 'attendanceSummary',
  method: 'GET',
  path: '/api/attendance/summary',
  access: 'attendance.read',
  summary: '一年的考勤汇总',
  tag,
  query: summaryQuery,
  reply: z.object({
    year: z.int(),
    by: summaryGroupSchema,
    /** The years in which anybody is in post, the latest first. */
    years: z.array(z.int()),
    /** Of the year, up to today's, those in which anybody is in post. */
    months: z.array(z.string()),
    items: z.array(summaryItemSchema),
    total: z.int(),
  }),
});

export const attendanceSummaryFile = endpoint({
  id: 'attendanceSummaryFile',
  method: 'GET',
  path: '/api/attendance/summary.xlsx',
  access: 'attendance.read',
  summary: '下载一年的考勤汇总',
  tag,
  kind: 'file',
  query: summaryQuery,
});
