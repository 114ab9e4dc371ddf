import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  evaluationKindSchema,
  evaluationStandingSchema,
  evaluationStepSchema,
  gradeSetSchema,
  roundStatusSchema,
} from './evaluation-words.ts';
import { roundLetterKindSchema } from './letter-kinds.ts';
import { textSchema } from './text.ts';
import {
  idSchema,
  plainDateSchema,
  staffingTypeSchema,
  tierSchema,
  versionSchema,
  writtenText,
} from './values.ts';

/** 考核 rounds: annual (district cadres) and end-of-term (both tiers); E1 to E6. */

const tag = 'evaluations';

/** Hundredths of the score; together 100. */
export const scoreWeightsSchema = z.object({
  visit: z.number(),
  ballots: z.number(),
  results: z.number(),
  attendance: z.number(),
});
export type ScoreWeights = z.infer<typeof scoreWeightsSchema>;

/** People within the caller's reach. */
export const roundCountsSchema = z.object({
  people: z.int(),
  evaluated: z.int(),
  byUnit: z.int(),
  leftOut: z.int(),
  /** Of those evaluated: proposed and further, checked and further, decided. */
  proposed: z.int(),
  checked: z.int(),
  decided: z.int(),
  /** Assessed by the sending unit, whose grade is on record. */
  unitGraded: z.int(),
  villages: z.int(),
  visited: z.int(),
});
export type RoundCounts = z.infer<typeof roundCountsSchema>;

export const roundSchema = z.object({
  id: idSchema,
  batchId: idSchema,
  kind: evaluationKindSchema,
  year: z.int(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** Staffing types, posts and policy are those of this day. */
  date: z.string(),
  status: roundStatusSchema,
  ballotsTwice: z.boolean(),
  /** E6, in their order; of a draft those that the policy has. */
  steps: z.array(evaluationStepSchema),
  /** Questions of the ballot beside the grade. */
  questions: z.array(z.string()),
  /** Null: facts only, no score. */
  weights: scoreWeightsSchema.nullable(),
  ownUnitStepsBack: z.boolean(),
  gradeSets: z.array(
    z.object({ tier: tierSchema, staffingType: staffingTypeSchema, set: gradeSetSchema }),
  ),
  /** Each kind of letter with the edition it is printed with; null: the one that is shipped. */
  templates: z.array(
    z.object({
      kind: roundLetterKindSchema,
      edition: z.int().nullable(),
      /** Later changes of the office's template don't reach it. */
      kept: z.boolean(),
    }),
  ),
  note: z.string().nullable(),
  createdByName: z.string(),
  openedByName: z.string().nullable(),
  openedAt: z.string().nullable(),
  closedByName: z.string().nullable(),
  closedAt: z.string().nullable(),
  version: versionSchema,
  counts: roundCountsSchema,
});
export type Round = z.infer<typeof roundSchema>;

/** The newest first. */
export const listEvaluations = endpoint({
  id: 'listEvaluations',
  method: 'GET',
  path: '/api/evaluations',
  access: 'evaluations.read',
  summary: '历次考核',
  tag,
  query: z.object({
    batchId: idSchema.exactOptional(),
    kind: evaluationKindSchema.exactOptional(),
  }),
  reply: z.object({ items: z.array(roundSchema), total: z.int() }),
});

const params = z.object({ id: idSchema });

export const getEvaluation = endpoint({
  id: 'getEvaluation',
  method: 'GET',
  path: '/api/evaluations/:id',
  access: 'evaluations.read',
  summary: '一次考核',
  tag,
  params,
  reply: roundSchema,
});

/** `inUse`: the office's at present; a round that is prepared follows it until it is opened. */
const templateChoiceSchema = z.object({
  kind: roundLetterKindSchema,
  template: z.union([z.int().positive(), z.enum(['shipped', 'inUse'])]),
});

const facts = {
  name: writtenText(2, 60),
  startsOn: plainDateSchema,
  endsOn: plainDateSchema,
  date: plainDateSchema,
  ballotsTwice: z.boolean(),
  questions: z.array(writtenText(2, 60)).max(6),
  /** Kinds that are left out stay as they are. */
  templates: z.array(templateChoiceSchema).max(20),
  note: writtenText(1, 500).nullable(),
};

/** Days and name are those of the year where they aren't given. */
export const createEvaluation = endpoint({
  id: 'createEvaluation',
  method: 'POST',
  path: '/api/evaluations',
  access: 'evaluations.write',
  summary: '准备一次考核',
  tag,
  status: 201,
  body: z.object({
    batchId: idSchema,
    kind: evaluationKindSchema,
    year: z.int().min(1990).max(2100),
    name: facts.name.exactOptional(),
    startsOn: facts.startsOn.exactOptional(),
    endsOn: facts.endsOn.exactOptional(),
    date: facts.date.exactOptional(),
    ballotsTwice: facts.ballotsTwice.default(false),
    questions: facts.questions.default([]),
    templates: facts.templates.default([]),
    note: facts.note.default(null),
  }),
  reply: roundSchema,
});

/** Once it is open, only name, note and the templates of its letters change. */
export const updateEvaluation = endpoint({
  id: 'updateEvaluation',
  method: 'PATCH',
  path: '/api/evaluations/:id',
  access: 'evaluations.write',
  summary: '修改一次考核',
  tag,
  params,
  body: z.object({
    name: facts.name.exactOptional(),
    startsOn: facts.startsOn.exactOptional(),
    endsOn: facts.endsOn.exactOptional(),
    date: facts.date.exactOptional(),
    ballotsTwice: facts.ballotsTwice.exactOptional(),
    questions: facts.questions.exactOptional(),
    templates: facts.templates.exactOptional(),
    note: facts.note.exactOptional(),
    version: versionSchema,
  }),
  reply: roundSchema,
});

export const removeEvaluation = endpoint({
  id: 'removeEvaluation',
  method: 'DELETE',
  path: '/api/evaluations/:id',
  access: 'evaluations.write',
  summary: '放弃还在准备的考核',
  tag,
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});

/** Somebody as they would be in the round, or are. */
export const candidateSchema = z.object({
  cadreId: idSchema,
  cadreName: z.string(),
  unitName: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  tier: tierSchema,
  staffingType: staffingTypeSchema,
  /** Null: the policy has none for the staffing type yet, which stops the opening. */
  gradeSet: gradeSetSchema.nullable(),
  daysInPost: z.int(),
  standing: evaluationStandingSchema,
  ground: textSchema.nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** Who would be in a round if it were opened now; of an open one who would be added. */
export const previewEvaluation = endpoint({
  id: 'previewEvaluation',
  method: 'GET',
  path: '/api/evaluations/:id/preview',
  access: 'evaluations.write',
  summary: '考核范围',
  tag,
  params,
  reply: z.object({ items: z.array(candidateSchema), total: z.int() }),
});

/** Freezes steps, weights, grade sets, templates and who is in it. */
export const openEvaluation = endpoint({
  id: 'openEvaluation',
  method: 'POST',
  path: '/api/evaluations/:id/open',
  access: 'evaluations.write',
  summary: '开始考核',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  reply: roundSchema,
});

/** Adds people whose posts were recorded after the opening. */
export const extendEvaluation = endpoint({
  id: 'extendEvaluation',
  method: 'POST',
  path: '/api/evaluations/:id/extend',
  access: 'evaluations.write',
  summary: '补入后来登记的任职人员，按基准日编制改用等次',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  /** `retyped`: those whose staffing type on the round's date is another by now. */
  reply: z.object({ added: z.int(), retyped: z.int(), round: roundSchema }),
});

/** Gathers everybody's results and attendance anew, as the round's sheet shows them. */
export const gatherEvaluation = endpoint({
  id: 'gatherEvaluation',
  method: 'POST',
  path: '/api/evaluations/:id/gather',
  access: 'evaluations.write',
  summary: '重新汇总实绩和考勤',
  tag,
  params,
  reply: z.object({ people: z.int() }),
});

export const closeEvaluation = endpoint({
  id: 'closeEvaluation',
  method: 'POST',
  path: '/api/evaluations/:id/close',
  access: 'evaluations.write',
  summary: '办结考核',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  reply: roundSchema,
});
