import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { basisSchema } from './problems.ts';
import {
  judgedRankSchema,
  measureDirectionSchema,
  measureKindSchema,
  measurePeriodSchema,
  measureSourceSchema,
  villageFigureSchema,
} from './target-values.ts';
import { measureSchema, targetNumberSchema } from './targets.ts';
import {
  idSchema,
  plainDateSchema,
  versionSchema,
  villageKindSchema,
  writtenText,
} from './values.ts';

/** Templates of targets: editions follow each other, and a used one stays as it is. */

const tag = 'targets';

export const targetTemplateSchema = z.object({
  id: idSchema,
  family: z.string(),
  edition: z.int(),
  name: z.string(),
  kinds: z.array(villageKindSchema),
  poor: z.boolean(),
  note: z.string().nullable(),
  basedOnId: idSchema.nullable(),
  used: z.boolean(),
  madeByName: z.string().nullable(),
  madeAt: z.string(),
  version: versionSchema,
  measures: z.array(measureSchema.extend({ policyKey: z.string().nullable() })),
  /** Batches that use it, and from which day. */
  uses: z.array(z.object({ batchId: idSchema, batchName: z.string(), effectiveFrom: z.string() })),
});
export type TargetTemplate = z.infer<typeof targetTemplateSchema>;

export const listTargetTemplates = endpoint({
  id: 'listTargetTemplates',
  method: 'GET',
  path: '/api/targets/templates',
  access: 'targets.read',
  summary: '目标任务模板',
  tag,
  reply: z.object({ items: z.array(targetTemplateSchema), total: z.int() }),
});

const params = z.object({ id: idSchema });

export const getTargetTemplate = endpoint({
  id: 'getTargetTemplate',
  method: 'GET',
  path: '/api/targets/templates/:id',
  access: 'targets.read',
  summary: '一份目标任务模板',
  tag,
  params,
  reply: targetTemplateSchema,
});

/** A copy to edit: the next edition of the family, or the first of a new one. */
export const copyTargetTemplate = endpoint({
  id: 'copyTargetTemplate',
  method: 'POST',
  path: '/api/targets/templates',
  access: 'targets.write',
  summary: '复制目标任务模板',
  tag,
  status: 201,
  body: z.object({
    basedOnId: idSchema,
    /** Null: another edition of the same family. */
    name: writtenText(2, 60).nullable(),
  }),
  reply: targetTemplateSchema,
});

export const measureInputSchema = z.object({
  /** Kept from the edition before: its values go on. A new one begins with a letter. */
  key: z.string().regex(/^[a-z][A-Za-z0-9]{1,58}$/),
  aim: z.int().min(1).max(9),
  aimName: writtenText(2, 40),
  name: writtenText(2, 80),
  kind: measureKindSchema,
  source: measureSourceSchema,
  unit: writtenText(1, 20).nullable(),
  direction: measureDirectionSchema,
  threshold: targetNumberSchema.nullable(),
  policyKey: z.string().max(60).nullable(),
  thresholdRank: judgedRankSchema.nullable(),
  period: measurePeriodSchema,
  binding: z.boolean(),
  weight: z.number().min(0).max(999),
  figure: villageFigureSchema.nullable(),
  onlyKinds: z.array(villageKindSchema).max(4),
  evidence: z.boolean(),
  basis: basisSchema,
});
export type MeasureInput = z.infer<typeof measureInputSchema>;

/** Only while no batch uses it. Answers every fault at once, `measures.3.threshold`. */
export const saveTargetTemplate = endpoint({
  id: 'saveTargetTemplate',
  method: 'PUT',
  path: '/api/targets/templates/:id',
  access: 'targets.write',
  summary: '修改目标任务模板',
  tag,
  params,
  body: z.object({
    name: writtenText(2, 60),
    kinds: z.array(villageKindSchema).max(4),
    poor: z.boolean(),
    note: writtenText(1, 500).nullable(),
    measures: z.array(measureInputSchema).min(1).max(100),
    version: versionSchema,
  }),
  reply: targetTemplateSchema,
});

export const deleteTargetTemplate = endpoint({
  id: 'deleteTargetTemplate',
  method: 'DELETE',
  path: '/api/targets/templates/:id',
  access: 'targets.write',
  summary: '删除未启用的模板',
  tag,
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});

/** The batch uses this edition of its family from a day on; what was reported is kept by measure. */
export const adoptTargetTemplate = endpoint({
  id: 'adoptTargetTemplate',
  method: 'POST',
  path: '/api/targets/templates/:id/adopt',
  access: 'targets.write',
  summary: '批次启用模板',
  tag,
  params,
  body: z.object({ batchId: idSchema, effectiveFrom: plainDateSchema, version: versionSchema }),
  reply: targetTemplateSchema,
});
