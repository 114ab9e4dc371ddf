import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { planFindingSchema, planSchema } from './plans.ts';
import { idSchema, versionSchema, writtenText } from './values.ts';

const params = z.object({ id: idSchema });
const tag = 'plans';

export const moveSchema = z.object({ placeId: idSchema, cadreId: idSchema.nullable() });
export type Move = z.infer<typeof moveSchema>;

const villageChange = z.object({
  villageId: idSchema,
  name: z.string(),
  before: z.number(),
  after: z.number(),
});

export const moveOutcomeSchema = z.object({
  dryRun: z.boolean(),
  moves: z.array(moveSchema),
  /** The moves that would undo these. */
  inverse: z.array(moveSchema),
  before: z.number(),
  after: z.number(),
  change: z.number(),
  villages: z.array(villageChange),
  /** Change in points for units whose people are spread over townships. */
  splitUnits: z.number(),
  gained: z.array(planFindingSchema),
  solved: z.array(planFindingSchema),
  pairsBefore: z.int(),
  pairsAfter: z.int(),
  version: versionSchema,
});
export type MoveOutcome = z.infer<typeof moveOutcomeSchema>;

/** Place, clear, exchange by hand: all moves together. `?dryRun=1` says what they would change. */
export const movePlaces = endpoint({
  id: 'movePlaces',
  method: 'POST',
  path: '/api/plans/:id/moves',
  access: 'plans.write',
  summary: '手工安排、清空、对调',
  tag,
  params,
  query: z.object({ dryRun: z.enum(['0', '1']).default('0') }),
  body: z.object({ moves: z.array(moveSchema).min(1).max(600), version: versionSchema }),
  reply: moveOutcomeSchema,
});

/** Somebody who could take a place; whoever sits elsewhere would change places with its holder. */
export const candidateSchema = z.object({
  cadreId: idSchema,
  currentPlaceId: idSchema.nullable(),
  /** Points of the whole plan, of the village itself, and of the village that the person leaves. */
  change: z.number(),
  here: z.number(),
  there: z.number().nullable(),
  /** Villages whose two people come from one unit, more or fewer. */
  pairs: z.int(),
  /** Preferences that the move would give up; whoever would break a rule isn't listed. */
  findings: z.array(planFindingSchema),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const listCandidates = endpoint({
  id: 'listCandidates',
  method: 'GET',
  path: '/api/plans/:id/places/:placeId/candidates',
  access: 'plans.read',
  summary: '一个岗位的人选，最合适的在前',
  tag,
  params: z.object({ id: idSchema, placeId: idSchema }),
  reply: z.object({ items: z.array(candidateSchema), total: z.int() }),
});

/** Why a deputy's place stays empty; the issue asks for it. */
export const explainEmpty = endpoint({
  id: 'explainEmpty',
  method: 'POST',
  path: '/api/plans/:id/places/:placeId/empty-reason',
  access: 'plans.write',
  summary: '写明空缺理由',
  tag,
  params: z.object({ id: idSchema, placeId: idSchema }),
  body: z.object({ reason: writtenText(2, 200).nullable(), version: versionSchema }),
  reply: planSchema,
});

/** D6: a township's cadre leads as first secretary (attached) or directly as secretary. */
export const choosePost = endpoint({
  id: 'choosePost',
  method: 'POST',
  path: '/api/plans/:id/places/:placeId/post',
  access: 'plans.write',
  summary: '镇街岗位：挂职第一书记或直接任职书记',
  tag,
  params: z.object({ id: idSchema, placeId: idSchema }),
  body: z.object({ post: z.enum(['firstSecretary', 'secretary']), version: versionSchema }),
  reply: planSchema,
});
