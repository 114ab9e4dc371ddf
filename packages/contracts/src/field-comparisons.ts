import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, versionSchema, writtenText } from './values.ts';

/** 观摩评比: criteria and judges of an inspection, and what each judge gave each village. Villages are compared, never people. */

const tag = 'inspections';

/** Points with at most one decimal. */
const points = z.number().min(0).max(1000).multipleOf(0.1);

export const criterionSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Most points. */
  most: z.number(),
});

export const comparisonSchema = z.object({
  inspectionId: idSchema,
  subject: z.string(),
  day: z.string(),
  criteria: z.array(criterionSchema),
  judges: z.array(z.object({ id: idSchema, name: z.string() })),
  /** In the order of their codes. */
  villages: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      townshipName: z.string(),
      /** Sum over the criteria of the means over the judges; null until something is given. */
      mean: z.number().nullable(),
      /** By `criterionId`, the mean over the judges who gave something. */
      means: z.record(z.string(), z.number()),
      /** Every judge has given every criterion. */
      complete: z.boolean(),
      /** Ties share it; null until something is given. */
      place: z.int().nullable(),
    }),
  ),
  scores: z.array(
    z.object({ villageId: idSchema, criterionId: idSchema, judgeId: idSchema, points: z.number() }),
  ),
  editable: z.boolean(),
  version: z.int(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

const params = z.object({ id: idSchema });

export const getFieldComparison = endpoint({
  id: 'getFieldComparison',
  method: 'GET',
  path: '/api/inspections/visits/:id/comparison',
  access: 'inspections.draws',
  summary: '观摩评比打分表',
  tag,
  params,
  reply: comparisonSchema,
});

export const exportFieldComparison = endpoint({
  id: 'exportFieldComparison',
  method: 'GET',
  path: '/api/inspections/visits/:id/comparison.xlsx',
  access: 'inspections.draws',
  summary: '导出观摩评比',
  tag,
  kind: 'file',
  params,
});

/** Says criteria and judges; those that stay keep their scores. */
export const setUpFieldComparison = endpoint({
  id: 'setUpFieldComparison',
  method: 'PUT',
  path: '/api/inspections/visits/:id/comparison',
  access: 'inspections.write',
  summary: '设定评比标准和评委',
  tag,
  params,
  body: z.object({
    criteria: z
      .array(
        z.object({
          id: idSchema.exactOptional(),
          name: writtenText(1, 40),
          most: points.min(0.1),
        }),
      )
      .min(1)
      .max(20),
    judges: z
      .array(z.object({ id: idSchema.exactOptional(), name: writtenText(1, 30) }))
      .min(1)
      .max(30),
    version: versionSchema,
  }),
  reply: comparisonSchema,
});

/** Cells as they are to be; null empties one. */
export const saveFieldScores = endpoint({
  id: 'saveFieldScores',
  method: 'PATCH',
  path: '/api/inspections/visits/:id/comparison/scores',
  access: 'inspections.write',
  summary: '登记评分',
  tag,
  params,
  body: z.object({
    scores: z
      .array(
        z.object({
          villageId: idSchema,
          criterionId: idSchema,
          judgeId: idSchema,
          points: points.nullable(),
        }),
      )
      .min(1)
      .max(5000),
    version: versionSchema,
  }),
  reply: comparisonSchema,
});
