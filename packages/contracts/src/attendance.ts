import { z } from 'zod';

import { endpoint } from './endpoint.ts';
import { basisSchema } from './problems.ts';
import { textSchema } from './text.ts';
import {
  appointmentKindSchema,
  idSchema,
  postSchema,
  tierSchema,
  versionSchema,
} from './values.ts';

/** 在村工作考勤: a sheet for each township and month (M2–M7). */

const tag = 'attendance';

/** A month, `2015-06`. */
export const monthSchema = z
  .string()
  .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
  .brand<'Month'>();
export type Month = z.infer<typeof monthSchema>;

/** A township by its id or its twelve-digit code. */
export const townshipKeySchema = z.union([idSchema, z.string().regex(/^\d{12}$/)]);

export const sheetParams = z.object({ township: townshipKeySchema, month: monthSchema });

export const sheetStatuses = ['draft', 'signed', 'submitted', 'returned', 'confirmed'] as const;
export const sheetStatusSchema = z.enum(sheetStatuses);
export type SheetStatus = z.infer<typeof sheetStatusSchema>;

/** A day of the calendar as the sheet shades it. */
export const sheetDaySchema = z.object({
  day: z.string(),
  /** 1 Monday to 7 Sunday. */
  weekday: z.int(),
  kind: z.enum(['workday', 'weekend', 'holiday', 'makeUp']),
  /** The holiday, also that for which a make-up day is worked. */
  name: z.string().nullable(),
  /** On a township's sheet: what the district called cadres to, a meeting or a training by its title. */
  called: z.array(z.string()).exactOptional(),
});
export type SheetDay = z.infer<typeof sheetDaySchema>;

export const sheetWeekSchema = z.object({
  monday: z.string(),
  sunday: z.string(),
  inVillage: z.number(),
  required: z.number(),
  short: z.number(),
  words: textSchema,
});
export type SheetWeek = z.infer<typeof sheetWeekSchema>;

export const contradictionKinds = [
  'leaveNotApproved',
  'markedOnLeave',
  'foundElsewhere',
  'foundThere',
] as const;

/** Something else says another thing about a day than the log does. Neither is changed by it. */
export const contradictionSchema = z.object({
  assignmentId: idSchema,
  day: z.string(),
  kind: z.enum(contradictionKinds),
  words: textSchema,
  /** The finding of a spot check that is to be resolved. */
  spotCheckId: idSchema.nullable(),
});
export type Contradiction = z.infer<typeof contradictionSchema>;

export const sheetRowSchema = z.object({
  assignmentId: idSchema,
  townshipId: idSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  unitName: z.string(),
  villageId: idSchema,
  villageName: z.string(),
  tier: tierSchema,
  post: postSchema,
  kind: appointmentKindSchema,
  /** The days of the month on which the post is held; cells outside are closed. */
  firstDay: z.string(),
  lastDay: z.string(),
  /** By day what is marked; rest days and approved leave stand there without being typed. */
  days: z.record(z.string(), z.string()),
  /** The days among them that nobody typed. */
  prefilled: z.array(z.string()),
  /** The days of the month before in the first week, to read: township cadres (M4). */
  before: z.record(z.string(), z.string()),
  notes: z.record(z.string(), z.string()),
  /** Days that count as in the village: with errands and training where the policy counts them. */
  inVillage: z.number(),
  /** Days by mark, halves as 0.5; marks that don't occur are left out. */
  totals: z.record(z.string(), z.number()),
  required: z.number(),
  short: z.number(),
  /** How the required days were reckoned. */
  reckoning: textSchema,
  /** Workdays less approved leave are fewer than the month's requirement (M3). */
  shortMonth: textSchema.nullable(),
  /** Township cadres: the weeks whose Sunday lies in the month. */
  weeks: z.array(sheetWeekSchema),
  /** Workdays in post without a mark. */
  unfilled: z.array(z.string()),
  shortReason: z.string().nullable(),
  /** The day on which the cadre signed the printed row. */
  signedOn: z.string().nullable(),
  objection: z.string().nullable(),
  answer: z.string().nullable(),
});
export type SheetRow = z.infer<typeof sheetRowSchema>;

/** A row as the whole district's month shows it: what was logged and what it comes to. */
export const districtRowSchema = sheetRowSchema.omit({
  prefilled: true,
  before: true,
  totals: true,
  reckoning: true,
  shortMonth: true,
  weeks: true,
  unfilled: true,
  signedOn: true,
  objection: true,
  answer: true,
});
export type DistrictRow = z.infer<typeof districtRowSchema>;

/** What has to be done before the sheet can be signed and submitted, cell by cell. */
export const sheetBlockSchema = z.object({
  assignmentId: idSchema.nullable(),
  days: z.array(z.string()),
  code: z.enum([
    'monthOpen',
    'unfilled',
    'unaccountedWithoutNote',
    'homeUnitWithoutNote',
    'shortWithoutReason',
    'notSigned',
    'objectionWithoutAnswer',
  ]),
  message: textSchema,
  basis: basisSchema,
});
export type SheetBlock = z.infer<typeof sheetBlockSchema>;

/** What the district remarked when it returned the sheet. */
export const sheetRemarkSchema = z.object({
  assignmentId: idSchema,
  day: z.string().nullable(),
  reason: z.string(),
});
export type SheetRemark = z.infer<typeof sheetRemarkSchema>;

export const sheetActs = [
  'sign',
  'submit',
  'withdraw',
  'confirm',
  'return',
  'askCorrection',
  'approveCorrection',
  'refuseCorrection',
  'reopen',
] as const;
export type SheetAct = (typeof sheetActs)[number];

export const sheetEventSchema = z.object({
  act: z.enum(sheetActs),
  revision: z.int(),
  reason: z.string().nullable(),
  byName: z.string(),
  at: z.string(),
});

export const attendanceMonthSchema = z.object({
  township: z.object({ id: idSchema, name: z.string(), code: z.string() }),
  month: z.string(),
  status: sheetStatusSchema,
  /** Counts edits; 1 before anything was written. */
  version: versionSchema,
  /** The signed edition, 0 before the first. */
  revision: z.int(),
  /** The edition that the district confirmed last, else null. */
  confirmedRevision: z.int().nullable(),
  /** The last days for submitting and confirming. */
  submitBy: z.string(),
  confirmBy: z.string(),
  late: z.boolean(),
  days: z.array(sheetDaySchema),
  /** The days of the month before in the first week. */
  daysBefore: z.array(sheetDaySchema),
  rows: z.array(sheetRowSchema),
  blocks: z.array(sheetBlockSchema),
  contradictions: z.array(contradictionSchema),
  /** Of the last return, while it stands. */
  remarks: z.array(sheetRemarkSchema),
  /** A correction that the township asked for and the district hasn't decided on. */
  correction: z.object({ reason: z.string(), byName: z.string(), at: z.string() }).nullable(),
  events: z.array(sheetEventSchema),
  /** What the caller may do with it as it stands, by role and status. */
  acts: z.array(z.enum(sheetActs)),
  editable: z.boolean(),
  /** All its posts are of closed batches: it is for reading, as it stands. */
  closed: z.boolean(),
});
export type AttendanceMonth = z.infer<typeof attendanceMonthSchema>;

/** By township how the month stands; the share is never broken down to people (M8). */
export const sheetStandingSchema = z.object({
  townshipId: idSchema,
  townshipName: z.string(),
  status: sheetStatusSchema,
  version: versionSchema,
  revision: z.int(),
  cadres: z.int(),
  unfilled: z.int(),
  short: z.int(),
  shortWithoutReason: z.int(),
  contradictions: z.int(),
  objections: z.int(),
  /** Cadres at or above the required days, of those who are reckoned. */
  enough: z.int(),
  correctionAsked: z.boolean(),
  submittedAt: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  late: z.enum(['no', 'submit', 'confirm']),
});
export type SheetStanding = z.infer<typeof sheetStandingSchema>;

/** The month over all townships that the caller may see. */
export const listAttendanceMonths = endpoint({
  id: 'listAttendanceMonths',
  method: 'GET',
  path: '/api/attendance/months',
  access: 'attendance.read',
  summary: '各镇街某月考勤的情况',
  tag,
  query: z.object({ month: monthSchema.exactOptional() }),
  reply: z.object({
    month: z.string(),
    /** The months in which anybody is in post, the latest first. */
    months: z.array(z.string()),
    submitBy: z.string(),
    confirmBy: z.string(),
    items: z.array(sheetStandingSchema),
    total: z.int(),
  }),
});

/** The months in which anybody is in post there, the earliest first. */
export const listTownshipMonths = endpoint({
  id: 'listTownshipMonths',
  method: 'GET',
  path: '/api/attendance/townships/:township/months',
  access: 'attendance.sheet',
  summary: '一个镇街各月考勤的情况',
  tag,
  params: sheetParams.pick({ township: true }),
  reply: z.object({
    items: z.array(z.object({ month: monthSchema, status: sheetStatusSchema })),
    total: z.int(),
  }),
});

export const getAttendanceMonth = endpoint({
  id: 'getAttendanceMonth',
  method: 'GET',
  path: '/api/attendance/months/:township/:month',
  access: 'attendance.sheet',
  summary: '一个镇街一个月的考勤表',
  tag,
  params: sheetParams,
  reply: attendanceMonthSchema,
});

/** Whether anything changed since a version: asked every few seconds by a page that is open. */
export const getAttendanceVersion = endpoint({
  id: 'getAttendanceVersion',
  method: 'GET',
  path: '/api/attendance/months/:township/:month/version',
  access: 'attendance.sheet',
  summary: '考勤表的版本',
  tag,
  params: sheetParams,
  reply: z.object({ version: versionSchema, status: sheetStatusSchema }),
});
