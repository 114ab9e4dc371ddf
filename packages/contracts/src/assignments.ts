import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import {
  appointmentKindSchema,
  idSchema,
  leavingSchema,
  plainDateSchema,
  postSchema,
  rankSchema,
  tierSchema,
  versionSchema,
} from './values.ts';

export const assignmentSchema = z.object({
  id: idSchema,
  batchId: idSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  position: z.string().nullable(),
  rank: rankSchema,
  phone: z.string().nullable(),
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  tier: tierSchema,
  post: postSchema,
  kind: appointmentKindSchema,
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  documentNumber: z.string(),
  /** On the date asked for. */
  status: z.enum(['upcoming', 'inPost', 'ended']),
  /** How the post was come by, beside the issue, and how it was left, beside the end of the term. */
  cameBy: z.enum(['replaced', 'exchanged', 'filled']).nullable(),
  leftBy: leavingSchema.nullable(),
  extended: z.boolean(),
  /** On record: the township's own document, the arrival, the membership moved in and back. */
  appointedOn: z.string().nullable(),
  appointmentNumber: z.string().nullable(),
  reportedOn: z.string().nullable(),
  membershipTransferredOn: z.string().nullable(),
  membershipReturnedOn: z.string().nullable(),
  version: versionSchema,
});
export type Assignment = z.infer<typeof assignmentSchema>;

const query = pagingQuery.extend({
  sort: sortOf(['village', 'unit', 'name', 'startsOn']).default('village'),
  batchId: idSchema.exactOptional(),
  /** Posts in force on this day; without it, all of the batch. */
  on: plainDateSchema.exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  unitIds: manyOf(idSchema).exactOptional(),
  villageIds: manyOf(idSchema).exactOptional(),
  cadreIds: manyOf(idSchema).exactOptional(),
  tier: tierSchema.exactOptional(),
  post: postSchema.exactOptional(),
  /** Posts of which this isn't on record yet; the membership is asked of district cadres alone. */
  missing: z.enum(['appointment', 'report', 'membership', 'return', 'end']).exactOptional(),
});

export const listAssignments = endpoint({
  id: 'listAssignments',
  method: 'GET',
  path: '/api/assignments',
  access: 'assignments.read',
  summary: '任职（某日）',
  tag: 'assignments',
  query,
  reply: pageOf(assignmentSchema).extend({
    villages: z.int(),
    byTier: z.object({ district: z.int(), township: z.int() }),
  }),
});

export const getAssignment = endpoint({
  id: 'getAssignment',
  method: 'GET',
  path: '/api/assignments/:id',
  access: 'assignments.read',
  summary: '一个任职',
  tag: 'assignments',
  params: z.object({ id: idSchema }),
  reply: assignmentSchema,
});

/** 选派名册 in the office's form, for the district, a unit or a township. */
export const exportDispatchList = endpoint({
  id: 'exportDispatchList',
  method: 'GET',
  path: '/api/assignments/dispatch-list.xlsx',
  access: 'assignments.read',
  summary: '选派名册',
  tag: 'assignments',
  kind: 'file',
  query,
});

/** 通讯录: work telephones by township and village. */
export const exportTelephoneList = endpoint({
  id: 'exportTelephoneList',
  method: 'GET',
  path: '/api/assignments/telephone-list.xlsx',
  access: 'assignments.read',
  summary: '通讯录',
  tag: 'assignments',
  kind: 'file',
  query,
});
