import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { gradeSchema, tieKindSchema } from './evaluation-words.ts';
import { textSchema } from './text.ts';
import { idSchema, relativeKindSchema, versionSchema, writtenText } from './values.ts';

/** 考核组 of a round, and what keeps an evaluator from a person (E8). */

const tag = 'evaluations';

const progressSchema = z.object({
  villages: z.int(),
  visited: z.int(),
  people: z.int(),
  /** Every group that came has its count. */
  counted: z.int(),
  proposed: z.int(),
});
export type TeamProgress = z.infer<typeof progressSchema>;

export const teamVillageSchema = z.object({
  id: idSchema,
  name: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  people: z.int(),
  visited: z.boolean(),
  /** Visit or proposals are entered already: another team goes on with it. */
  begun: z.boolean(),
});
export type TeamVillage = z.infer<typeof teamVillageSchema>;

export const evaluationTeamSchema = z.object({
  id: idSchema,
  name: z.string(),
  members: z.array(z.object({ id: idSchema, name: z.string() })),
  villages: z.array(teamVillageSchema),
  progress: progressSchema,
  /** Who is kept apart from whom although assigned: a tie was declared later; and home villages. */
  warnings: z.array(textSchema),
  version: versionSchema,
});
export type EvaluationTeam = z.infer<typeof evaluationTeamSchema>;

const params = z.object({ id: idSchema });

export const listEvaluationTeams = endpoint({
  id: 'listEvaluationTeams',
  method: 'GET',
  path: '/api/evaluations/:id/teams',
  access: 'evaluations.teams',
  summary: '考核组与分工',
  tag,
  params,
  reply: z.object({
    items: z.array(evaluationTeamSchema),
    total: z.int(),
    /** Villages with people to be evaluated that no team has. */
    unassigned: z.array(teamVillageSchema),
    /** Whoever holds the role, with the team of this round. */
    evaluators: z.array(z.object({ id: idSchema, name: z.string(), teamId: idSchema.nullable() })),
    progress: progressSchema,
  }),
});
export type EvaluationTeams = z.infer<(typeof listEvaluationTeams)['reply']>;

const facts = {
  name: writtenText(1, 40),
  memberIds: z.array(idSchema).max(30),
  villageIds: z.array(idSchema).max(400),
};

/** Refused with every pair that is to be kept apart (E8). */
export const createEvaluationTeam = endpoint({
  id: 'createEvaluationTeam',
  method: 'POST',
  path: '/api/evaluations/:id/teams',
  access: 'evaluations.write',
  summary: '建立考核组',
  tag,
  status: 201,
  params,
  body: z.object(facts),
  reply: evaluationTeamSchema,
});

/** A village that another team had goes over to this one; what was entered stays with its names. */
export const updateEvaluationTeam = endpoint({
  id: 'updateEvaluationTeam',
  method: 'PATCH',
  path: '/api/evaluation-teams/:id',
  access: 'evaluations.write',
  summary: '调整考核组人员与分工',
  tag,
  params,
  body: z.object({
    name: facts.name.exactOptional(),
    memberIds: facts.memberIds.exactOptional(),
    villageIds: facts.villageIds.exactOptional(),
    version: versionSchema,
  }),
  reply: evaluationTeamSchema,
});

export const removeEvaluationTeam = endpoint({
  id: 'removeEvaluationTeam',
  method: 'DELETE',
  path: '/api/evaluation-teams/:id',
  access: 'evaluations.write',
  summary: '撤销考核组',
  tag,
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});

export const tieSchema = z.object({
  id: idSchema,
  userId: idSchema,
  userName: z.string(),
  kind: tieKindSchema,
  unitId: idSchema.nullable(),
  cadreId: idSchema.nullable(),
  villageId: idSchema.nullable(),
  /** Of the unit, the cadre or the village. */
  toName: z.string(),
  relation: relativeKindSchema.nullable(),
  note: z.string().nullable(),
  declaredByName: z.string(),
  declaredAt: z.string(),
  version: versionSchema,
});
export type Tie = z.infer<typeof tieSchema>;

export const listEvaluatorTies = endpoint({
  id: 'listEvaluatorTies',
  method: 'GET',
  path: '/api/evaluator-ties',
  access: 'evaluations.teams',
  summary: '考核人员的回避关系',
  tag,
  query: z.object({ userId: idSchema.exactOptional() }),
  reply: z.object({
    items: z.array(tieSchema),
    total: z.int(),
    evaluators: z.array(z.object({ id: idSchema, name: z.string() })),
  }),
});

/** Exactly one of unit, cadre and village. */
export const declareTie = endpoint({
  id: 'declareTie',
  method: 'POST',
  path: '/api/evaluator-ties',
  access: 'evaluations.write',
  summary: '登记回避关系',
  tag,
  status: 201,
  body: z.object({
    userId: idSchema,
    kind: tieKindSchema,
    unitId: idSchema.nullable().default(null),
    cadreId: idSchema.nullable().default(null),
    villageId: idSchema.nullable().default(null),
    relation: relativeKindSchema.nullable().default(null),
    note: writtenText(1, 300).nullable().default(null),
  }),
  reply: tieSchema,
});

export const removeTie = endpoint({
  id: 'removeTie',
  method: 'DELETE',
  path: '/api/evaluator-ties/:id',
  access: 'evaluations.write',
  summary: '撤销回避关系',
  tag,
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});

const spreadSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Evaluated people. */
  people: z.int(),
  /** By rung, best first: the grade in force, else the proposal. */
  rungs: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  /** Undetermined or not assessed. */
  none: z.int(),
  open: z.int(),
  /** Per cent of those graded; null where nobody is. */
  excellentShare: z.number().nullable(),
  /** Few people behind the share: it says little. */
  few: z.boolean(),
});
export type Spread = z.infer<typeof spreadSchema>;

/** Whether grades are given alike, for the office only. */
export const getEvaluationFairness = endpoint({
  id: 'getEvaluationFairness',
  method: 'GET',
  path: '/api/evaluations/:id/fairness',
  access: 'evaluations.fairness',
  summary: '等次分布与偏离',
  tag,
  params,
  reply: z.object({
    whole: spreadSchema.omit({ id: true, name: true }),
    townships: z.array(spreadSchema),
    units: z.array(spreadSchema),
    teams: z.array(spreadSchema),
    /** E4: a quota of the batch's own, where it set one. */
    quota: z
      .object({ percent: z.number(), people: z.int(), excellent: z.int(), over: z.boolean() })
      .nullable(),
    /** Proposals another rung than the ballots alone. */
    departures: z.array(
      z.object({
        personId: idSchema,
        cadreName: z.string(),
        villageName: z.string(),
        teamName: z.string().nullable(),
        proposed: gradeSchema,
        byBallots: gradeSchema,
        /** Rungs above (positive) or below the ballots. */
        rungs: z.int(),
        reason: z.string().nullable(),
      }),
    ),
    /** E8: of whom they say nothing to the caller. */
    leftOut: z.object({ zh: z.string(), en: z.string() }).nullable(),
  }),
});
export type Fairness = z.infer<(typeof getEvaluationFairness)['reply']>;
