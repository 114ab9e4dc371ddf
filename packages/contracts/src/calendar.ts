import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';
import type { Word } from './words.ts';

/** 工作日历: holidays and make-up workdays, and the days on which the district calls cadres in. */

const tag = 'attendance';

/** What a planner says of a day; `weekday`: as its weekday says, worked from Monday to Friday. */
export const dayKinds = ['holiday', 'makeUp', 'weekday'] as const;
export const dayKindSchema = z.enum(dayKinds);
export type DayKind = z.infer<typeof dayKindSchema>;

export const dayKindWords = {
  holiday: { zh: '放假', en: 'Holiday' },
  makeUp: { zh: '调休上班', en: 'Worked instead' },
  weekday: { zh: '按星期', en: 'As its weekday says' },
} as const satisfies Record<DayKind, Word>;

export const occasionKinds = ['meeting', 'training'] as const;
export const occasionKindSchema = z.enum(occasionKinds);
export type OccasionKind = z.infer<typeof occasionKindSchema>;

export const occasionKindWords = {
  meeting: { zh: '会议', en: 'Meeting' },
  training: { zh: '培训', en: 'Training' },
} as const satisfies Record<OccasionKind, Word>;

/** Whom the district calls in: cadres of a tier, or all. */
export const calledTierSchema = z.enum(['district', 'township']);

export const occasionSchema = z.object({
  id: idSchema,
  kind: occasionKindSchema,
  title: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** Null: cadres of both tiers. */
  tier: calledTierSchema.nullable(),
  documentNumber: z.string().nullable(),
  byName: z.string(),
  version: versionSchema,
});
export type Occasion = z.infer<typeof occasionSchema>;

export const calendarDaySchema = z.object({
  day: z.string(),
  kind: z.enum(['holiday', 'makeUp']),
  name: z.string(),
  /** Who corrected it, and when; null as it was published. */
  setByName: z.string().nullable(),
  setAt: z.string().nullable(),
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

export const calendarYearSchema = z.object({
  year: z.int(),
  /** Whether the year's holidays are known; else only its weekends and what was entered are. */
  known: z.boolean(),
  /** 0 before anything of the year is known. */
  version: z.int().nonnegative(),
  /** Days that aren't what their weekday says. */
  days: z.array(calendarDaySchema),
  /** Those that lie in the year, or reach into it. */
  occasions: z.array(occasionSchema),
  /** Months that the district confirmed somewhere: their days stay as they are. */
  lockedMonths: z.array(z.string()),
});
export type CalendarYear = z.infer<typeof calendarYearSchema>;

export const getCalendarYear = endpoint({
  id: 'getCalendarYear',
  method: 'GET',
  path: '/api/calendar/years/:year',
  access: 'calendar.read',
  summary: '一年的工作日历',
  tag,
  params: z.object({ year: z.coerce.number().int().min(1900).max(2100) }),
  reply: calendarYearSchema,
});

const seen = z.object({
  /** Of the year; 0 where nothing of it is known. */
  version: z.int().nonnegative(),
});

/**
 * Corrects a day. Sheets that are signed or submitted and reckon with it come back to the township;
 * a month that is confirmed anywhere keeps its days.
 */
export const setCalendarDay = endpoint({
  id: 'setCalendarDay',
  method: 'PUT',
  path: '/api/calendar/days/:day',
  access: 'calendar.write',
  summary: '更正一天：放假、调休上班或按星期',
  tag,
  params: z.object({ day: plainDateSchema }),
  body: seen.extend({
    kind: dayKindSchema,
    /** 国庆节; not asked for where the day is as its weekday says. */
    name: writtenText(1, 30).exactOptional(),
    reason: writtenText(2, 200),
  }),
  reply: calendarYearSchema,
});

/** Says that all days of a year are entered, as the State Council's office published them. */
export const settleCalendarYear = endpoint({
  id: 'settleCalendarYear',
  method: 'POST',
  path: '/api/calendar/years/:year/settle',
  access: 'calendar.write',
  summary: '一年的放假安排已录全',
  tag,
  params: getCalendarYear.params,
  body: seen,
  reply: calendarYearSchema,
});

const occasionFields = {
  kind: occasionKindSchema,
  title: writtenText(2, 60),
  startsOn: plainDateSchema,
  endsOn: plainDateSchema,
  tier: calledTierSchema.nullable(),
  documentNumber: writtenText(1, 60).nullable(),
};

export const createOccasion = endpoint({
  id: 'createOccasion',
  method: 'POST',
  path: '/api/calendar/occasions',
  access: 'calendar.write',
  summary: '登记全区会议或培训',
  tag,
  status: 201,
  body: z.object(occasionFields),
  reply: occasionSchema,
});

const occasionParams = z.object({ id: idSchema });

export const updateOccasion = endpoint({
  id: 'updateOccasion',
  method: 'PUT',
  path: '/api/calendar/occasions/:id',
  access: 'calendar.write',
  summary: '修改全区会议或培训',
  tag,
  params: occasionParams,
  body: z.object({ ...occasionFields, version: versionSchema }),
  reply: occasionSchema,
});

export const deleteOccasion = endpoint({
  id: 'deleteOccasion',
  method: 'DELETE',
  path: '/api/calendar/occasions/:id',
  access: 'calendar.write',
  summary: '删除全区会议或培训',
  tag,
  kind: 'empty',
  params: occasionParams,
  query: z.object({ version: z.coerce.number().int().positive() }),
});
