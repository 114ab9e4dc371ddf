import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import {
  idSchema,
  specialitySchema,
  unitKindSchema,
  versionSchema,
  writtenText,
} from './values.ts';

export const unitSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: unitKindSchema,
  townshipId: idSchema.nullable(),
  townshipName: z.string().nullable(),
  /** Places that the unit must fill in a batch; null for township offices. */
  quota: z.int().nullable(),
  strengths: z.array(specialitySchema),
  /** First person responsible: the unit's Party secretary. */
  responsiblePerson: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  superior: z.string().nullable(),
  note: z.string().nullable(),
  cadres: z.int(),
  nominees: z.int(),
  version: versionSchema,
});
export type Unit = z.infer<typeof unitSchema>;

const text = (length: number) => z.string().trim().max(length).nullable().exactOptional();
const optional = {
  quota: z.int().min(0).max(1000).nullable().exactOptional(),
  strengths: z.array(specialitySchema).max(7).exactOptional(),
  responsiblePerson: text(40),
  contactName: text(40),
  contactPhone: text(30),
  superior: text(80),
  note: text(500),
};
const params = z.object({ id: idSchema });

export const listUnits = endpoint({
  id: 'listUnits',
  method: 'GET',
  path: '/api/units',
  access: 'units.read',
  summary: '派出单位名册',
  tag: 'registers',
  query: pagingQuery.extend({
    sort: sortOf(['name', 'kind', 'quota', 'cadres', 'nominees']).default('name'),
    batchId: idSchema.exactOptional(),
    kinds: manyOf(unitKindSchema).exactOptional(),
    strengths: manyOf(specialitySchema).exactOptional(),
    townshipIds: manyOf(idSchema).exactOptional(),
    /** `missing`: without a first person responsible or a contact. */
    contacts: z.enum(['missing', 'complete']).exactOptional(),
  }),
  reply: pageOf(unitSchema),
});

export const exportUnits = endpoint({
  id: 'exportUnits',
  method: 'GET',
  path: '/api/units.xlsx',
  access: 'units.read',
  summary: '导出派出单位名册',
  tag: 'registers',
  kind: 'file',
  query: listUnits.query,
});

export const getUnit = endpoint({
  id: 'getUnit',
  method: 'GET',
  path: '/api/units/:id',
  access: 'units.read',
  summary: '一个派出单位',
  tag: 'registers',
  params,
  query: z.object({ batchId: idSchema.exactOptional() }),
  reply: unitSchema,
});

export const createUnit = endpoint({
  id: 'createUnit',
  method: 'POST',
  path: '/api/units',
  access: 'units.write',
  summary: '登记一个单位',
  tag: 'registers',
  status: 201,
  body: z.object({
    name: writtenText(1, 60),
    kind: unitKindSchema,
    townshipId: idSchema.nullable().exactOptional(),
    ...optional,
  }),
  reply: unitSchema,
});

/** A liaison or officer may change only contacts of the own unit. */
export const updateUnit = endpoint({
  id: 'updateUnit',
  method: 'PATCH',
  path: '/api/units/:id',
  access: 'units.contact',
  summary: '修改一个单位',
  tag: 'registers',
  params,
  body: z.object({
    name: writtenText(1, 60).exactOptional(),
    kind: unitKindSchema.exactOptional(),
    ...optional,
    version: versionSchema,
  }),
  reply: unitSchema,
});

export const deleteUnit = endpoint({
  id: 'deleteUnit',
  method: 'DELETE',
  path: '/api/units/:id',
  access: 'units.write',
  summary: '删除一个单位（未被引用时）',
  tag: 'registers',
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});
