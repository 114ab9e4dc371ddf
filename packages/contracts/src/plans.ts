import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { basisSchema } from './problems.ts';
import {
  categorySchema,
  idSchema,
  jsonSchema,
  plainDateSchema,
  postSchema,
  rankSchema,
  specialitySchema,
  versionSchema,
  villageKindSchema,
  writtenText,
} from './values.ts';

const dispatchTier = z.enum(['district', 'township']);

export const placeSchema = z.object({
  id: idSchema,
  villageId: idSchema,
  tier: dispatchTier,
  post: postSchema,
  cadreId: idSchema.nullable(),
  /** A pin wants somebody here: the holder, or whoever solving will put here. */
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
    'preferred',
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

/** Policy keys (`score.sameUnit`) → values that a plan is reckoned with instead of the policy's. */
export const weightChangesSchema = z.record(z.string().max(80), jsonSchema);
export type WeightChanges = z.infer<typeof weightChangesSchema>;

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
  /** How long the bound took, from the start of the run. */
  proofMilliseconds: z.int().nullable(),
  createdAt: z.string(),
  createdByName: z.string(),
  documentNumber: z.string().nullable(),
  issuedAt: z.string().nullable(),
  /** The plan that it was copied from. */
  basedOnId: idSchema.nullable(),
  /** The first day of the changes that it makes to posts in force; null for a plan that fills the batch. */
  replansOn: z.string().nullable(),
  /** Null: the policy's weights. A plan with others can't be decided on. */
  weightChanges: weightChangesSchema.nullable(),
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
  /** Why it was decided on over open objections. */
  objectionsReason: z.string().nullable(),
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

/**
 * A draft with a place for each post of the batch's villages, by their tier; with `replansOn` (only
 * once the batch is issued) filled with who is in force on that day.
 */
export const createPlan = endpoint({
  id: 'createPlan',
  method: 'POST',
  path: '/api/batches/:id/plans',
  access: 'plans.write',
  summary: '新建方案',
  tag,
  status: 201,
  params,
  body: z.object({
    name: writtenText(1, 40).exactOptional(),
    replansOn: plainDateSchema.exactOptional(),
  }),
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
  body: z.object({ name: writtenText(1, 40), version: versionSchema }),
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
