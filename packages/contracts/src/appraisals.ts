import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import {
  idSchema,
  plainDateSchema,
  postSchema,
  tierSchema,
  versionSchema,
  writtenText,
} from './values.ts';
import type { Word } from './words.ts';

/**
 * 实绩考核: the township Party committee's written opinion on each cadre in post in a period (M2).
 * Who may do what in which state is in domain/targets/appraisals.
 */

const tag = 'targets';

/** `missing`: nothing is written yet. */
export const appraisalStates = ['missing', 'draft', 'submitted', 'signed'] as const;
export const appraisalStateSchema = z.enum(appraisalStates);
export type AppraisalState = z.infer<typeof appraisalStateSchema>;

export const appraisalStateWords = {
  missing: { zh: '未填写', en: 'Not written' },
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待签署', en: 'To be signed' },
  signed: { zh: '已签署', en: 'Signed' },
} as const satisfies Record<AppraisalState, Word>;

export const appraisalActs = [
  'write',
  'submit',
  'withdraw',
  'return',
  'sign',
  'correct',
  'discard',
] as const;
export type AppraisalAct = (typeof appraisalActs)[number];

/** Key of a period of the batch, as the targets have them. */
export const appraisalPeriodSchema = z.string().regex(/^[0-9A-Za-z-]{4,12}$/);

export const appraisalEditionSchema = z.object({
  id: idSchema,
  edition: z.int().positive(),
  state: z.enum(['draft', 'submitted', 'signed']),
  opinion: z.string(),
  /** Why it follows a signed one; null of the first. */
  reason: z.string().nullable(),
  draftedByName: z.string(),
  draftedAt: z.string(),
  submittedAt: z.string().nullable(),
  /** What the head said when it was last returned. */
  returnReason: z.string().nullable(),
  returnedByName: z.string().nullable(),
  signedByName: z.string().nullable(),
  signedOn: z.string().nullable(),
  version: versionSchema,
});
export type AppraisalEdition = z.infer<typeof appraisalEditionSchema>;

/** A cadre in post in the period, with the opinion as far as the caller may read it. */
export const appraisalRowSchema = z.object({
  /** The last post of the cadre in the township in the period. */
  assignmentId: idSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  unitName: z.string(),
  tier: tierSchema,
  post: postSchema,
  townshipId: idSchema,
  townshipName: z.string(),
  villageId: idSchema,
  villageName: z.string(),
  /** Days of that post in the period. */
  from: z.string(),
  to: z.string(),
  period: z.string(),
  state: appraisalStateSchema,
  /** The newest edition; until it is signed only its township reads it. */
  newest: appraisalEditionSchema.nullable(),
  /** The edition that holds: the newest that is signed. */
  inForce: appraisalEditionSchema.nullable(),
  dueOn: z.string(),
  /** Not signed, and the day by which it was due is past. */
  late: z.boolean(),
  acts: z.array(z.enum(appraisalActs)),
});
export type AppraisalRow = z.infer<typeof appraisalRowSchema>;

export const appraisalPeriodOptionSchema = z.object({
  key: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  dueOn: z.string(),
});

const counts = {
  people: z.int(),
  missing: z.int(),
  draft: z.int(),
  submitted: z.int(),
  signed: z.int(),
};

const filters = {
  /** The latest batch unless given. */
  batchId: idSchema.exactOptional(),
  /** The latest period that is over unless given; before the first has ended, that. */
  period: appraisalPeriodSchema.exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  villageIds: manyOf(idSchema).exactOptional(),
  states: manyOf(appraisalStateSchema).exactOptional(),
};

const query = pagingQuery.extend({
  ...filters,
  sort: sortOf(['township', 'name', 'signedOn']).default('township'),
});

export const listAppraisals = endpoint({
  id: 'listAppraisals',
  method: 'GET',
  path: '/api/appraisals',
  access: 'appraisals.read',
  summary: '一期的实绩考核，含未填写的',
  tag,
  query,
  reply: pageOf(appraisalRowSchema).extend({
    batchId: idSchema.nullable(),
    /** Null where the batch has no period yet. */
    period: appraisalPeriodOptionSchema.nullable(),
    /** Those that have begun, the earliest first. */
    periods: z.array(appraisalPeriodOptionSchema),
    /** Within reach in the period, whatever else is filtered. */
    townships: z.array(z.object({ id: idSchema, name: z.string(), ...counts })),
    counts: z.object(counts),
  }),
});
export type AppraisalList = z.infer<(typeof listAppraisals)['reply']>;

export const exportAppraisals = endpoint({
  id: 'exportAppraisals',
  method: 'GET',
  path: '/api/appraisals.xlsx',
  access: 'appraisals.read',
  summary: '实绩考核台账',
  tag,
  kind: 'file',
  query,
});

export const exportAppraisalPapers = endpoint({
  id: 'exportAppraisalPapers',
  method: 'GET',
  path: '/api/appraisals.docx',
  access: 'appraisals.read',
  summary: '实绩考核意见表，一人一页',
  tag,
  kind: 'file',
  query: query.extend({ assignmentIds: manyOf(idSchema).exactOptional() }),
});

const cadrePeriods = z.object({
  cadreId: idSchema,
  cadreName: z.string(),
  /** Every period in post that has begun, the newest first; of several townships one each. */
  items: z.array(appraisalRowSchema),
});
export type CadreAppraisals = z.infer<typeof cadrePeriods>;

export const getCadreAppraisals = endpoint({
  id: 'getCadreAppraisals',
  method: 'GET',
  path: '/api/cadres/:id/appraisals',
  access: 'appraisals.read',
  summary: '一名干部的历次实绩考核',
  tag,
  params: z.object({ id: idSchema }),
  query: z.object({ batchId: idSchema.exactOptional() }),
  reply: cadrePeriods,
});

const params = z.object({ id: idSchema });

const editionsReply = z.object({
  cadreName: z.string(),
  period: z.string(),
  /** The newest first. */
  editions: z.array(appraisalEditionSchema),
});

/** By the id of any of them. */
export const listAppraisalEditions = endpoint({
  id: 'listAppraisalEditions',
  method: 'GET',
  path: '/api/appraisals/:id/editions',
  access: 'appraisals.read',
  summary: '一份实绩考核意见的各版',
  tag,
  params,
  reply: editionsReply,
});
export type AppraisalEditions = z.infer<typeof editionsReply>;

/** Writes the draft of a cadre's opinion, or goes on with it. */
export const writeAppraisal = endpoint({
  id: 'writeAppraisal',
  method: 'PUT',
  path: '/api/appraisals/:assignmentId/:period',
  access: 'appraisals.write',
  summary: '填写实绩考核意见',
  tag,
  params: z.object({ assignmentId: idSchema, period: appraisalPeriodSchema }),
  body: z.object({
    opinion: writtenText(2, 2000),
    /** Of the draft as it was seen; 0 where there was none. */
    version: z.int().nonnegative(),
  }),
  reply: appraisalRowSchema,
});

const seen = z.object({ version: versionSchema });
const many = z
  .array(z.object({ id: idSchema, version: versionSchema }))
  .min(1)
  .max(500);
const done = z.object({ done: z.int() });

export const submitAppraisals = endpoint({
  id: 'submitAppraisals',
  method: 'POST',
  path: '/api/appraisals/submit',
  access: 'appraisals.write',
  summary: '送负责人签署',
  tag,
  body: z.object({ items: many }),
  reply: done,
});

/** Signs several at once, all or none. */
export const signAppraisals = endpoint({
  id: 'signAppraisals',
  method: 'POST',
  path: '/api/appraisals/sign',
  access: 'appraisals.sign',
  summary: '签署实绩考核意见',
  tag,
  body: z.object({ items: many, signedOn: plainDateSchema }),
  reply: done,
});

export const withdrawAppraisal = endpoint({
  id: 'withdrawAppraisal',
  method: 'POST',
  path: '/api/appraisals/:id/withdraw',
  access: 'appraisals.write',
  summary: '撤回实绩考核意见（签署以前）',
  tag,
  params,
  body: seen,
  reply: appraisalRowSchema,
});

export const returnAppraisal = endpoint({
  id: 'returnAppraisal',
  method: 'POST',
  path: '/api/appraisals/:id/return',
  access: 'appraisals.sign',
  summary: '退回实绩考核意见修改',
  tag,
  params,
  body: seen.extend({ reason: writtenText(2, 300) }),
  reply: appraisalRowSchema,
});

/** Opens the next edition of a signed one, which it keeps. */
export const correctAppraisal = endpoint({
  id: 'correctAppraisal',
  method: 'POST',
  path: '/api/appraisals/:id/correct',
  access: 'appraisals.write',
  summary: '更正已签署的实绩考核意见',
  tag,
  params,
  body: seen.extend({ reason: writtenText(2, 300) }),
  reply: appraisalRowSchema,
});

export const discardAppraisal = endpoint({
  id: 'discardAppraisal',
  method: 'DELETE',
  path: '/api/appraisals/:id',
  access: 'appraisals.write',
  summary: '放弃实绩考核草稿',
  tag,
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
  reply: appraisalRowSchema,
});
