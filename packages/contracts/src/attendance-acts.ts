import { z } from 'zod';
import {
  attendanceMonthSchema,
  monthSchema,
  sheetEventSchema,
  sheetParams,
  sheetStatusSchema,
} from './attendance.ts';
import { endpoint } from './endpoint.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** The acts on a month's sheet (M7); who may do what in which state is in domain/attendance/acts. */

const tag = 'attendance';
const seen = z.object({ version: versionSchema });
const seenWithReason = seen.extend({ reason: writtenText(2, 500) });
const sheet = '/api/attendance/months/:township/:month';

/** The head signs: the edition is kept as it stands. */
export const signAttendance = endpoint({
  id: 'signAttendance',
  method: 'POST',
  path: `${sheet}/sign`,
  access: 'attendance.sign',
  summary: '镇街负责人签字',
  tag,
  params: sheetParams,
  body: seen,
  reply: attendanceMonthSchema,
});

export const submitAttendance = endpoint({
  id: 'submitAttendance',
  method: 'POST',
  path: `${sheet}/submit`,
  access: 'attendance.write',
  summary: '报送本月考勤',
  tag,
  params: sheetParams,
  body: seen,
  reply: attendanceMonthSchema,
});

/** Takes back what was signed or submitted, while the district hasn't decided. */
export const withdrawAttendance = endpoint({
  id: 'withdrawAttendance',
  method: 'POST',
  path: `${sheet}/withdraw`,
  access: 'attendance.write',
  summary: '撤回签字或报送，继续修改',
  tag,
  params: sheetParams,
  body: seen,
  reply: attendanceMonthSchema,
});

export const confirmAttendance = endpoint({
  id: 'confirmAttendance',
  method: 'POST',
  path: `${sheet}/confirm`,
  access: 'attendance.confirm',
  summary: '区里确认',
  tag,
  params: sheetParams,
  body: seen,
  reply: attendanceMonthSchema,
});

/** Confirms several townships at once; each by itself, and all that couldn't be are said. */
export const confirmAttendanceMonths = endpoint({
  id: 'confirmAttendanceMonths',
  method: 'POST',
  path: '/api/attendance/confirmations',
  access: 'attendance.confirm',
  summary: '批量确认',
  tag,
  body: z.object({
    month: monthSchema,
    sheets: z
      .array(z.object({ townshipId: idSchema, version: versionSchema }))
      .min(1)
      .max(100),
  }),
  reply: z.object({
    confirmed: z.array(idSchema),
    refused: z.array(
      z.object({ townshipId: idSchema, townshipName: z.string(), message: z.string() }),
    ),
  }),
});

export const returnAttendance = endpoint({
  id: 'returnAttendance',
  method: 'POST',
  path: `${sheet}/return`,
  access: 'attendance.confirm',
  summary: '退回（可逐格说明原因）',
  tag,
  params: sheetParams,
  body: seenWithReason.extend({
    remarks: z
      .array(
        z.object({
          assignmentId: idSchema,
          day: plainDateSchema.nullable(),
          reason: writtenText(2, 200),
        }),
      )
      .max(500)
      .exactOptional(),
  }),
  reply: attendanceMonthSchema,
});

/** Asks for a confirmed month to be opened again. */
export const askCorrection = endpoint({
  id: 'askCorrection',
  method: 'POST',
  path: `${sheet}/correction`,
  access: 'attendance.write',
  summary: '申请更正已确认的考勤',
  tag,
  params: sheetParams,
  body: seenWithReason,
  reply: attendanceMonthSchema,
});

export const approveCorrection = endpoint({
  id: 'approveCorrection',
  method: 'POST',
  path: `${sheet}/correction/approve`,
  access: 'attendance.confirm',
  summary: '同意更正，考勤表重新打开',
  tag,
  params: sheetParams,
  body: seen,
  reply: attendanceMonthSchema,
});

export const refuseCorrection = endpoint({
  id: 'refuseCorrection',
  method: 'POST',
  path: `${sheet}/correction/refuse`,
  access: 'attendance.confirm',
  summary: '不同意更正',
  tag,
  params: sheetParams,
  body: seenWithReason,
  reply: attendanceMonthSchema,
});

/** Every signed edition for ever, the latest first. */
export const listEditions = endpoint({
  id: 'listEditions',
  method: 'GET',
  path: `${sheet}/editions`,
  access: 'attendance.sheet',
  summary: '考勤表的各版',
  tag,
  params: sheetParams,
  reply: z.object({
    items: z.array(
      z.object({
        revision: z.int(),
        signedByName: z.string(),
        signedAt: z.string(),
        confirmedByName: z.string().nullable(),
        confirmedAt: z.string().nullable(),
        /** Cells that differ from the edition before. */
        changed: z.int(),
      }),
    ),
    total: z.int(),
  }),
});

/** A cell of an edition beside the same cell of another. */
export const cellDifferenceSchema = z.object({
  assignmentId: idSchema,
  cadreName: z.string(),
  villageName: z.string(),
  day: z.string(),
  was: z.string().nullable(),
  is: z.string().nullable(),
});

/** An edition as it was signed, and what it changed against the one before (or another one). */
export const getEdition = endpoint({
  id: 'getEdition',
  method: 'GET',
  path: `${sheet}/editions/:revision`,
  access: 'attendance.sheet',
  summary: '考勤表的一版',
  tag,
  params: sheetParams.extend({ revision: z.coerce.number().int().positive() }),
  query: z.object({ against: z.coerce.number().int().positive().exactOptional() }),
  reply: z.object({
    revision: z.int(),
    against: z.int().nullable(),
    sheet: attendanceMonthSchema.pick({
      township: true,
      month: true,
      days: true,
      daysBefore: true,
      rows: true,
    }),
    differences: z.array(cellDifferenceSchema),
    events: z.array(sheetEventSchema),
    status: sheetStatusSchema,
  }),
});

/**
 * 未到岗 becomes 旷工: the district confirms it, and keeps what the cadre said. A whole day or the
 * half of it that was 未到岗.
 */
export const confirmAbsence = endpoint({
  id: 'confirmAbsence',
  method: 'POST',
  path: `${sheet}/absences`,
  access: 'attendance.confirm',
  summary: '认定旷工（须听取本人说明）',
  tag,
  params: sheetParams,
  body: seen.extend({
    assignmentId: idSchema,
    day: plainDateSchema,
    /** On which day the cadre was heard, and what was said. */
    heardOn: plainDateSchema,
    statement: writtenText(2, 1000),
    documentNumber: writtenText(1, 60).exactOptional(),
  }),
  reply: attendanceMonthSchema,
});
