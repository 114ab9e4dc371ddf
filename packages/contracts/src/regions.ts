import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, regionLevelSchema } from './values.ts';

export const regionSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  level: regionLevelSchema,
  parentId: idSchema.nullable(),
});

export const listRegions = endpoint({
  id: 'listRegions',
  method: 'GET',
  path: '/api/regions',
  access: 'regions.read',
  summary: '区划：区、镇街、村',
  tag: 'registers',
  query: z.object({ level: regionLevelSchema.exactOptional() }),
  reply: z.object({ items: z.array(regionSchema), total: z.int() }),
});
