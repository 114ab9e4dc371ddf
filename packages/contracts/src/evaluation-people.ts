import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { evaluationFactsSchema, honourSchema } from './evaluation-facts.ts';
import {
  evaluationStandingSchema,
  evaluationStateSchema,
  gradeSchema,
  gradeSetSchema,
  scorePartSchema,
  voterGroupSchema,
} from './evaluation-words.ts';
import { roundSchema } from './evaluations.ts';
import { manyOf, sortOf } from './paging.ts';
import { basisSchema } from './problems.ts';
import { textSchema } from './text.ts';
import {
  idSchema,
  managementAuthoritySchema,
  postSchema,
  rankSchema,
  staffingTypeSchema,
  tierSchema,
  versionSchema,
} from './values.ts';

/**
 * People in a round (E2, E3, E9). Facts, ballots, suggestion and proposal are for those who evaluate;
 * townships, units and leaders see the standing and the outcome.
 */

const tag = 'evaluations';

/** How far a part is: nothing yet, begun, complete. */
export const markSchema = z.enum(['none', 'part', 'done']);
export type Mark = z.infer<typeof markSchema>;

/** 座谈 测评 实绩 等次. */
export const marksSchema = z.object({
  visit: markSchema,
  ballots: markSchema,
  results: markSchema,
  grade: markSchema,
});
export type Marks = z.infer<typeof marksSchema>;

/** Ballots that count: of groups with enough valid ones. */
export const ballotSumSchema = z.object({
  issued: z.int(),
  returned: z.int(),
  valid: z.int(),
  void: z.int(),
  /** By the rungs of the person's set, best first. */
  rungs: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  abstained: z.int(),
});
export type BallotSum = z.infer<typeof ballotSumSchema>;

/** What the office and the team see of a person at one glance. */
export const personPartsSchema = z.object({
  marks: marksSchema,
  visit: z.object({ heldOn: z.string().nullable(), present: z.int() }).nullable(),
  ballots: ballotSumSchema.nullable(),
  /** As they were gathered last; null before. */
  results: z
    .object({
      reached: z.int(),
      onCourse: z.int(),
      behind: z.int(),
      notReported: z.int(),
      appraised: z.int(),
    })
    .nullable(),
  attendance: z
    .object({
      inVillage: z.number(),
      required: z.number(),
      shortMonths: z.int(),
      leaveDays: z.number(),
      absentDays: z.number(),
    })
    .nullable(),
  commendations: z.int(),
  discipline: z.int(),
  suggestedGrade: gradeSchema.nullable(),
  score: z.number().nullable(),
  proposedGrade: gradeSchema.nullable(),
  /** The proposal is another one than the suggestion was. */
  differs: z.boolean(),
  proposedByName: z.string().nullable(),
  checkedByName: z.string().nullable(),
});
export type PersonParts = z.infer<typeof personPartsSchema>;

export const personRowSchema = z.object({
  id: idSchema,
  roundId: idSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  tier: tierSchema,
  post: postSchema,
  position: z.string().nullable(),
  rank: rankSchema,
  staffingType: staffingTypeSchema,
  managementAuthority: managementAuthoritySchema.nullable(),
  gradeSet: gradeSetSchema,
  daysInPost: z.int(),
  standing: evaluationStandingSchema,
  standingGround: z.string().nullable(),
  unitGrade: gradeSchema.nullable(),
  unitGradeDocument: z.string().nullable(),
  state: evaluationStateSchema,
  teamId: idSchema.nullable(),
  teamName: z.string().nullable(),
  /** The grade in force. */
  grade: gradeSchema.nullable(),
  gradeGround: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decisionDocument: z.string().nullable(),
  version: versionSchema,
  /** Null for whoever sees the outcome only. */
  parts: personPartsSchema.nullable(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

const params = z.object({ id: idSchema });

const townshipCountsSchema = z.object({
  id: idSchema,
  name: z.string(),
  people: z.int(),
  /** Evaluated and not yet proposed. */
  left: z.int(),
  villages: z.int(),
  visited: z.int(),
});

/** The round's sheet: everybody within reach, by township and village, never by score. */
export const listEvaluationPeople = endpoint({
  id: 'listEvaluationPeople',
  method: 'GET',
  path: '/api/evaluations/:id/people',
  access: 'evaluations.read',
  summary: '考核人员与进展',
  tag,
  params,
  query: z.object({
    q: z.string().trim().max(100).exactOptional(),
    townshipIds: manyOf(idSchema).exactOptional(),
    villageIds: manyOf(idSchema).exactOptional(),
    unitIds: manyOf(idSchema).exactOptional(),
    teamIds: manyOf(idSchema).exactOptional(),
    standings: manyOf(evaluationStandingSchema).exactOptional(),
    states: manyOf(evaluationStateSchema).exactOptional(),
    sort: sortOf(['village', 'name', 'unit', 'days']).default('village'),
  }),
  reply: z.object({
    round: roundSchema,
    items: z.array(personRowSchema),
    total: z.int(),
    /** Within reach, whatever is filtered. */
    townships: z.array(townshipCountsSchema),
    /** When results and attendance were last gathered; null where nothing was, or it isn't shown. */
    gatheredAt: z.string().nullable(),
  }),
});
export type PeopleSheet = z.infer<(typeof listEvaluationPeople)['reply']>;

/** The same as a workbook. */
export const exportEvaluationPeople = endpoint({
  id: 'exportEvaluationPeople',
  method: 'GET',
  path: '/api/evaluations/:id/people.xlsx',
  access: 'evaluations.read',
  summary: '考核人员名单',
  tag,
  kind: 'file',
  params,
  query: listEvaluationPeople.query,
});

export const groundSchema = z.object({
  code: z.string(),
  /** True: speaks for the grade; false: against a better one; null: told, decides nothing. */
  supports: z.boolean().nullable(),
  words: textSchema,
  basis: basisSchema,
});
export type Ground = z.infer<typeof groundSchema>;

export const suggestionSchema = z.object({
  /** What the facts support; null while something is missing. */
  grade: gradeSchema.nullable(),
  /** What is missing for it. */
  missing: z.array(textSchema),
  grounds: z.array(groundSchema),
  /** Null: the batch adopted no weights. */
  score: z
    .object({
      total: z.number().nullable(),
      parts: z.array(
        z.object({
          part: scorePartSchema,
          weight: z.number(),
          /** Of a hundred; null while it is missing. */
          points: z.number().nullable(),
        }),
      ),
    })
    .nullable(),
  /** Prompts of what a batch adopted; never a result. */
  caps: z.array(z.object({ grade: gradeSchema, words: textSchema, basis: basisSchema })),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const personSchema = personRowSchema.omit({ parts: true }).extend({
  round: roundSchema.omit({ counts: true, templates: true }),
  marks: marksSchema,
  visit: z
    .object({
      /** Null while it is still being entered. */
      heldOn: z.string().nullable(),
      place: z.string().nullable(),
      host: z.string().nullable(),
      recorder: z.string().nullable(),
      teller: z.string().nullable(),
      scrutineer: z.string().nullable(),
      present: z.int(),
    })
    .nullable(),
  ballots: z.object({
    /** Groups whose count is final; figures are null under the policy's number of valid ballots. */
    groups: z.array(z.object({ group: voterGroupSchema, sum: ballotSumSchema.nullable() })),
    total: ballotSumSchema.nullable(),
    /** From how many valid ballots figures are shown. */
    shownFrom: z.int(),
  }),
  /** As they are now; once proposed, see `suggestion.atProposal` for what was known then. */
  facts: evaluationFactsSchema,
  honours: z.array(honourSchema),
  visitPoints: z.number().nullable(),
  suggestion: suggestionSchema,
  /** The suggestion as it stood when the proposal was made. */
  atProposal: suggestionSchema.nullable(),
  proposal: z.object({
    grade: gradeSchema.nullable(),
    reason: z.string().nullable(),
    byName: z.string().nullable(),
    /** Who typed it last, while it isn't proposed. */
    draftedByName: z.string().nullable(),
    at: z.string().nullable(),
    checkedByName: z.string().nullable(),
    checkedAt: z.string().nullable(),
    /** A reason is asked for: another grade than the facts support, or no grade at all. */
    differs: z.boolean(),
  }),
  /** The grades that may stand for this person, best first. */
  grades: z.array(gradeSchema),
  /** E4: an excellent grade is outside the unit's quota; null where the policy has it otherwise. */
  outsideQuota: basisSchema.nullable(),
  acts: z.object({
    write: z.boolean(),
    propose: z.boolean(),
    withdraw: z.boolean(),
    standing: z.boolean(),
    honour: z.boolean(),
  }),
});
export type Person = z.infer<typeof personSchema>;

export const getEvaluationPerson = endpoint({
  id: 'getEvaluationPerson',
  method: 'GET',
  path: '/api/evaluation-people/:id',
  access: 'evaluations.facts',
  summary: '一名干部的考核情况',
  tag,
  params,
  reply: personSchema,
});
