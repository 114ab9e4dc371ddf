import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  planFindingSchema,
  planSchema,
  planSummarySchema,
  scorePartSchema,
  weightChangesSchema,
} from './plans.ts';
import { idSchema, postSchema, versionSchema, writtenText } from './values.ts';

const params = z.object({ id: idSchema });
const tag = 'plans';

/**
 * A draft like this plan: its places with their holders, reasons and wishes. `weightChanges`: weights
 * of its own; left out, it has those of this plan.
 */
export const copyPlan = endpoint({
  id: 'copyPlan',
  method: 'POST',
  path: '/api/plans/:id/copies',
  access: 'plans.write',
  summary: '复制为新草稿（试算）',
  tag,
  status: 201,
  params,
  body: z.object({
    name: writtenText(1, 40).exactOptional(),
    weightChanges: weightChangesSchema.exactOptional(),
  }),
  reply: planSchema,
});

/** Lays a plan aside: it stays to be read, and can be taken up again. An approval ends with it. */
export const dropPlan = endpoint({
  id: 'dropPlan',
  method: 'POST',
  path: '/api/plans/:id/drop',
  access: 'plans.write',
  summary: '搁置方案',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  reply: planSchema,
});

export const restorePlan = endpoint({
  id: 'restorePlan',
  method: 'POST',
  path: '/api/plans/:id/restore',
  access: 'plans.write',
  summary: '恢复搁置的方案',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  reply: planSchema,
});

/** What one weight gives a plan: quantity × weight = points. The points of all add up to the score. */
const contributionSchema = z.object({
  /** `score.sameUnit`. */
  key: z.string(),
  /** 63 pairs, 56.2 full matches, 18 levels. */
  quantity: z.number(),
  points: z.number(),
  /** Of the bonus by level: how many lead at each. */
  levels: z.array(z.object({ level: z.int(), people: z.int() })),
});

const weighingSchema = z.object({
  /** What it is reckoned with instead of the policy's weights. */
  weightChanges: weightChangesSchema,
  score: z.number(),
  districtScore: z.number(),
  townshipScore: z.number(),
  contributions: z.array(contributionSchema),
  planVersion: versionSchema,
});
export type Weighing = z.infer<typeof weighingSchema>;

export const weighPlan = endpoint({
  id: 'weighPlan',
  method: 'GET',
  path: '/api/plans/:id/weights',
  access: 'plans.read',
  summary: '方案的分值从何而来：每项权重的数量和得分',
  tag,
  params,
  reply: weighingSchema,
});

/** Counts the plan as it stands with other weights. Nothing is written. */
export const tryWeights = endpoint({
  id: 'tryWeights',
  method: 'POST',
  path: '/api/plans/:id/weights/trial',
  access: 'plans.read',
  summary: '按另一套权重计算现有安排，不写入',
  tag,
  params,
  body: z.object({ weightChanges: weightChangesSchema }),
  reply: weighingSchema,
});

/** Gives a plan weights of its own; none takes it back to the policy's. */
export const setWeights = endpoint({
  id: 'setWeights',
  method: 'PATCH',
  path: '/api/plans/:id/weights',
  access: 'plans.write',
  summary: '方案自设的权重（试算用）',
  tag,
  params,
  body: z.object({ weightChanges: weightChangesSchema, version: versionSchema }),
  reply: planSchema,
});

/** Points of a kind in both plans; `splitUnit` belongs to no village. */
export const partChangeSchema = z.object({
  kind: z.enum([...scorePartSchema.shape.kind.options, 'splitUnit']),
  before: z.number(),
  after: z.number(),
});

const comparedPlanSchema = planSummarySchema.extend({
  pairs: z.int(),
  inversions: z.int(),
  homes: z.int(),
  splitUnits: z.int(),
  /** By the other's weights, where these are others: district, township, together. */
  byOther: z
    .object({ districtScore: z.number(), townshipScore: z.number(), score: z.number() })
    .nullable(),
});

const seatSchema = z.object({
  placeId: idSchema,
  villageId: idSchema,
  village: z.string(),
  post: postSchema,
});

const holderSchema = z.object({ cadreId: idSchema, name: z.string(), unitName: z.string() });
const holdersSchema = z.object({ lead: holderSchema.nullable(), deputy: holderSchema.nullable() });

export const comparisonSchema = z.object({
  first: comparedPlanSchema,
  second: comparedPlanSchema,
  /** Villages, people and parts are counted by the first's weights in both. */
  sameWeights: z.boolean(),
  parts: z.array(partChangeSchema),
  /** Who sits elsewhere; null: not placed. */
  people: z.array(
    z.object({
      ...holderSchema.shape,
      tier: z.enum(['district', 'township']),
      from: seatSchema.nullable(),
      to: seatSchema.nullable(),
      parts: z.array(partChangeSchema),
    }),
  ),
  /** All villages of either plan, those that differ most first. */
  villages: z.array(
    z.object({
      villageId: idSchema,
      name: z.string(),
      townshipId: idSchema,
      townshipName: z.string(),
      tier: z.enum(['district', 'township']),
      before: z.number(),
      after: z.number(),
      /** The second's points by its own weights. */
      own: z.number(),
      first: holdersSchema,
      second: holdersSchema,
      parts: z.array(partChangeSchema),
      moved: z.boolean(),
    }),
  ),
  /** Units whose people are spread otherwise: over how many townships, for how many points. */
  splitUnits: z.array(
    z.object({
      unitId: idSchema,
      unitName: z.string(),
      before: z.object({ townships: z.int(), value: z.number() }),
      after: z.object({ townships: z.int(), value: z.number() }),
    }),
  ),
  gained: z.array(planFindingSchema),
  solved: z.array(planFindingSchema),
  /** Wishes that only one has, or that only one keeps. */
  wishes: z.array(
    z.object({
      text: z.string(),
      reason: z.string(),
      first: z.enum(['kept', 'notKept', 'absent']),
      second: z.enum(['kept', 'notKept', 'absent']),
    }),
  ),
});
export type Comparison = z.infer<typeof comparisonSchema>;

const query = z.object({ with: idSchema });

export const comparePlans = endpoint({
  id: 'comparePlans',
  method: 'GET',
  path: '/api/plans/:id/comparison',
  access: 'plans.read',
  summary: '与同批次另一方案比较',
  tag,
  params,
  query,
  reply: comparisonSchema,
});

export const exportComparison = endpoint({
  id: 'exportComparison',
  method: 'GET',
  path: '/api/plans/:id/comparison.xlsx',
  access: 'plans.read',
  summary: '导出方案比较',
  tag,
  kind: 'file',
  params,
  query,
});
