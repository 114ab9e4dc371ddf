import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { basisSchema } from './problems.ts';
import {
  idSchema,
  jsonSchema,
  plainDateSchema,
  tierSchema,
  versionSchema,
  villageKindSchema,
} from './values.ts';

export const batchSchema = z.object({
  id: idSchema,
  name: z.string(),
  date: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** The issued plan, where there is one. */
  issuedPlanId: idSchema.nullable(),
  documentNumber: z.string().nullable(),
  version: versionSchema,
});
export type Batch = z.infer<typeof batchSchema>;

const params = z.object({ id: idSchema });
const name = z.string().trim().min(1).max(60);

export const listBatches = endpoint({
  id: 'listBatches',
  method: 'GET',
  path: '/api/batches',
  access: 'batches.read',
  summary: '批次，新的在前',
  tag: 'batches',
  reply: z.object({ items: z.array(batchSchema), total: z.int() }),
});

export const getBatch = endpoint({
  id: 'getBatch',
  method: 'GET',
  path: '/api/batches/:id',
  access: 'batches.read',
  summary: '一个批次',
  tag: 'batches',
  params,
  reply: batchSchema,
});

/** Copies the policy, and the villages' kinds, of the last batch; the first one takes the notice's. */
export const createBatch = endpoint({
  id: 'createBatch',
  method: 'POST',
  path: '/api/batches',
  access: 'batches.write',
  summary: '新建批次',
  tag: 'batches',
  status: 201,
  body: z.object({
    name,
    date: plainDateSchema,
    startsOn: plainDateSchema,
    endsOn: plainDateSchema,
  }),
  reply: batchSchema,
});

export const updateBatch = endpoint({
  id: 'updateBatch',
  method: 'PATCH',
  path: '/api/batches/:id',
  access: 'batches.write',
  summary: '修改批次',
  tag: 'batches',
  params,
  body: z.object({
    name: name.exactOptional(),
    date: plainDateSchema.exactOptional(),
    startsOn: plainDateSchema.exactOptional(),
    endsOn: plainDateSchema.exactOptional(),
    version: versionSchema,
  }),
  reply: batchSchema,
});

/** Refused where nominations, plans or assignments hang on it. */
export const deleteBatch = endpoint({
  id: 'deleteBatch',
  method: 'DELETE',
  path: '/api/batches/:id',
  access: 'batches.write',
  summary: '删除批次（未被引用时）',
  tag: 'batches',
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});

/** One number, switch, choice, date or table of the policy on a day, with its basis and history. */
export const policyParameterSchema = z.object({
  key: z.string(),
  group: z.string(),
  label: z.string(),
  /** 元, 天, % …, in the language of the request; "" where none. */
  unit: z.string(),
  /** A `rule` has no number and always holds: only its basis can be changed. */
  kind: z.enum(['number', 'switch', 'choice', 'table', 'rule']),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  /** For numbers: what can be entered, and with how many decimals. */
  range: z.object({ least: z.number(), most: z.number(), decimals: z.int() }).nullable(),
  value: jsonSchema,
  /** For bounds: whether the number itself belongs to it. */
  inclusive: z.boolean().nullable(),
  basis: basisSchema,
  effectiveFrom: z.string(),
  setBy: z.string(),
  setAt: z.string(),
});
export type PolicyParameter = z.infer<typeof policyParameterSchema>;

export const getPolicy = endpoint({
  id: 'getPolicy',
  method: 'GET',
  path: '/api/batches/:id/policy',
  access: 'policy.read',
  summary: '批次的政策参数（某日）',
  tag: 'batches',
  params,
  query: z.object({ on: plainDateSchema.exactOptional() }),
  reply: z.object({
    on: z.string(),
    items: z.array(policyParameterSchema),
    version: versionSchema,
  }),
});

export const policyHistory = endpoint({
  id: 'policyHistory',
  method: 'GET',
  path: '/api/batches/:id/policy/history',
  access: 'policy.read',
  summary: '政策参数的历次变更',
  tag: 'batches',
  params,
  query: z.object({ key: z.string().max(80).exactOptional() }),
  reply: z.object({
    items: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        value: jsonSchema,
        inclusive: z.boolean().nullable(),
        basis: basisSchema,
        effectiveFrom: z.string(),
        reason: z.string().nullable(),
        setBy: z.string(),
        setAt: z.string(),
      }),
    ),
  }),
});

/** All changes of one form together: each value checked, all problems at once. */
export const changePolicy = endpoint({
  id: 'changePolicy',
  method: 'POST',
  path: '/api/batches/:id/policy',
  access: 'policy.write',
  summary: '修改政策参数，自某日起',
  tag: 'batches',
  params,
  body: z.object({
    effectiveFrom: plainDateSchema,
    reason: z.string().trim().min(2).max(200),
    changes: z
      .array(
        z.object({
          key: z.string().max(80),
          value: jsonSchema,
          inclusive: z.boolean().exactOptional(),
          basis: basisSchema.exactOptional(),
        }),
      )
      .min(1)
      .max(100),
    version: versionSchema,
  }),
  reply: getPolicy.reply,
});

/** Why a village belongs to a tier (D2, D3): codes with their basis. */
export const tierReasonSchema = z.object({
  code: z.enum([
    'cityDispatched',
    'communityBuilding',
    'modelSecretary',
    'weakLax',
    'poor',
    'lagging',
    'others',
    'override',
  ]),
  basis: basisSchema,
});

export const batchVillageSchema = z.object({
  villageId: idSchema,
  code: z.string(),
  name: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  kinds: z.array(villageKindSchema),
  cityDispatched: z.boolean(),
  poor: z.boolean(),
  /** The figure that poor was judged by: yuan of the last full year. */
  income: z.string().nullable(),
  incomeYear: z.int().nullable(),
  proposedTier: tierSchema.nullable(),
  tier: tierSchema.nullable(),
  reasons: z.array(tierReasonSchema),
  overrideReason: z.string().nullable(),
  places: z.int(),
  filled: z.int(),
  version: versionSchema,
});
export type BatchVillage = z.infer<typeof batchVillageSchema>;

const tierCounts = z.object({ city: z.int(), district: z.int(), township: z.int() });

/** Before the issue a village counts as covered when it has a tier; with `on`, when posts are in force that day. */
export const coverageSchema = z.object({
  batchId: idSchema,
  on: z.string().nullable(),
  villages: z.int(),
  covered: z.int(),
  byTier: tierCounts,
  places: z.int(),
  missing: z.array(
    z.object({ villageId: idSchema, name: z.string(), townshipName: z.string(), why: z.string() }),
  ),
  byTownship: z.array(
    z.object({
      townshipId: idSchema,
      name: z.string(),
      villages: z.int(),
      covered: z.int(),
      byTier: tierCounts,
      places: z.int(),
      leadingBody: z.int(),
      lagging: z.int(),
    }),
  ),
  byReason: z.array(
    z.object({
      tier: tierSchema,
      reason: tierReasonSchema.shape.code,
      villages: z.int(),
      alsoPoor: z.int(),
      basis: basisSchema,
    }),
  ),
  poorVillages: z.int(),
  poorLimit: z.string(),
  /** Whether who earns exactly the limit is poor. */
  poorLimitIncluded: z.boolean(),
  cityVillages: z.array(
    z.object({ villageId: idSchema, name: z.string(), townshipName: z.string() }),
  ),
  /** People against places, by tier and township: what is short before solving. */
  people: z.array(
    z.object({
      tier: z.enum(['district', 'township']),
      townshipId: idSchema.nullable(),
      name: z.string(),
      places: z.int(),
      nominees: z.int(),
      placeable: z.int(),
      short: z.int(),
      setAside: z.array(z.object({ nominationId: idSchema, name: z.string() })),
      lagging: z.int(),
      leadingBody: z.int(),
    }),
  ),
  /** The figures that the policy states, beside ours. */
  stated: z.array(
    z.object({ key: z.string(), label: z.string(), is: z.int(), stated: z.int().nullable() }),
  ),
});
export type Coverage = z.infer<typeof coverageSchema>;

export const getCoverage = endpoint({
  id: 'getCoverage',
  method: 'GET',
  path: '/api/batches/:id/coverage',
  access: 'coverage.read',
  summary: '村的覆盖',
  tag: 'batches',
  params,
  query: z.object({ on: plainDateSchema.exactOptional() }),
  reply: coverageSchema,
});

export const listBatchVillages = endpoint({
  id: 'listBatchVillages',
  method: 'GET',
  path: '/api/batches/:id/villages',
  access: 'coverage.read',
  summary: '批次的村：层级与理由',
  tag: 'batches',
  params,
  reply: z.object({ items: z.array(batchVillageSchema), total: z.int() }),
});

export const exportCoverage = endpoint({
  id: 'exportCoverage',
  method: 'GET',
  path: '/api/batches/:id/coverage.xlsx',
  access: 'coverage.read',
  summary: '导出覆盖表',
  tag: 'batches',
  kind: 'file',
  params,
});

/** `tier: null` goes back to the proposal. Kinds and city dispatch may be corrected in the same call. */
export const overrideTier = endpoint({
  id: 'overrideTier',
  method: 'PATCH',
  path: '/api/batches/:id/villages/:villageId',
  access: 'coverage.write',
  summary: '调整一个村的选派层级或类型',
  tag: 'batches',
  params: z.object({ id: idSchema, villageId: idSchema }),
  body: z.object({
    tier: tierSchema.nullable().exactOptional(),
    kinds: z.array(villageKindSchema).max(4).exactOptional(),
    cityDispatched: z.boolean().exactOptional(),
    reason: z.string().trim().min(2).max(200),
    version: versionSchema,
  }),
  reply: batchVillageSchema,
});
