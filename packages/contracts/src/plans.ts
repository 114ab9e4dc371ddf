import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { basisSchema } from './problems.ts';
import {
  categorySchema,
  idSchema,
  plainDateSchema,
  postSchema,
  rankSchema,
  specialitySchema,
  versionSchema,
  villageKindSchema,
} from './values.ts';

const dispatchTier = z.enum(['district', 'township']);

export const placeSchema = z.object({
  id: idSchema,
  villageId: idSchema,
  tier: dispatchTier,
  post: postSchema,
  cadreId: idSchema.nullable(),
  pinned: z.boolean(),
  emptyReason: z.string().nullable(),
});

/** A part of a village's score in points, with whom it is about. */
export const scorePartSchema = z.object({
  kind: z.enum([
    'match',
    'deputyMatch',
    'rank',
    'pair',
    'inversion',
    'home',
    'balance',
    'leadingBody',
    'unfilled',
    'published',
  ]),
  value: z.number(),
  cadreId: idSchema.nullable(),
});

export const planVillageSchema = z.object({
  villageId: idSchema,
  name: z.string(),
  townshipId: idSchema,
  tier: dispatchTier,
  kinds: z.array(villageKindSchema),
  poor: z.boolean(),
  score: z.number(),
  parts: z.array(scorePartSchema),
});

export const planCadreSchema = z.object({
  cadreId: idSchema,
  nominationId: idSchema,
  name: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  townshipId: idSchema.nullable(),
  tier: dispatchTier,
  category: categorySchema,
  rank: rankSchema,
  speciality: specialitySchema,
  position: z.string().nullable(),
  homeTownship: z.string().nullable(),
  eligible: z.boolean(),
});

/** A rule that a plan breaks (`blocks`) or a preference that it gives up (`warns`). */
export const planFindingSchema = z.object({
  code: z.string(),
  weight: z.enum(['blocks', 'warns']),
  villageId: idSchema.nullable(),
  placeId: idSchema.nullable(),
  cadreId: idSchema.nullable(),
  unitId: idSchema.nullable(),
  /** In words, in the caller's language. */
  message: z.string(),
  basis: basisSchema,
});
export type PlanFinding = z.infer<typeof planFindingSchema>;

export const unfilledSchema = z.object({
  tier: dispatchTier,
  townshipId: idSchema.nullable(),
  name: z.string(),
  places: z.int(),
  eligible: z.int(),
  short: z.int(),
  villages: z.array(z.string()),
  setAside: z.array(z.object({ nominationId: idSchema, name: z.string() })),
  message: z.string(),
});

export const planSummarySchema = z.object({
  id: idSchema,
  batchId: idSchema,
  name: z.string(),
  status: z.enum(['draft', 'approved', 'confirmed', 'issued', 'dropped']),
  score: z.number().nullable(),
  districtScore: z.number().nullable(),
  townshipScore: z.number().nullable(),
  bound: z.number().nullable(),
  optimal: z.boolean(),
  places: z.int(),
  filled: z.int(),
  solvedAt: z.string().nullable(),
  solvedMilliseconds: z.int().nullable(),
  createdAt: z.string(),
  createdByName: z.string(),
  documentNumber: z.string().nullable(),
  issuedAt: z.string().nullable(),
  version: versionSchema,
});

export const approvalSchema = z.object({
  meeting: z.string(),
  date: z.string(),
  minutesNumber: z.string(),
  documentNumber: z.string(),
  approvedBy: z.string(),
  approvedAt: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  issuedBy: z.string().nullable(),
  issuedAt: z.string().nullable(),
  earlierSteps: z.array(
    z.object({
      kind: z.enum(['consultation', 'departmentMeeting']),
      date: z.string(),
      note: z.string(),
    }),
  ),
});

export const planSchema = planSummarySchema.omit({ places: true }).extend({
  places: z.array(placeSchema),
  villages: z.array(planVillageSchema),
  cadres: z.array(planCadreSchema),
  townships: z.array(z.object({ id: idSchema, name: z.string() })),
  splitUnits: z.array(
    z.object({ unitId: idSchema, unitName: z.string(), townships: z.int(), value: z.number() }),
  ),
  pairs: z.int(),
  findings: z.array(planFindingSchema),
  unfilled: z.array(unfilledSchema),
  approval: approvalSchema.nullable(),
  /** Whether the policy wants a second person before the issue. */
  needsConfirmation: z.boolean(),
  openRunId: idSchema.nullable(),
});
export type Plan = z.infer<typeof planSchema>;

export const runSchema = z.object({
  id: idSchema,
  planId: idSchema,
  status: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
  phase: z.string().nullable(),
  /** 0 to 1. */
  progress: z.number(),
  score: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  queuePosition: z.int().nullable(),
  message: z.string().nullable(),
  startedByName: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  milliseconds: z.int().nullable(),
});
export type Run = z.infer<typeof runSchema>;

const params = z.object({ id: idSchema });
const tag = 'plans';

export const listPlans = endpoint({
  id: 'listPlans',
  method: 'GET',
  path: '/api/batches/:id/plans',
  access: 'plans.read',
  summary: '批次的方案',
  tag,
  params,
  reply: z.object({ items: z.array(planSummarySchema), total: z.int() }),
});

/** A draft with a place for each post of the batch's villages, by their tier. */
export const createPlan = endpoint({
  id: 'createPlan',
  method: 'POST',
  path: '/api/batches/:id/plans',
  access: 'plans.write',
  summary: '新建方案',
  tag,
  status: 201,
  params,
  body: z.object({ name: z.string().trim().min(1).max(40).exactOptional() }),
  reply: planSchema,
});

export const getPlan = endpoint({
  id: 'getPlan',
  method: 'GET',
  path: '/api/plans/:id',
  access: 'plans.read',
  summary: '一个方案',
  tag,
  params,
  reply: planSchema,
});

export const renamePlan = endpoint({
  id: 'renamePlan',
  method: 'PATCH',
  path: '/api/plans/:id',
  access: 'plans.write',
  summary: '改方案名称',
  tag,
  params,
  body: z.object({ name: z.string().trim().min(1).max(40), version: versionSchema }),
  reply: planSchema,
});

export const deletePlan = endpoint({
  id: 'deletePlan',
  method: 'DELETE',
  path: '/api/plans/:id',
  access: 'plans.write',
  summary: '删除未印发的方案',
  tag,
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});

export const solvePlan = endpoint({
  id: 'solvePlan',
  method: 'POST',
  path: '/api/plans/:id/solve',
  access: 'plans.write',
  summary: '测算',
  tag,
  status: 202,
  params,
  body: z.object({
    seed: z.int().min(0).max(2_147_483_647).exactOptional(),
    version: versionSchema.exactOptional(),
  }),
  reply: z.object({ runId: idSchema }),
});

const run = z.object({ id: idSchema, runId: idSchema });

export const getRun = endpoint({
  id: 'getRun',
  method: 'GET',
  path: '/api/plans/:id/runs/:runId',
  access: 'plans.read',
  summary: '一次测算',
  tag,
  params: run,
  reply: runSchema,
});

/** Server-sent events: `event: run`, `data:` a run; ends with the run. */
export const runEvents = endpoint({
  id: 'runEvents',
  method: 'GET',
  path: '/api/plans/:id/runs/:runId/events',
  access: 'plans.read',
  summary: '测算进度（事件流）',
  tag,
  kind: 'events',
  params: run,
});

export const cancelRun = endpoint({
  id: 'cancelRun',
  method: 'POST',
  path: '/api/plans/:id/runs/:runId/cancel',
  access: 'plans.write',
  summary: '中止测算，保留已得的最好方案',
  tag,
  params: run,
  reply: runSchema,
});

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

export const pinPlaces = endpoint({
  id: 'pinPlaces',
  method: 'POST',
  path: '/api/plans/:id/pins',
  access: 'plans.write',
  summary: '锁定或解锁岗位上的人',
  tag,
  params,
  body: z.object({
    pins: z
      .array(z.object({ placeId: idSchema, pinned: z.boolean() }))
      .min(1)
      .max(600),
    version: versionSchema,
  }),
  reply: planSchema,
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
  body: z.object({ reason: z.string().trim().min(2).max(200).nullable(), version: versionSchema }),
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

/** The decision on record; a later edit of the plan voids it. */
export const approvePlan = endpoint({
  id: 'approvePlan',
  method: 'POST',
  path: '/api/plans/:id/approval',
  access: 'plans.write',
  summary: '登记审定',
  tag,
  params,
  body: z.object({
    meeting: z.string().trim().min(2).max(100),
    date: plainDateSchema,
    minutesNumber: z.string().trim().min(1).max(60),
    documentNumber: z.string().trim().min(1).max(60),
    earlierSteps: approvalSchema.shape.earlierSteps.max(20).exactOptional(),
    version: versionSchema,
  }),
  reply: planSchema,
});

/** The second person, where the policy wants one. */
export const confirmPlan = endpoint({
  id: 'confirmPlan',
  method: 'POST',
  path: '/api/plans/:id/confirm',
  access: 'plans.confirm',
  summary: '印发前确认（第二人）',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  reply: planSchema,
});

/** Issue: D1 to D7 are judged again, places become assignments. */
export const publishPlan = endpoint({
  id: 'publishPlan',
  method: 'POST',
  path: '/api/plans/:id/publish',
  access: 'plans.publish',
  summary: '印发',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  reply: planSchema,
});

export const exportPlan = endpoint({
  id: 'exportPlan',
  method: 'GET',
  path: '/api/plans/:id.xlsx',
  access: 'plans.read',
  summary: '导出方案',
  tag,
  kind: 'file',
  params,
});
