import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  feedbackRecipientSchema,
  followUpSchema,
  gradeCaseKindSchema,
  gradeCaseResultSchema,
  gradeSourceSchema,
  signatureMannerSchema,
} from './evaluation-step-words.ts';
import { stepPersonSchema, stepRecordSchema, stepRoundSchema } from './evaluation-steps.ts';
import {
  evaluationKindSchema,
  evaluationStandingSchema,
  evaluationStateSchema,
  gradeSchema,
  gradeSetSchema,
} from './evaluation-words.ts';
import { basisSchema } from './problems.ts';
import { textSchema } from './text.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** 复核、申诉、异议 (E7), feedback of grades (E5), and what a person has had. */

const tag = 'evaluations';
const params = z.object({ id: idSchema });
const done = z.object({ done: z.int() });

export const gradeEditionSchema = z.object({
  edition: z.int(),
  grade: gradeSchema,
  ground: z.string().nullable(),
  decidedOn: z.string(),
  document: z.string().nullable(),
  source: gradeSourceSchema,
});
export type GradeEdition = z.infer<typeof gradeEditionSchema>;

export const gradeCaseSchema = z.object({
  id: idSchema,
  kind: gradeCaseKindSchema,
  edition: z.int(),
  askedOn: z.string(),
  reason: z.string(),
  document: z.string().nullable(),
  organ: z.string().nullable(),
  askUntil: z.string().nullable(),
  dueOn: z.string().nullable(),
  extended: z.boolean(),
  extendReason: z.string().nullable(),
  result: gradeCaseResultSchema.nullable(),
  newGrade: gradeSchema.nullable(),
  resultText: z.string().nullable(),
  resultDocument: z.string().nullable(),
  decidedOn: z.string().nullable(),
  handledByName: z.string().nullable(),
  version: versionSchema,
});
export type GradeCase = z.infer<typeof gradeCaseSchema>;

export const gradeFeedbackSchema = z.object({
  id: idSchema,
  recipient: feedbackRecipientSchema,
  edition: z.int(),
  sentOn: z.string(),
  document: z.string().nullable(),
  receivedOn: z.string().nullable(),
  receivedByName: z.string().nullable(),
  version: versionSchema,
});

const personStepsReply = z.object({
  round: stepRoundSchema,
  person: stepPersonSchema,
  /** The newest first. Opinions of others only for those who work on the round. */
  records: z.array(stepRecordSchema),
  editions: z.array(gradeEditionSchema),
  signatures: z.array(
    z.object({
      id: idSchema,
      edition: z.int(),
      toldOn: z.string(),
      manner: signatureMannerSchema,
      statement: z.string().nullable(),
      witness: z.string().nullable(),
      enteredByName: z.string(),
    }),
  ),
  cases: z.array(gradeCaseSchema),
  feedback: z.array(gradeFeedbackSchema),
  /** What can be asked for now, until when. */
  remedies: z.array(
    z.object({ kind: gradeCaseKindSchema, until: z.string().nullable(), basis: basisSchema }),
  ),
  redo: z.array(followUpSchema),
});
export type PersonSteps = z.infer<typeof personStepsReply>;

export const getPersonSteps = endpoint({
  id: 'getPersonSteps',
  method: 'GET',
  path: '/api/evaluation-people/:id/steps',
  access: 'grades.read',
  summary: '一个人的考核经过',
  tag,
  params,
  reply: personStepsReply,
});

export const askGradeCase = endpoint({
  id: 'askGradeCase',
  method: 'POST',
  path: '/api/evaluation-people/:id/cases',
  access: 'grades.record',
  summary: '登记复核、申诉、异议',
  tag,
  status: 201,
  params,
  body: z.object({
    kind: gradeCaseKindSchema,
    askedOn: plainDateSchema,
    reason: writtenText(2, 2000),
    document: writtenText(1, 100).exactOptional(),
    /** Of an appeal: who decides it. */
    organ: writtenText(2, 100).exactOptional(),
  }),
  reply: z.object({ id: idSchema, dueOn: z.string().nullable() }),
});

/** Of an appeal, once, by the policy's days. */
export const extendGradeCase = endpoint({
  id: 'extendGradeCase',
  method: 'POST',
  path: '/api/grade-cases/:id/extend',
  access: 'grades.settle',
  summary: '延长申诉处理期限',
  tag,
  kind: 'empty',
  params,
  body: z.object({ version: versionSchema, reason: writtenText(2, 300) }),
});

/**
 * Enters the result; a review by somebody who had no part in the grade. `changed` writes the grade's next
 * edition, and the old one stays.
 */
export const settleGradeCase = endpoint({
  id: 'settleGradeCase',
  method: 'POST',
  path: '/api/grade-cases/:id/settle',
  access: 'grades.settle',
  summary: '登记复核、申诉、异议的结果',
  tag,
  kind: 'empty',
  params,
  body: z.object({
    version: versionSchema,
    result: gradeCaseResultSchema,
    /** With `changed`. */
    newGrade: gradeSchema.exactOptional(),
    text: writtenText(2, 2000),
    document: writtenText(1, 100).exactOptional(),
    decidedOn: plainDateSchema,
  }),
});

const caseRow = gradeCaseSchema.extend({
  personId: idSchema,
  cadreId: idSchema,
  name: z.string(),
  unitName: z.string(),
  villageName: z.string(),
  gradeSet: gradeSetSchema,
  gradeThen: gradeSchema,
  /** The caller had no part in the grade, or it is no review. */
  mayHandle: z.boolean(),
  /** E8: why the case isn't open to the caller, who steps back; its words are null then. */
  closedTo: textSchema.nullable(),
  reason: z.string().nullable(),
});

/** The open ones first, the earliest due first. */
export const listGradeCases = endpoint({
  id: 'listGradeCases',
  method: 'GET',
  path: '/api/evaluations/:id/cases',
  access: 'grades.sheet',
  summary: '复核、申诉、异议台账',
  tag,
  params,
  reply: z.object({ items: z.array(caseRow) }),
});
export type GradeCaseRow = z.infer<typeof caseRow>;

/**
 * Feeds decided grades back by management authority; those that are sent already are left. Of all decided
 * those whom the caller steps back from (E8) are left out and named; asked for by name they are refused.
 */
export const sendFeedback = endpoint({
  id: 'sendFeedback',
  method: 'POST',
  path: '/api/evaluations/:id/feedback',
  access: 'grades.record',
  summary: '按干部管理权限反馈等次',
  tag,
  status: 201,
  params,
  body: z.object({
    /** Null: all decided. */
    personIds: z.array(idSchema).min(1).max(300).nullable(),
    sentOn: plainDateSchema,
    document: writtenText(1, 100).exactOptional(),
  }),
  reply: done.extend({
    leftOut: z.array(z.object({ personId: idSchema, name: z.string(), reason: textSchema })),
  }),
});

const feedbackRow = gradeFeedbackSchema.extend({
  personId: idSchema,
  cadreId: idSchema,
  name: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  roundId: idSchema,
  roundName: z.string(),
  grade: gradeSchema,
  /** The grade has changed since. */
  outdated: z.boolean(),
  /** The caller may say that it has been received. */
  mayReceive: z.boolean(),
});
export type FeedbackRow = z.infer<typeof feedbackRow>;

/** Not received first. A unit sees what was fed back to it. */
export const listFeedback = endpoint({
  id: 'listFeedback',
  method: 'GET',
  path: '/api/grade-feedback',
  access: 'grades.receive',
  summary: '等次反馈及接收',
  tag,
  query: z.object({ roundId: idSchema.exactOptional() }),
  reply: z.object({ items: z.array(feedbackRow), waiting: z.int() }),
});

export const receiveFeedback = endpoint({
  id: 'receiveFeedback',
  method: 'POST',
  path: '/api/grade-feedback/receive',
  access: 'grades.receive',
  summary: '确认收到等次反馈',
  tag,
  body: z.object({
    items: z
      .array(z.object({ id: idSchema, version: versionSchema }))
      .min(1)
      .max(300),
    receivedOn: plainDateSchema,
  }),
  reply: done,
});

const cadreGradesReply = z.object({
  cadreName: z.string(),
  /** The newest first; rounds that are opened. */
  items: z.array(
    z.object({
      personId: idSchema,
      roundId: idSchema,
      roundName: z.string(),
      kind: evaluationKindSchema,
      year: z.int(),
      villageName: z.string(),
      standing: evaluationStandingSchema,
      standingGround: z.string().nullable(),
      unitGrade: gradeSchema.nullable(),
      state: evaluationStateSchema,
      grade: gradeSchema.nullable(),
      editions: z.array(gradeEditionSchema),
      openCase: gradeCaseKindSchema.nullable(),
      redo: z.array(followUpSchema),
    }),
  ),
});
export type CadreGrades = z.infer<typeof cadreGradesReply>;

export const getCadreGrades = endpoint({
  id: 'getCadreGrades',
  method: 'GET',
  path: '/api/cadres/:id/grades',
  access: 'grades.read',
  summary: '一名干部的历次考核等次',
  tag,
  params,
  reply: cadreGradesReply,
});
