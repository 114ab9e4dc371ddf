import { z } from 'zod';
import { assignmentHistorySchema } from './assignment-events.ts';
import { endpoint } from './endpoint.ts';
import { findingSchema, judgementSchema } from './nominations.ts';
import {
  categorySchema,
  idSchema,
  plainDateSchema,
  rankSchema,
  versionSchema,
  writtenText,
} from './values.ts';

const tag = 'assignments';
const params = z.object({ id: idSchema });
const number = writtenText(1, 60);
const reason = writtenText(2, 200);
/** Where a past month is changed: why this is recorded only now. */
const lateReason = reason.exactOptional();

const successor = {
  cadreId: idSchema,
  /** Of the nomination, where the person isn't named to the batch yet; the predecessor's unless given. */
  category: categorySchema.exactOptional(),
  /** Accepts an age over the limit. */
  ageReason: reason.exactOptional(),
  /** The first day of the successor. */
  from: plainDateSchema,
  documentNumber: number,
  reason,
  lateReason,
};

/** 调整人选: another person takes the post; one who isn't named yet is named in the same act. */
export const replaceAssignment = endpoint({
  id: 'replaceAssignment',
  method: 'POST',
  path: '/api/assignments/:id/replace',
  access: 'assignments.change',
  summary: '调整人选',
  tag,
  params,
  body: z.object({ ...successor, version: versionSchema }),
  reply: assignmentHistorySchema,
});

/** 补派: somebody for a post that nobody of the batch has held. */
export const fillPost = endpoint({
  id: 'fillPost',
  method: 'POST',
  path: '/api/batches/:id/posts',
  access: 'assignments.change',
  summary: '补派人选（从未到过人的岗位）',
  tag,
  params,
  body: z.object({
    ...successor,
    villageId: idSchema,
    deputy: z.boolean(),
  }),
  reply: assignmentHistorySchema,
});

/** 调回: the post ends early; from the day after, nobody is there. */
export const withdrawAssignment = endpoint({
  id: 'withdrawAssignment',
  method: 'POST',
  path: '/api/assignments/:id/withdraw',
  access: 'assignments.change',
  summary: '调回',
  tag,
  params,
  body: z.object({
    /** The first day on which the person isn't in the village any more. */
    from: plainDateSchema,
    documentNumber: number,
    reason,
    lateReason,
    version: versionSchema,
  }),
  reply: assignmentHistorySchema,
});

/** 互换任职村: two people take each other's posts. */
export const exchangeAssignments = endpoint({
  id: 'exchangeAssignments',
  method: 'POST',
  path: '/api/assignments/:id/exchange',
  access: 'assignments.change',
  summary: '互换任职村',
  tag,
  params,
  body: z.object({
    withId: idSchema,
    withVersion: versionSchema,
    from: plainDateSchema,
    documentNumber: number,
    reason,
    lateReason,
    version: versionSchema,
  }),
  reply: assignmentHistorySchema,
});

/** 延期 (S4): the work isn't completed, so the unit stays bound and the person isn't withdrawn. */
export const extendAssignment = endpoint({
  id: 'extendAssignment',
  method: 'POST',
  path: '/api/assignments/:id/extend',
  access: 'assignments.change',
  summary: '延期',
  tag,
  params,
  body: z.object({
    /** The new last day. */
    until: plainDateSchema,
    documentNumber: number,
    reason,
    version: versionSchema,
  }),
  reply: assignmentHistorySchema,
});

const endBody = { date: plainDateSchema, documentNumber: number };
const appointmentBody = { date: plainDateSchema, documentNumber: number };
const reportBody = { date: plainDateSchema };
const membershipBody = {
  /** 转入 the village, or back 转回 at the end. */
  direction: z.enum(['transferred', 'returned']),
  date: plainDateSchema,
  /** The number of the receipt. */
  documentNumber: number,
};

/** 任期届满: the end of the term is put on record with its document. */
export const endAssignment = endpoint({
  id: 'endAssignment',
  method: 'POST',
  path: '/api/assignments/:id/end',
  access: 'assignments.change',
  summary: '登记任期届满',
  tag,
  params,
  body: z.object({ ...endBody, version: versionSchema }),
  reply: assignmentHistorySchema,
});

/** The township Party committee's own document of appointment. */
export const recordAppointment = endpoint({
  id: 'recordAppointment',
  method: 'POST',
  path: '/api/assignments/:id/appointment',
  access: 'assignments.record',
  summary: '登记镇街任职文件',
  tag,
  params,
  body: z.object({ ...appointmentBody, version: versionSchema }),
  reply: assignmentHistorySchema,
});

export const recordReport = endpoint({
  id: 'recordReport',
  method: 'POST',
  path: '/api/assignments/:id/report',
  access: 'assignments.record',
  summary: '登记到岗',
  tag,
  params,
  body: z.object({ ...reportBody, version: versionSchema }),
  reply: assignmentHistorySchema,
});

/** M3: Party membership moved to the village, and back at the end of the term. */
export const recordMembership = endpoint({
  id: 'recordMembership',
  method: 'POST',
  path: '/api/assignments/:id/membership',
  access: 'assignments.record',
  summary: '登记组织关系转接',
  tag,
  params,
  body: z.object({ ...membershipBody, version: versionSchema }),
  reply: assignmentHistorySchema,
});

const assignments = z
  .array(z.object({ id: idSchema, version: versionSchema }))
  .min(1)
  .max(500);
const done = z.object({ recorded: z.int() });

export const endAssignments = endpoint({
  id: 'endAssignments',
  method: 'POST',
  path: '/api/assignments/end',
  access: 'assignments.change',
  summary: '成批登记任期届满',
  tag,
  body: z.object({ assignments, ...endBody }),
  reply: done,
});

export const recordAppointments = endpoint({
  id: 'recordAppointments',
  method: 'POST',
  path: '/api/assignments/appointment',
  access: 'assignments.record',
  summary: '成批登记镇街任职文件',
  tag,
  body: z.object({ assignments, ...appointmentBody }),
  reply: done,
});

export const recordReports = endpoint({
  id: 'recordReports',
  method: 'POST',
  path: '/api/assignments/report',
  access: 'assignments.record',
  summary: '成批登记到岗',
  tag,
  body: z.object({ assignments, ...reportBody }),
  reply: done,
});

export const recordMemberships = endpoint({
  id: 'recordMemberships',
  method: 'POST',
  path: '/api/assignments/membership',
  access: 'assignments.record',
  summary: '成批登记组织关系转接',
  tag,
  body: z.object({ assignments, ...membershipBody }),
  reply: done,
});

/** Somebody who could take a post: what speaks for them in points, or what stands against. */
export const candidateSchema = z.object({
  cadreId: idSchema,
  name: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  position: z.string().nullable(),
  rank: rankSchema,
  sameUnit: z.boolean(),
  /** Named to the batch already. */
  named: z.boolean(),
  category: categorySchema,
  judgement: judgementSchema,
  findings: z.array(findingSchema),
  /** Points of the plan's rules that this person adds in the post; null where a rule forbids it. */
  score: z.number().nullable(),
  whyNot: z.array(z.string()),
});
export type Candidate = z.infer<typeof candidateSchema>;

const candidates = z.object({ on: z.string(), items: z.array(candidateSchema) });
const candidatesQuery = z.object({
  /** The first day; today unless given. */
  on: plainDateSchema.exactOptional(),
  /** Looks in the whole register, not only at the own unit and those named but not in post. */
  q: z.string().trim().min(1).max(50).exactOptional(),
});

/** Who could follow: the same unit first, nobody who is in post, best first. */
export const listSuccessors = endpoint({
  id: 'listSuccessors',
  method: 'GET',
  path: '/api/assignments/:id/successors',
  access: 'assignments.change',
  summary: '可接替的人选',
  tag,
  params,
  query: candidatesQuery,
  reply: candidates,
});

/** Who could take a post that nobody of the batch has held. */
export const listPostCandidates = endpoint({
  id: 'listPostCandidates',
  method: 'GET',
  path: '/api/batches/:id/villages/:villageId/candidates',
  access: 'assignments.change',
  summary: '可补派的人选',
  tag,
  params: z.object({ id: idSchema, villageId: idSchema }),
  query: candidatesQuery.extend({ deputy: z.enum(['true', 'false']).default('false') }),
  reply: candidates,
});
