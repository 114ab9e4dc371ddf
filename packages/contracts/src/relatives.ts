import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, relativeKindSchema, versionSchema, writtenText } from './values.ts';

const params = z.object({ id: idSchema, nominationId: idSchema });
const one = params.extend({ relativeId: idSchema });
const tag = 'nominations';

/** E8: a nominee's kin: another cadre, or somebody in a village's committees. */
export const relativeSchema = z.object({
  id: idSchema,
  /** The nomination that it was declared with; another one where the other side declared it. */
  nominationId: idSchema,
  cadreName: z.string(),
  otherCadreId: idSchema.nullable(),
  otherCadreName: z.string().nullable(),
  villageId: idSchema.nullable(),
  villageName: z.string().nullable(),
  relation: relativeKindSchema,
  note: z.string().nullable(),
  declaredByName: z.string(),
  declaredAt: z.string(),
  version: versionSchema,
});
export type Relative = z.infer<typeof relativeSchema>;

export const listRelatives = endpoint({
  id: 'listRelatives',
  method: 'GET',
  path: '/api/batches/:id/nominations/:nominationId/relatives',
  access: 'nominations.read',
  summary: '人选的亲属关系申报',
  tag,
  params,
  reply: z.object({ items: z.array(relativeSchema), total: z.int() }),
});

/** Either another cadre or a village; the note says who and in which office. */
export const declareRelative = endpoint({
  id: 'declareRelative',
  method: 'POST',
  path: '/api/batches/:id/nominations/:nominationId/relatives',
  access: 'nominations.replace',
  summary: '申报亲属关系',
  tag,
  status: 201,
  params,
  body: z.object({
    otherCadreId: idSchema.exactOptional(),
    villageId: idSchema.exactOptional(),
    relation: relativeKindSchema,
    note: writtenText(1, 200).exactOptional(),
  }),
  reply: relativeSchema,
});

export const changeRelative = endpoint({
  id: 'changeRelative',
  method: 'PATCH',
  path: '/api/batches/:id/nominations/:nominationId/relatives/:relativeId',
  access: 'nominations.replace',
  summary: '更正亲属关系',
  tag,
  params: one,
  body: z.object({
    relation: relativeKindSchema.exactOptional(),
    note: writtenText(1, 200).nullable().exactOptional(),
    version: versionSchema,
  }),
  reply: relativeSchema,
});

export const removeRelative = endpoint({
  id: 'removeRelative',
  method: 'DELETE',
  path: '/api/batches/:id/nominations/:nominationId/relatives/:relativeId',
  access: 'nominations.replace',
  summary: '撤销亲属关系申报',
  tag,
  kind: 'empty',
  params: one,
  query: z.object({ version: z.coerce.number().int().positive() }),
});
