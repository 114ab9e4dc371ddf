import { z } from 'zod';
import {
  contradictionSchema,
  districtRowSchema,
  monthSchema,
  sheetActs,
  sheetBlockSchema,
  sheetDaySchema,
  sheetParams,
  sheetRowSchema,
  sheetStatusSchema,
} from './attendance.ts';
import { cellSchema } from './attendance-marks.ts';
import { endpoint } from './endpoint.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** 在村工作考勤: what is written on a sheet, and where it stands row by row. */

const tag = 'attendance';

export const cellChangeSchema = z.object({
  assignmentId: idSchema,
  day: plainDateSchema,
  /** What the page showed; the cell is left alone where it is another by now. */
  was: cellSchema.nullable(),
  is: cellSchema.nullable(),
});
export type CellChange = z.infer<typeof cellChangeSchema>;

export const noteChangeSchema = z.object({
  assignmentId: idSchema,
  day: plainDateSchema,
  was: z.string().max(200).nullable(),
  is: writtenText(1, 200).nullable(),
});
export type NoteChange = z.infer<typeof noteChangeSchema>;

/** What is entered beside a row: the reason of a shortfall, the cadre's signature or objection. */
export const rowEntrySchema = z.discriminatedUnion('field', [
  z.object({
    assignmentId: idSchema,
    field: z.enum(['shortReason', 'objection', 'answer']),
    was: z.string().max(500).nullable(),
    is: writtenText(1, 500).nullable(),
  }),
  z.object({
    assignmentId: idSchema,
    field: z.literal('signedOn'),
    was: plainDateSchema.nullable(),
    is: plainDateSchema.nullable(),
  }),
]);
export type RowEntry = z.infer<typeof rowEntrySchema>;

/**
 * Saves as it is typed: all of it or nothing. Cells that somebody else changed meanwhile answer 409
 * `cellsChanged`, each with what it is now (`errors[].path` is `assignmentId/day` or
 * `assignmentId/field`, and `changes` has was and is).
 */
export const saveAttendanceMonth = endpoint({
  id: 'saveAttendanceMonth',
  method: 'PATCH',
  path: '/api/attendance/months/:township/:month',
  access: 'attendance.write',
  summary: '登记考勤（逐格核对后保存）',
  tag,
  params: sheetParams,
  body: z.object({
    changes: z.array(cellChangeSchema).max(10_000).exactOptional(),
    notes: z.array(noteChangeSchema).max(1000).exactOptional(),
    entries: z.array(rowEntrySchema).max(1000).exactOptional(),
  }),
  /** The rows that were touched, reckoned anew, and what is left to do. */
  reply: z.object({
    version: versionSchema,
    status: sheetStatusSchema,
    rows: z.array(sheetRowSchema),
    blocks: z.array(sheetBlockSchema),
    contradictions: z.array(contradictionSchema),
    acts: z.array(z.enum(sheetActs)),
  }),
});

/** All months of one cadre's posts, for the card of two years; a liaison's own people too. */
export const getCadreAttendance = endpoint({
  id: 'getCadreAttendance',
  method: 'GET',
  path: '/api/cadres/:id/attendance',
  access: 'attendance.read',
  summary: '一名干部各月的考勤',
  tag,
  params: z.object({ id: idSchema }),
  reply: z.object({
    cadreId: idSchema,
    cadreName: z.string(),
    months: z.array(
      z.object({
        month: z.string(),
        status: sheetStatusSchema,
        days: z.array(sheetDaySchema),
        /** Two where a post was changed within the month. */
        rows: z.array(sheetRowSchema),
      }),
    ),
  }),
});

/** The rows of one month of those whom the caller may see: a liaison's own unit. */
export const listAttendanceRows = endpoint({
  id: 'listAttendanceRows',
  method: 'GET',
  path: '/api/attendance/rows',
  access: 'attendance.read',
  summary: '所属人员某月的考勤',
  tag,
  query: z.object({ month: monthSchema }),
  reply: z.object({
    month: z.string(),
    days: z.array(sheetDaySchema),
    items: z.array(sheetRowSchema),
    total: z.int(),
  }),
});

/** The whole district's month, 255 × 31, in one reply; to read. */
export const getDistrictMonth = endpoint({
  id: 'getDistrictMonth',
  method: 'GET',
  path: '/api/attendance/district/:month',
  access: 'attendance.district',
  summary: '全区一个月的考勤',
  tag,
  params: z.object({ month: monthSchema }),
  reply: z.object({
    month: z.string(),
    days: z.array(sheetDaySchema),
    townships: z.array(z.object({ id: idSchema, name: z.string(), status: sheetStatusSchema })),
    rows: z.array(districtRowSchema),
  }),
});
