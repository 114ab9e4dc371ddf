import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { type VoterGroup, voterGroupSchema, voterGroups } from './evaluation-words.ts';
import { idSchema, writtenText } from './values.ts';
import type { Word } from './words.ts';

/** 到村座谈 (E2): one visit to a village in a round, for all cadres there. */

const tag = 'evaluations';

/** What is asked at the meeting, of each cadre; who said what isn't kept. */
export const opinionQuestions = ['results', 'shortcomings', 'advice'] as const;
export const opinionQuestionSchema = z.enum(opinionQuestions);
export type OpinionQuestion = z.infer<typeof opinionQuestionSchema>;

export const opinionQuestionWords = {
  results: { zh: '办了哪些实事', en: 'What was done' },
  shortcomings: { zh: '有哪些不足', en: 'What was wanting' },
  advice: { zh: '对今后工作的建议', en: 'Advice for the time ahead' },
} as const satisfies Record<OpinionQuestion, Word>;

export const visitFacts = ['heldOn', 'place', 'host', 'recorder', 'teller', 'scrutineer'] as const;
export const visitFactSchema = z.enum(visitFacts);
export type VisitFact = z.infer<typeof visitFactSchema>;

export const visitFactWords = {
  heldOn: { zh: '日期', en: 'Day' },
  place: { zh: '地点', en: 'Place' },
  host: { zh: '主持', en: 'Chair' },
  recorder: { zh: '记录', en: 'Minutes by' },
  teller: { zh: '计票人', en: 'Teller' },
  scrutineer: { zh: '监票人', en: 'Scrutineer' },
} as const satisfies Record<VisitFact, Word>;

const presentSchema = z.object(
  Object.fromEntries(voterGroups.map((group) => [group, z.int().nullable()])) as {
    [G in VoterGroup]: z.ZodNullable<z.ZodInt>;
  },
);

const writtenFacts = z.object({
  heldOn: z.string().nullable(),
  place: z.string().nullable(),
  host: z.string().nullable(),
  recorder: z.string().nullable(),
  teller: z.string().nullable(),
  scrutineer: z.string().nullable(),
});

export const visitItemSchema = writtenFacts.extend({
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  /** Those who are evaluated in the village. */
  people: z.int(),
  /** Null before anything was written. */
  visitId: idSchema.nullable(),
  /** How many came, by group; null where it isn't written. */
  present: presentSchema,
  opinions: z.int(),
  /** All that a visit needs is written. */
  complete: z.boolean(),
  enteredByName: z.string().nullable(),
});
export type VisitItem = z.infer<typeof visitItemSchema>;

export const opinionSchema = z.object({
  personId: idSchema,
  question: opinionQuestionSchema,
  /** A line for each opinion. */
  text: z.string(),
  changedByName: z.string(),
});

export const visitSchema = visitItemSchema.extend({
  opinionTexts: z.array(opinionSchema),
  /** What is still wanting, in words. */
  gaps: z.array(z.string()),
  editable: z.boolean(),
});
export type Visit = z.infer<typeof visitSchema>;

const params = z.object({ id: idSchema });
const villageParams = params.extend({ villageId: idSchema });

export const listVisits = endpoint({
  id: 'listVisits',
  method: 'GET',
  path: '/api/evaluations/:id/visits',
  access: 'ballots.read',
  summary: '到村座谈登记情况',
  tag,
  params,
  query: z.object({ townshipId: idSchema.exactOptional() }),
  reply: z.object({ items: z.array(visitItemSchema), total: z.int() }),
});

export const getVisit = endpoint({
  id: 'getVisit',
  method: 'GET',
  path: '/api/evaluations/:id/visits/:villageId',
  access: 'ballots.read',
  summary: '一个村的座谈记录',
  tag,
  params: villageParams,
  reply: visitSchema,
});

/** A fact, the number of a group, or the opinions on somebody under a question. */
export const visitChangeSchema = z.discriminatedUnion('field', [
  z.object({
    field: visitFactSchema,
    /** What the page showed; the field is left alone where it is another by now. */
    was: z.string().max(200).nullable(),
    is: writtenText(1, 100).nullable(),
  }),
  z.object({
    field: z.literal('present'),
    group: voterGroupSchema,
    was: z.int().nullable(),
    is: z.int().min(0).max(10_000).nullable(),
  }),
  z.object({
    field: z.literal('opinion'),
    personId: idSchema,
    question: opinionQuestionSchema,
    was: z.string().max(4000).nullable(),
    is: writtenText(1, 4000).nullable(),
  }),
]);
export type VisitChange = z.infer<typeof visitChangeSchema>;

/**
 * Saves as it is typed: all of it or nothing. What somebody else changed meanwhile answers 409
 * `cellsChanged`; `errors[].path` is the field, `present/group` or `opinion/personId/question`.
 */
export const saveVisit = endpoint({
  id: 'saveVisit',
  method: 'PATCH',
  path: '/api/evaluations/:id/visits/:villageId',
  access: 'ballots.enter',
  summary: '登记到村座谈（逐项核对后保存）',
  tag,
  params: villageParams,
  body: z.object({ changes: z.array(visitChangeSchema).min(1).max(200) }),
  reply: visitSchema,
});

/** Says that the caller works on somebody, and who else does. */
export const workOnPerson = endpoint({
  id: 'workOnPerson',
  method: 'POST',
  path: '/api/evaluation-people/:id/here',
  access: 'ballots.enter',
  summary: '正在录入此人，另有谁在录入',
  tag,
  params,
  body: z.object({}),
  reply: z.object({ others: z.array(z.object({ name: z.string(), at: z.string() })) }),
});
