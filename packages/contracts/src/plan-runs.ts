import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, versionSchema } from './values.ts';

const params = z.object({ id: idSchema });
const tag = 'plans';

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
    /** Say afterwards how far from the best it can be, and go on until that is nothing. */
    prove: z.boolean().exactOptional(),
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
  summary: '中止测算，保留已得的最好方案；证明期间即采用现有方案',
  tag,
  params: run,
  reply: runSchema,
});
