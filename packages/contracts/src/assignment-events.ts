import { z } from 'zod';
import { assignmentSchema } from './assignments.ts';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { idSchema, postSchema, versionSchema } from './values.ts';

/**
 * What happens to an assignment: 镇街任职文件, 到岗, 组织关系转入 and 转回, 调整人选, 调回, 互换任职村,
 * 延期, 任期届满, 补派.
 */
export const assignmentEventKinds = [
  'appointed',
  'reported',
  'membershipTransferred',
  'membershipReturned',
  'replaced',
  'withdrawn',
  'exchanged',
  'extended',
  'ended',
  'filled',
] as const;
export const assignmentEventKindSchema = z.enum(assignmentEventKinds);
export type AssignmentEventKind = z.infer<typeof assignmentEventKindSchema>;

/** Another post that an event made: the successor's, or the one in the village exchanged for. */
const madePost = z.object({
  assignmentId: idSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  villageName: z.string(),
  post: postSchema,
  startsOn: z.string(),
});

export const assignmentEventSchema = z.object({
  id: idSchema,
  assignmentId: idSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  villageId: idSchema,
  villageName: z.string(),
  townshipName: z.string(),
  post: postSchema,
  kind: assignmentEventKindSchema,
  /** The day of the paper or the arrival; of a change the first day that is different. */
  date: z.string(),
  documentNumber: z.string().nullable(),
  reason: z.string().nullable(),
  /** Why a past month is changed. */
  lateReason: z.string().nullable(),
  /** The last day before and after, where the event changes it. */
  endsBefore: z.string().nullable(),
  endsAfter: z.string().nullable(),
  /** The post never took effect because of it. */
  voids: z.boolean(),
  made: madePost.nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  undoneBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
  /** Why it can't be undone, as the one who looks is told; null where it can. */
  undoBlocked: z.string().nullable(),
});
export type AssignmentEvent = z.infer<typeof assignmentEventSchema>;

/** The acts that a post is open to, and why not where it isn't. */
export const openActSchema = z.object({
  act: z.enum([
    'appointment',
    'report',
    'membershipTransferred',
    'membershipReturned',
    'replace',
    'withdraw',
    'exchange',
    'extend',
    'end',
  ]),
  blocked: z.string().nullable(),
});
export type OpenAct = z.infer<typeof openActSchema>;

/** A post with what happened to it, oldest first, and what can be done now. */
export const assignmentHistorySchema = z.object({
  assignment: assignmentSchema.extend({ state: z.enum(['inForce', 'revoked']) }),
  events: z.array(assignmentEventSchema),
  acts: z.array(openActSchema),
});
export type AssignmentHistory = z.infer<typeof assignmentHistorySchema>;

export const listAssignmentEvents = endpoint({
  id: 'listAssignmentEvents',
  method: 'GET',
  path: '/api/assignments/:id/events',
  access: 'assignments.read',
  summary: '一个任职的经过与可办事项',
  tag: 'assignments',
  params: z.object({ id: idSchema }),
  reply: assignmentHistorySchema,
});

export const undoAssignmentEvent = endpoint({
  id: 'undoAssignmentEvent',
  method: 'POST',
  path: '/api/assignments/:id/events/:eventId/undo',
  access: 'assignments.record',
  summary: '撤销一次任职变动或登记（其后没有别的变动时）',
  tag: 'assignments',
  params: z.object({ id: idSchema, eventId: idSchema }),
  body: z.object({ version: versionSchema }),
  reply: assignmentHistorySchema,
});

/** 变动: what happened in a batch, newest first. */
export const listBatchEvents = endpoint({
  id: 'listBatchEvents',
  method: 'GET',
  path: '/api/batches/:id/assignment-events',
  access: 'assignments.read',
  summary: '批次的任职变动',
  tag: 'assignments',
  params: z.object({ id: idSchema }),
  query: pagingQuery.extend({
    sort: sortOf(['date', 'recordedAt']).default('-date'),
    kinds: manyOf(assignmentEventKindSchema).exactOptional(),
    /** Undone ones are left out unless asked for. */
    undone: z.enum(['true', 'false']).default('false'),
  }),
  reply: pageOf(assignmentEventSchema),
});
