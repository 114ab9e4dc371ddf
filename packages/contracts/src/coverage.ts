import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { basisSchema } from './problems.ts';
import {
  idSchema,
  plainDateSchema,
  tierSchema,
  versionSchema,
  villageKindSchema,
  writtenText,
} from './values.ts';

const params = z.object({ id: idSchema });

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
    reason: writtenText(2, 200),
    version: versionSchema,
  }),
  reply: batchVillageSchema,
});
