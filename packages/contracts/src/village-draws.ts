import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageOf, pagingQuery } from './paging.ts';
import { idSchema, plainDateSchema, tierSchema, villageKindSchema, writtenText } from './values.ts';

/** 随机抽村: seed, population, filter and result are kept as proof, and never changed. */

const tag = 'inspections';

export const drawFilterSchema = z.object({
  /** The batch that says kinds and tiers; null: neither is asked for. */
  batchId: idSchema.nullable(),
  townshipIds: z.array(idSchema).max(50),
  kinds: z.array(villageKindSchema),
  tiers: z.array(tierSchema),
  /** Villages that had an unannounced check on or after the day are left out. */
  notCheckedSince: plainDateSchema.nullable(),
});
export type DrawFilter = z.output<typeof drawFilterSchema>;

const drawnFilterSchema = drawFilterSchema.extend({ notCheckedSince: z.string().nullable() });

/** A village as it was called on the day of the draw. */
export const drawVillageSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  townshipName: z.string(),
});
export type DrawVillage = z.infer<typeof drawVillageSchema>;

export const drawItemSchema = z.object({
  id: idSchema,
  purpose: z.string(),
  seed: z.string(),
  /** How many were to be drawn. */
  count: z.int(),
  population: z.int(),
  drawnOn: z.string(),
  drawnByName: z.string(),
  drawnAt: z.string(),
  /** In the order of the draw. */
  drawn: z.array(drawVillageSchema),
  /** The inspection that used it. */
  inspectionId: idSchema.nullable(),
});
export type DrawItem = z.infer<typeof drawItemSchema>;

export const drawSchema = drawItemSchema.extend({
  filter: drawnFilterSchema,
  townshipNames: z.array(z.string()),
  batchName: z.string().nullable(),
  /** By code. */
  populationVillages: z.array(drawVillageSchema),
});
export type Draw = z.infer<typeof drawSchema>;

export const listDraws = endpoint({
  id: 'listDraws',
  method: 'GET',
  path: '/api/inspections/draws',
  access: 'inspections.draws',
  summary: '随机抽村记录',
  tag,
  query: pagingQuery,
  reply: pageOf(drawItemSchema),
});

const params = z.object({ id: idSchema });

export const getDraw = endpoint({
  id: 'getDraw',
  method: 'GET',
  path: '/api/inspections/draws/:id',
  access: 'inspections.draws',
  summary: '一次抽村',
  tag,
  params,
  reply: drawSchema,
});

export const drawVillages = endpoint({
  id: 'drawVillages',
  method: 'POST',
  path: '/api/inspections/draws',
  access: 'inspections.draw',
  summary: '随机抽村',
  tag,
  status: 201,
  body: drawFilterSchema.extend({
    purpose: writtenText(2, 100),
    count: z.int().min(1).max(200),
  }),
  reply: drawSchema,
});

/** How many villages a filter leaves to draw from. */
export const countDrawable = endpoint({
  id: 'countDrawable',
  method: 'POST',
  path: '/api/inspections/draws/population',
  access: 'inspections.draw',
  summary: '可抽的村数',
  tag,
  body: drawFilterSchema,
  reply: z.object({ villages: z.int() }),
});

/** Reckons the order anew from what is kept. */
export const verifyDraw = endpoint({
  id: 'verifyDraw',
  method: 'GET',
  path: '/api/inspections/draws/:id/verification',
  access: 'inspections.draws',
  summary: '复核抽村',
  tag,
  params,
  reply: z.object({
    holds: z.boolean(),
    /** HMAC-SHA-256 of each village's code with the seed as key, in hexadecimal, in order. */
    order: z.array(drawVillageSchema.extend({ digest: z.string(), drawn: z.boolean() })),
  }),
});
