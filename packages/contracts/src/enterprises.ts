import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { idSchema, knownSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** Enterprises that help villages of their own will, and which villages (S1). */

const tag = 'support';

export const pairingSchema = z.object({
  id: idSchema,
  enterpriseId: idSchema,
  enterpriseName: z.string(),
  villageId: idSchema,
  villageName: z.string(),
  townshipName: z.string(),
  startsOn: z.string(),
  /** The last day; null is open. */
  endsOn: z.string().nullable(),
  note: z.string().nullable(),
  /** On the day looked at. */
  inForce: z.boolean(),
  version: versionSchema,
});
export type Pairing = z.infer<typeof pairingSchema>;

export const enterpriseSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** 统一社会信用代码; null: none yet. */
  creditCode: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  industry: z.string().nullable(),
  /** Null: from outside the district. */
  townshipId: idSchema.nullable(),
  townshipName: z.string().nullable(),
  note: z.string().nullable(),
  /** Villages that it is paired with on the day. */
  villages: z.int(),
  /** Money and goods that it has brought and somebody confirmed, in yuan. */
  brought: z.string(),
  /** Whether the caller may change it. */
  changeable: z.boolean(),
  version: versionSchema,
});
export type Enterprise = z.infer<typeof enterpriseSchema>;

const text = (length: number) => z.string().trim().max(length).nullable().exactOptional();
const optional = {
  creditCode: text(30),
  contactName: text(40),
  contactPhone: text(30),
  industry: text(60),
  townshipId: idSchema.nullable().exactOptional(),
  note: text(500),
};
const params = z.object({ id: idSchema });

/** A day to look at, and what is known of it. */
const dayQuery = {
  on: plainDateSchema.exactOptional(),
  known: knownSchema.exactOptional(),
};

const query = pagingQuery.extend({
  sort: sortOf(['name', 'industry', 'township', 'villages', 'brought']).default('name'),
  townshipIds: manyOf(idSchema).exactOptional(),
  /** `paired`, or not, on the day. */
  paired: z.enum(['paired', 'unpaired']).exactOptional(),
  ...dayQuery,
});

export const listEnterprises = endpoint({
  id: 'listEnterprises',
  method: 'GET',
  path: '/api/support/enterprises',
  access: 'enterprises.read',
  summary: '企业名册',
  tag,
  query,
  reply: pageOf(enterpriseSchema),
});

export const exportEnterprises = endpoint({
  id: 'exportEnterprises',
  method: 'GET',
  path: '/api/support/enterprises.xlsx',
  access: 'enterprises.read',
  summary: '导出企业名册',
  tag,
  kind: 'file',
  query,
});

export const getEnterprise = endpoint({
  id: 'getEnterprise',
  method: 'GET',
  path: '/api/support/enterprises/:id',
  access: 'enterprises.read',
  summary: '一个企业及其结对村',
  tag,
  params,
  query: z.object(dayQuery),
  reply: enterpriseSchema.extend({ pairings: z.array(pairingSchema) }),
});

export const createEnterprise = endpoint({
  id: 'createEnterprise',
  method: 'POST',
  path: '/api/support/enterprises',
  access: 'enterprises.write',
  summary: '登记企业',
  tag,
  status: 201,
  body: z.object({ name: writtenText(2, 80), ...optional }),
  reply: enterpriseSchema,
});

export const updateEnterprise = endpoint({
  id: 'updateEnterprise',
  method: 'PATCH',
  path: '/api/support/enterprises/:id',
  access: 'enterprises.write',
  summary: '修改企业',
  tag,
  params,
  body: z.object({
    name: writtenText(2, 80).exactOptional(),
    ...optional,
    version: versionSchema,
  }),
  reply: enterpriseSchema,
});

const seenQuery = z.object({ version: z.coerce.number().int().positive() });

export const deleteEnterprise = endpoint({
  id: 'deleteEnterprise',
  method: 'DELETE',
  path: '/api/support/enterprises/:id',
  access: 'enterprises.write',
  summary: '删除企业（未被引用时）',
  tag,
  kind: 'empty',
  params,
  query: seenQuery,
});

const pairingFields = {
  startsOn: plainDateSchema,
  endsOn: plainDateSchema.nullable(),
  note: text(300),
};

export const createPairing = endpoint({
  id: 'createPairing',
  method: 'POST',
  path: '/api/support/pairings',
  access: 'support.write',
  summary: '企业与村结对',
  tag,
  status: 201,
  body: z.object({ enterpriseId: idSchema, villageId: idSchema, ...pairingFields }),
  reply: pairingSchema,
});

export const updatePairing = endpoint({
  id: 'updatePairing',
  method: 'PATCH',
  path: '/api/support/pairings/:id',
  access: 'support.write',
  summary: '修改或结束结对',
  tag,
  params,
  body: z.object({ ...pairingFields, version: versionSchema }),
  reply: pairingSchema,
});

export const deletePairing = endpoint({
  id: 'deletePairing',
  method: 'DELETE',
  path: '/api/support/pairings/:id',
  access: 'support.write',
  summary: '删除误登的结对',
  tag,
  kind: 'empty',
  params,
  query: seenQuery,
});
