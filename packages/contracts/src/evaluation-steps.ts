import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  followUpSchema,
  gradeCaseKindSchema,
  recordKindSchema,
  recordKinds,
  signatureMannerSchema,
  stepActSchema,
} from './evaluation-step-words.ts';
import {
  evaluationKindSchema,
  evaluationStandingSchema,
  evaluationStateSchema,
  evaluationStepSchema,
  gradeSchema,
  gradeSetSchema,
  roundStatusSchema,
} from './evaluation-words.ts';
import {
  idSchema,
  plainDateSchema,
  staffingTypeSchema,
  tierSchema,
  versionSchema,
  writtenText,
} from './values.ts';

/**
 * From the entry to the file (E5, E6): how far each person of a round is, and every transition. Who may
 * do what, and after what, is in domain/evaluation/steps. An opened round only.
 */

const tag = 'evaluations';
const params = z.object({ id: idSchema });

export const stepRoundSchema = z.object({
  id: idSchema,
  batchId: idSchema,
  name: z.string(),
  kind: evaluationKindSchema,
  year: z.int(),
  status: roundStatusSchema,
  /** The others are left out. */
  steps: z.array(evaluationStepSchema),
  /** Workdays of a public notice. */
  noticeDays: z.int(),
  /** The batch's own quota of 优秀, where it has one; it warns. */
  quota: z.object({ percent: z.number(), excellent: z.int(), people: z.int() }).nullable(),
});

/** A person of a round as far as the caller may see: proposals only of those who work on them. */
export const stepPersonSchema = z.object({
  id: idSchema,
  cadreId: idSchema,
  name: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  villageId: idSchema,
  villageName: z.string(),
  tier: tierSchema,
  staffingType: staffingTypeSchema,
  gradeSet: gradeSetSchema,
  daysInPost: z.int(),
  standing: evaluationStandingSchema,
  standingGround: z.string().nullable(),
  unitGrade: gradeSchema.nullable(),
  state: evaluationStateSchema,
  proposedGrade: gradeSchema.nullable(),
  /** Why it differs from the suggestion. */
  proposalReason: z.string().nullable(),
  /** In the list, for those who work on the round: what the proposal rested on. */
  sheet: z
    .object({
      /** Ballots of groups with enough of them, by the rungs of the person's set, best first. */
      rungs: z.array(z.int()).nullable(),
      /** As they stood at the proposal. */
      facts: z.array(z.object({ zh: z.string(), en: z.string() })),
      suggested: gradeSchema.nullable(),
      score: z.number().nullable(),
    })
    .nullable(),
  proposedByName: z.string().nullable(),
  /** Days of the visit to the village and of the proposal, for those who work on the round. */
  visitedOn: z.string().nullable(),
  proposedAt: z.string().nullable(),
  checkedByName: z.string().nullable(),
  grade: gradeSchema.nullable(),
  gradeGround: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decisionDocument: z.string().nullable(),
  /** 0 before the decision; above 1 it was changed. */
  edition: z.int(),
  /** The grade before the last change. */
  gradeBefore: gradeSchema.nullable(),
  done: z.array(evaluationStepSchema),
  /** What is on record and holds; of others’ opinions only for those who work on the round. */
  noted: z.array(recordKindSchema),
  notice: z
    .object({
      id: idSchema,
      state: z.enum(['open', 'objections', 'refused', 'over']),
      startsOn: z.string(),
      endsOn: z.string(),
      objections: z.int(),
    })
    .nullable(),
  told: z.object({ toldOn: z.string(), manner: signatureMannerSchema }).nullable(),
  openCase: z
    .object({ id: idSchema, kind: gradeCaseKindSchema, dueOn: z.string().nullable() })
    .nullable(),
  /** Of the grade in force: to how many it was fed back, and how many received it. */
  feedback: z.object({ sent: z.int(), received: z.int() }),
  /** What stands on a grade that has changed since, and is to be done again. */
  redo: z.array(followUpSchema),
  acts: z.array(stepActSchema),
  /** E8: the caller steps back from this person, and does nothing on the way to the grade. */
  stepsBack: z.boolean(),
  version: versionSchema,
});
export type StepPerson = z.infer<typeof stepPersonSchema>;

const listReply = z.object({ round: stepRoundSchema, items: z.array(stepPersonSchema) });
export type StepPeople = z.infer<typeof listReply>;

/** All people within reach, by township, village and post; never by grade or score. */
export const listStepPeople = endpoint({
  id: 'listStepPeople',
  method: 'GET',
  path: '/api/evaluations/:id/steps',
  access: 'grades.read',
  summary: '考核各步骤到哪一步',
  tag,
  params,
  reply: listReply,
});

/** The sheet for the meeting: facts, proposal and where it differs, by township. */
export const exportReviewSheet = endpoint({
  id: 'exportReviewSheet',
  method: 'GET',
  path: '/api/evaluations/:id/review-sheet.xlsx',
  access: 'grades.sheet',
  summary: '考核情况汇总表（表格）',
  tag,
  kind: 'file',
  params,
});

export const printReviewSheet = endpoint({
  id: 'printReviewSheet',
  method: 'GET',
  path: '/api/evaluations/:id/review-sheet.docx',
  access: 'grades.sheet',
  summary: '考核情况汇总表（会议用）',
  tag,
  kind: 'file',
  params,
});

export const stepRecordSchema = z.object({
  id: idSchema,
  kind: recordKindSchema,
  edition: z.int().nullable(),
  heldOn: z.string(),
  by: z.string(),
  document: z.string().nullable(),
  text: z.string().nullable(),
  enteredByName: z.string(),
  enteredAt: z.string(),
});

const people = z.array(idSchema).min(1).max(300);
const many = z
  .array(z.object({ id: idSchema, version: versionSchema }))
  .min(1)
  .max(300);
const done = z.object({ done: z.int() });
const document = writtenText(1, 100).exactOptional();

/** Those that are written by hand; `check` and `return` come of their acts. */
export const writtenRecordKinds = recordKinds.filter(
  (kind) => kind !== 'check' && kind !== 'return',
) as Exclude<(typeof recordKinds)[number], 'check' | 'return'>[];

/** Puts the same on record of several at once, all or none; a correction is a further record. */
export const recordSteps = endpoint({
  id: 'recordSteps',
  method: 'POST',
  path: '/api/evaluations/:id/records',
  access: 'grades.note',
  summary: '登记考核步骤（述职、意见、会议、登记表、归档）',
  tag,
  status: 201,
  params,
  body: z.object({
    kind: z.enum(writtenRecordKinds),
    personIds: people,
    heldOn: plainDateSchema,
    by: writtenText(2, 60),
    document,
    text: writtenText(1, 2000).exactOptional(),
  }),
  reply: done,
});

export const checkGrades = endpoint({
  id: 'checkGrades',
  method: 'POST',
  path: '/api/evaluations/:id/check',
  access: 'grades.check',
  summary: '审核提出的等次（由他人）',
  tag,
  params,
  body: z.object({ items: many }),
  reply: done,
});

/** Back to whoever proposed it; a public notice of it is taken down. */
export const returnGrade = endpoint({
  id: 'returnGrade',
  method: 'POST',
  path: '/api/evaluation-people/:id/return',
  access: 'grades.check',
  summary: '退回提出的等次',
  tag,
  kind: 'empty',
  params,
  body: z.object({ version: versionSchema, reason: writtenText(2, 500) }),
});

/** As proposed unless said; another grade with its ground. Locked from then on. */
export const decideGrades = endpoint({
  id: 'decideGrades',
  method: 'POST',
  path: '/api/evaluations/:id/decide',
  access: 'grades.decide',
  summary: '确定等次',
  tag,
  params,
  body: z.object({
    items: z
      .array(
        z.object({
          id: idSchema,
          version: versionSchema,
          grade: gradeSchema.exactOptional(),
          ground: writtenText(2, 500).exactOptional(),
        }),
      )
      .min(1)
      .max(300),
    decidedOn: plainDateSchema,
    document: writtenText(2, 100),
  }),
  reply: done,
});

/** Told in writing; a further one of the same grade corrects it. */
export const tellGrades = endpoint({
  id: 'tellGrades',
  method: 'POST',
  path: '/api/evaluations/:id/told',
  access: 'grades.record',
  summary: '告知本人并签字',
  tag,
  status: 201,
  params,
  body: z.object({
    personIds: people,
    toldOn: plainDateSchema,
    manner: signatureMannerSchema,
    /** With `objected`. */
    statement: writtenText(1, 1000).exactOptional(),
    /** With `refused`. */
    witness: writtenText(2, 100).exactOptional(),
  }),
  reply: done,
});
