import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

export const batchSchema = z.object({
  id: idSchema,
  name: z.string(),
  date: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** The issued plan, where there is one. */
  issuedPlanId: idSchema.nullable(),
  documentNumber: z.string().nullable(),
  /** Closed on: everything of it is for reading. */
  closedOn: z.string().nullable(),
  version: versionSchema,
});
export type Batch = z.infer<typeof batchSchema>;

const params = z.object({ id: idSchema });
const name = writtenText(1, 60);

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
