import { z } from 'zod';
import { leaveKindSchema } from './attendance-marks.ts';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { basisSchema } from './problems.ts';
import { textSchema } from './text.ts';
import { idSchema, plainDateSchema, tierSchema, versionSchema, writtenText } from './values.ts';
import type { Word } from './words.ts';

/** 请假, 批准, 销假. Who may do what in which state is in domain/attendance/leaves. */

const tag = 'attendance';

export const leaveStates = ['asked', 'approved', 'refused', 'withdrawn', 'ended'] as const;
export const leaveStateSchema = z.enum(leaveStates);
export type LeaveState = z.infer<typeof leaveStateSchema>;

export const leaveStateWords = {
  asked: { zh: '待批准', en: 'Asked for' },
  approved: { zh: '已批准', en: 'Approved' },
  refused: { zh: '未批准', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  ended: { zh: '已销假', en: 'Ended' },
} as const satisfies Record<LeaveState, Word>;

export const leaveActs = ['approve', 'refuse', 'withdraw', 'end'] as const;
export type LeaveAct = (typeof leaveActs)[number];

/** What other districts tie to leave and absence, where the batch adopted it: a prompt, no result. */
export const leaveNoticeSchema = z.object({
  code: z.enum(['leave', 'absence']),
  year: z.int(),
  words: textSchema,
  basis: basisSchema,
});
export type LeaveNotice = z.infer<typeof leaveNoticeSchema>;

export const leaveSchema = z.object({
  id: idSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  unitName: z.string(),
  /** The post held on the first day of the leave. */
  tier: tierSchema.nullable(),
  townshipId: idSchema.nullable(),
  townshipName: z.string().nullable(),
  villageName: z.string().nullable(),
  kind: leaveKindSchema,
  startsOn: z.string(),
  endsOn: z.string(),
  /** From noon of the first day, until noon of the last. */
  startsAtNoon: z.boolean(),
  endsAtNoon: z.boolean(),
  /** To the last day, where it ended; halves as 0.5. */
  workdays: z.number(),
  reason: z.string(),
  documentNumber: z.string().nullable(),
  /** Why more annual leave than is due is asked for. */
  beyondReason: z.string().nullable(),
  state: leaveStateSchema,
  /** By its length: the township's head, or the district. */
  decidedBy: z.enum(['head', 'planner']),
  askedByName: z.string(),
  askedAt: z.string(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decision: z.string().nullable(),
  /** The last day of leave, once it has ended; the day before the first where it wasn't taken. */
  lastDay: z.string().nullable(),
  endReason: z.string().nullable(),
  endedByName: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** Approved, over, and its end isn't on record. */
  toEnd: z.boolean(),
  /** Beyond the days that are due in a year. */
  beyond: textSchema.nullable(),
  notices: z.array(leaveNoticeSchema),
  /** What the caller may do with it as it stands. */
  acts: z.array(z.enum(leaveActs)),
  version: versionSchema,
});
export type Leave = z.infer<typeof leaveSchema>;

const query = pagingQuery.extend({
  sort: sortOf(['startsOn', 'askedAt', 'name', 'township']).default('-startsOn'),
  kinds: manyOf(leaveKindSchema).exactOptional(),
  states: manyOf(leaveStateSchema).exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  unitIds: manyOf(idSchema).exactOptional(),
  cadreIds: manyOf(idSchema).exactOptional(),
  /** Leave that touches the days from one to another. */
  from: plainDateSchema.exactOptional(),
  to: plainDateSchema.exactOptional(),
  /** What waits: to be decided by the caller, or for its end to be put on record. */
  waiting: z.enum(['decide', 'end']).exactOptional(),
});

export const listLeaves = endpoint({
  id: 'listLeaves',
  method: 'GET',
  path: '/api/leaves',
  access: 'leaves.read',
  summary: '请假',
  tag,
  query,
  reply: pageOf(leaveSchema).extend({ asked: z.int(), toEnd: z.int() }),
});

export const exportLeaves = endpoint({
  id: 'exportLeaves',
  method: 'GET',
  path: '/api/leaves.xlsx',
  access: 'leaves.read',
  summary: '请假台账',
  tag,
  kind: 'file',
  query,
});

const period = {
  kind: leaveKindSchema,
  startsOn: plainDateSchema,
  endsOn: plainDateSchema,
};

/** By kind what is due in a year, taken and asked for. */
export const leaveBalanceSchema = z.object({
  kind: leaveKindSchema,
  /** Null: nobody said how many days are due. */
  due: z.number().nullable(),
  taken: z.number(),
  asked: z.number(),
  /** Of the days due; 0 where nobody said. */
  version: z.int().nonnegative(),
});
export type LeaveBalance = z.infer<typeof leaveBalanceSchema>;

/** What a leave would come to, before it is asked for. */
export const reckonLeave = endpoint({
  id: 'reckonLeave',
  method: 'GET',
  path: '/api/leaves/reckoning',
  access: 'leaves.ask',
  summary: '试算请假天数和批准权限',
  tag,
  query: z.object({
    ...period,
    cadreId: idSchema,
    startsAtNoon: z.stringbool().default(false),
    endsAtNoon: z.stringbool().default(false),
  }),
  reply: z.object({
    workdays: z.number(),
    decidedBy: z.enum(['head', 'planner']),
    headDays: z.number(),
    headBasis: basisSchema,
    balance: leaveBalanceSchema,
    beyond: textSchema.nullable(),
    /** Asked for only with a reason. */
    needsReason: z.boolean(),
  }),
});

const params = z.object({ id: idSchema });

export const getLeave = endpoint({
  id: 'getLeave',
  method: 'GET',
  path: '/api/leaves/:id',
  access: 'leaves.read',
  summary: '一次请假',
  tag,
  params,
  reply: leaveSchema,
});

export const askLeave = endpoint({
  id: 'askLeave',
  method: 'POST',
  path: '/api/leaves',
  access: 'leaves.ask',
  summary: '代干部请假',
  tag,
  status: 201,
  body: z.object({
    ...period,
    cadreId: idSchema,
    startsAtNoon: z.boolean().default(false),
    endsAtNoon: z.boolean().default(false),
    reason: writtenText(2, 300),
    documentNumber: writtenText(1, 60).exactOptional(),
    beyondReason: writtenText(2, 300).exactOptional(),
  }),
  reply: leaveSchema,
});

const seen = z.object({ version: versionSchema });

export const decideLeave = endpoint({
  id: 'decideLeave',
  method: 'POST',
  path: '/api/leaves/:id/decide',
  access: 'leaves.decide',
  summary: '批准或不批准请假',
  tag,
  params,
  body: z.discriminatedUnion('approve', [
    seen.extend({ approve: z.literal(true), decision: writtenText(1, 300).exactOptional() }),
    seen.extend({ approve: z.literal(false), decision: writtenText(2, 300) }),
  ]),
  reply: leaveSchema,
});

export const withdrawLeave = endpoint({
  id: 'withdrawLeave',
  method: 'POST',
  path: '/api/leaves/:id/withdraw',
  access: 'leaves.ask',
  summary: '撤回请假（批准以前）',
  tag,
  params,
  body: seen,
  reply: leaveSchema,
});

/**
 * 销假. Back later than approved is for whoever may approve that much; the day before the first says
 * that the leave wasn't taken.
 */
export const endLeave = endpoint({
  id: 'endLeave',
  method: 'POST',
  path: '/api/leaves/:id/end',
  access: 'leaves.end',
  summary: '销假',
  tag,
  params,
  body: seen.extend({
    lastDay: plainDateSchema,
    /** Asked for where it isn't the approved day. */
    reason: writtenText(2, 300).exactOptional(),
  }),
  reply: leaveSchema,
});

const yearSchema = z.coerce.number().int().min(1900).max(2100);

export const leaveYearSchema = z.object({
  cadreId: idSchema,
  cadreName: z.string(),
  year: z.int(),
  /** Kinds of which days are due, taken or asked for, and annual leave always. */
  balances: z.array(leaveBalanceSchema),
  /** Days of 旷工 in the year. */
  absent: z.number(),
  notices: z.array(leaveNoticeSchema),
});
export type LeaveYear = z.infer<typeof leaveYearSchema>;

export const getLeaveYear = endpoint({
  id: 'getLeaveYear',
  method: 'GET',
  path: '/api/cadres/:id/leave-years/:year',
  access: 'leaves.read',
  summary: '一名干部一年的请假',
  tag,
  params: params.extend({ year: yearSchema }),
  reply: leaveYearSchema,
});

/** Says how many days of a kind are due in a year; null: nobody says. */
export const setLeaveDue = endpoint({
  id: 'setLeaveDue',
  method: 'PUT',
  path: '/api/cadres/:id/leave-years/:year/due',
  access: 'leaves.entitle',
  summary: '核定一年的应休天数',
  tag,
  params: params.extend({ year: yearSchema }),
  body: z.object({
    kind: leaveKindSchema,
    days: z.number().min(0).max(366).multipleOf(0.5).nullable(),
    version: z.int().nonnegative(),
  }),
  reply: leaveYearSchema,
});
