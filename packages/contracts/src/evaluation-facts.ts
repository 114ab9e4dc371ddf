import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { honourKindSchema } from './evaluation-words.ts';
import { issueStateSchema, severitySchema } from './inspection-findings.ts';
import { basisSchema } from './problems.ts';
import { helpStateSchema, projectStateSchema } from './support-words.ts';
import {
  judgedRankSchema,
  measureDirectionSchema,
  measureKindSchema,
  targetStateSchema,
} from './target-values.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** What is known of a person in a round's period; none of it is typed for the evaluation. */

const tag = 'evaluations';

export const factMeasureSchema = z.object({
  key: z.string(),
  name: z.string(),
  kind: measureKindSchema,
  unit: z.string().nullable(),
  direction: measureDirectionSchema,
  /** False: striven for (力争); missing it alone never lowers a grade. */
  binding: z.boolean(),
  state: targetStateSchema,
  value: z.string().nullable(),
  answer: z.boolean().nullable(),
  rank: judgedRankSchema.nullable(),
  threshold: z.string().nullable(),
  thresholdRank: judgedRankSchema.nullable(),
  year: z.int().nullable(),
  asOf: z.string().nullable(),
  basis: basisSchema,
});
export type FactMeasure = z.infer<typeof factMeasureSchema>;

export const factMonthSchema = z.object({
  month: z.string(),
  /** Confirmed by the district. */
  confirmed: z.boolean(),
  inVillage: z.number(),
  required: z.number(),
  /** Days short of what is asked for; 0 where nothing is. */
  short: z.number(),
  leave: z.number(),
  absent: z.number(),
  contradictions: z.int(),
});
export type FactMonth = z.infer<typeof factMonthSchema>;

export const evaluationFactsSchema = z.object({
  measures: z.array(factMeasureSchema),
  /** Signed opinions of the township for periods of the round, the newest first. */
  appraisals: z.array(
    z.object({
      period: z.string(),
      townshipName: z.string(),
      opinion: z.string(),
      signedByName: z.string(),
      signedOn: z.string(),
    }),
  ),
  /** Days; halves count a half. */
  attendance: z.object({
    months: z.array(factMonthSchema),
    inVillage: z.number(),
    required: z.number(),
    shortMonths: z.int(),
    leaveDays: z.number(),
    absentDays: z.number(),
    contradictions: z.int(),
    /** Months of the period that the district hasn't confirmed. */
    unconfirmed: z.int(),
  }),
  projects: z.array(
    z.object({ id: idSchema, name: z.string(), state: projectStateSchema, spent: z.string() }),
  ),
  help: z.object({
    count: z.int(),
    /** Yuan, confirmed. */
    amount: z.string(),
    open: z.int(),
    states: z.array(z.object({ state: helpStateSchema, count: z.int() })),
  }),
  findings: z.array(
    z.object({
      id: idSchema,
      text: z.string(),
      severity: severitySchema,
      state: issueStateSchema,
      day: z.string(),
      deadline: z.string(),
      overdue: z.boolean(),
    }),
  ),
});
export type EvaluationFacts = z.infer<typeof evaluationFactsSchema>;

/** Sums of the facts: what a sheet of everybody needs of them. */
export const factsBriefSchema = z.object({
  reached: z.int(),
  onCourse: z.int(),
  behind: z.int(),
  /** Of those behind: not only striven for. */
  bindingBehind: z.int(),
  notReported: z.int(),
  appraised: z.int(),
  inVillage: z.number(),
  required: z.number(),
  /** Days in the village, in each month at most those that are required. */
  met: z.number(),
  shortMonths: z.int(),
  leaveDays: z.number(),
  absentDays: z.number(),
});
export type FactsBrief = z.infer<typeof factsBriefSchema>;

export const honourSchema = z.object({
  id: idSchema,
  cadreId: idSchema,
  kind: honourKindSchema,
  on: z.string(),
  title: z.string(),
  organ: z.string(),
  document: z.string(),
  note: z.string().nullable(),
  enteredByName: z.string(),
  version: versionSchema,
});
export type Honour = z.infer<typeof honourSchema>;

const honourFacts = {
  on: plainDateSchema,
  title: writtenText(2, 120),
  /** Who gave it. */
  organ: writtenText(2, 80),
  document: writtenText(2, 120),
  note: writtenText(1, 500).nullable(),
};

export const enterHonour = endpoint({
  id: 'enterHonour',
  method: 'POST',
  path: '/api/evaluation-people/:id/honours',
  access: 'honours.write',
  summary: '登记表彰奖励或处分处理',
  tag,
  status: 201,
  params: z.object({ id: idSchema }),
  body: z.object({ ...honourFacts, kind: honourKindSchema }),
  reply: honourSchema,
});

export const changeHonour = endpoint({
  id: 'changeHonour',
  method: 'PATCH',
  path: '/api/honours/:id',
  access: 'honours.write',
  summary: '更正表彰奖励或处分处理',
  tag,
  params: z.object({ id: idSchema }),
  body: z.object({
    on: honourFacts.on.exactOptional(),
    title: honourFacts.title.exactOptional(),
    organ: honourFacts.organ.exactOptional(),
    document: honourFacts.document.exactOptional(),
    note: honourFacts.note.exactOptional(),
    version: versionSchema,
  }),
  reply: honourSchema,
});

export const removeHonour = endpoint({
  id: 'removeHonour',
  method: 'DELETE',
  path: '/api/honours/:id',
  access: 'honours.write',
  summary: '撤销登记错的表彰奖励或处分处理',
  tag,
  kind: 'empty',
  params: z.object({ id: idSchema }),
  query: z.object({ version: z.coerce.number().int().positive() }),
});
