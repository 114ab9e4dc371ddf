import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import {
  appointmentKindSchema,
  assignmentStateSchema,
  idSchema,
  leavingSchema,
  moneySchema,
  postSchema,
  tierSchema,
  versionSchema,
  villageKindSchema,
  writtenText,
} from './values.ts';

export const villageYearSchema = z.object({
  year: z.int().min(1949).max(2999),
  operatingIncome: moneySchema.nullable(),
  netIncomePerHead: moneySchema.nullable(),
  infrastructureInvestment: moneySchema.nullable(),
});

/** What the village is in the batch that the list was asked for. */
export const villageInBatchSchema = z.object({
  kinds: z.array(villageKindSchema),
  cityDispatched: z.boolean(),
  poor: z.boolean(),
  tier: tierSchema.nullable(),
  version: versionSchema,
});

export const villageSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  households: z.int().nullable(),
  population: z.int().nullable(),
  partyMembers: z.int().nullable(),
  mainIndustry: z.string().nullable(),
  note: z.string().nullable(),
  latestYear: villageYearSchema.nullable(),
  batch: villageInBatchSchema.nullable(),
  version: versionSchema,
});
export type Village = z.infer<typeof villageSchema>;

const count = z.int().min(0).max(10_000_000).nullable();
const fields = z.object({
  code: z.string().regex(/^\d{12}$/),
  name: writtenText(1, 60),
  townshipId: idSchema,
  households: count,
  population: count,
  partyMembers: count,
  mainIndustry: z.string().trim().max(60).nullable(),
  note: z.string().trim().max(500).nullable(),
  years: z.array(villageYearSchema).max(50),
});
const optional = {
  households: fields.shape.households.exactOptional(),
  population: fields.shape.population.exactOptional(),
  partyMembers: fields.shape.partyMembers.exactOptional(),
  mainIndustry: fields.shape.mainIndustry.exactOptional(),
  note: fields.shape.note.exactOptional(),
  years: fields.shape.years.exactOptional(),
};
const params = z.object({ id: idSchema });

const filters = {
  sort: sortOf([
    'name',
    'code',
    'township',
    'households',
    'population',
    'partyMembers',
    'operatingIncome',
  ]).default('code'),
  batchId: idSchema.exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  kinds: manyOf(villageKindSchema).exactOptional(),
  tiers: manyOf(tierSchema).exactOptional(),
  poor: z.enum(['true', 'false']).exactOptional(),
};

export const listVillages = endpoint({
  id: 'listVillages',
  method: 'GET',
  path: '/api/villages',
  access: 'villages.read',
  summary: '村名册',
  tag: 'registers',
  query: pagingQuery.extend(filters),
  reply: pageOf(villageSchema),
});

export const exportVillages = endpoint({
  id: 'exportVillages',
  method: 'GET',
  path: '/api/villages.xlsx',
  access: 'villages.read',
  summary: '导出村名册',
  tag: 'registers',
  kind: 'file',
  query: listVillages.query,
});

export const villageDetailSchema = villageSchema.extend({
  years: z.array(villageYearSchema),
  batches: z.array(
    z.object({
      batchId: idSchema,
      batchName: z.string(),
      kinds: z.array(villageKindSchema),
      cityDispatched: z.boolean(),
      tierOverride: tierSchema.nullable(),
      tierReason: z.string().nullable(),
    }),
  ),
  assignments: z.array(
    z.object({
      id: idSchema,
      cadreId: idSchema,
      cadreName: z.string(),
      unitName: z.string(),
      post: postSchema,
      kind: appointmentKindSchema,
      startsOn: z.string(),
      endsOn: z.string().nullable(),
      documentNumber: z.string(),
      state: assignmentStateSchema,
      /** How it was left, where that wasn't the end of the term. */
      leftBy: leavingSchema.nullable(),
    }),
  ),
});

export const getVillage = endpoint({
  id: 'getVillage',
  method: 'GET',
  path: '/api/villages/:id',
  access: 'villages.read',
  summary: '一个村',
  tag: 'registers',
  params,
  query: z.object({ batchId: idSchema.exactOptional() }),
  reply: villageDetailSchema,
});

export const createVillage = endpoint({
  id: 'createVillage',
  method: 'POST',
  path: '/api/villages',
  access: 'villages.write',
  summary: '登记一个村',
  tag: 'registers',
  status: 201,
  body: z.object({
    code: fields.shape.code,
    name: fields.shape.name,
    townshipId: idSchema,
    ...optional,
  }),
  reply: villageDetailSchema,
});

/** The code stays: it is what workbooks match by. Years given replace the same years. */
export const updateVillage = endpoint({
  id: 'updateVillage',
  method: 'PATCH',
  path: '/api/villages/:id',
  access: 'villages.write',
  summary: '修改一个村',
  tag: 'registers',
  params,
  body: z.object({ name: fields.shape.name.exactOptional(), ...optional, version: versionSchema }),
  reply: villageDetailSchema,
});

export const deleteVillage = endpoint({
  id: 'deleteVillage',
  method: 'DELETE',
  path: '/api/villages/:id',
  access: 'villages.write',
  summary: '删除一个村（未被引用时）',
  tag: 'registers',
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});
