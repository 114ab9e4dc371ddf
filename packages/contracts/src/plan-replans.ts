import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { partChangeSchema } from './plan-variants.ts';
import { planSchema } from './plans.ts';
import { idSchema, plainDateSchema, postSchema, versionSchema } from './values.ts';

/** 重排: a plan that changes posts in force from a day on, as few of them as it can. */

const params = z.object({ id: idSchema });
const tag = 'plans';

const seatSchema = z.object({
  villageId: idSchema,
  village: z.string(),
  township: z.string(),
  post: postSchema,
});

/** Who comes (新任), goes (离任) or moves (换岗), and why, in words. */
export const postChangeSchema = z.object({
  kind: z.enum(['comes', 'goes', 'moves']),
  cadreId: idSchema,
  name: z.string(),
  unitName: z.string(),
  from: seatSchema.nullable(),
  to: seatSchema.nullable(),
  why: z.string(),
  /** Points of the person in both places, where they differ. */
  parts: z.array(partChangeSchema),
});
export type PostChange = z.infer<typeof postChangeSchema>;

export const planChangesSchema = z.object({
  /** The first day of the changes. */
  on: z.string(),
  documentNumber: z.string().nullable(),
  counts: z.object({ comes: z.int(), goes: z.int(), moves: z.int(), unchanged: z.int() }),
  items: z.array(postChangeSchema),
});
export type PlanChanges = z.infer<typeof planChangesSchema>;

export const listChanges = endpoint({
  id: 'listChanges',
  method: 'GET',
  path: '/api/plans/:id/changes',
  access: 'plans.read',
  summary: '重排方案将变动哪些任职',
  tag,
  params,
  reply: planChangesSchema,
});

export const exportChanges = endpoint({
  id: 'exportChanges',
  method: 'GET',
  path: '/api/plans/:id/changes.xlsx',
  access: 'plans.read',
  summary: '导出重排的变动',
  tag,
  kind: 'file',
  params,
});

/** Begins a re-plan anew from who is in force on its day, or on another one. */
export const renewReplan = endpoint({
  id: 'renewReplan',
  method: 'POST',
  path: '/api/plans/:id/renewal',
  access: 'plans.write',
  summary: '按现任情况重新开始重排',
  tag,
  params,
  body: z.object({ replansOn: plainDateSchema.exactOptional(), version: versionSchema }),
  reply: planSchema,
});
