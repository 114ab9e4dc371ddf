import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { personalAmountSchema } from './projects.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** B5: what each township gives its own cadres: the text with its days, and amounts by person. */

const tag = 'benefits';

export const townshipBenefitSchema = z.object({
  id: idSchema,
  townshipId: idSchema,
  townshipName: z.string(),
  title: z.string(),
  content: z.string(),
  documentNumber: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  amounts: z.array(
    z.object({
      id: idSchema,
      cadreId: idSchema,
      cadreName: z.string(),
      givenOn: z.string(),
      amount: z.string(),
      note: z.string().nullable(),
    }),
  ),
  total: z.string(),
  /** The caller keeps it. */
  changeable: z.boolean(),
  version: versionSchema,
});
export type TownshipBenefit = z.infer<typeof townshipBenefitSchema>;

const query = pagingQuery.extend({
  sort: sortOf(['township', 'startsOn']).default('township'),
  batchId: idSchema.exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  /** Those that gave somebody something. */
  cadreId: idSchema.exactOptional(),
});

export const listTownshipBenefits = endpoint({
  id: 'listTownshipBenefits',
  method: 'GET',
  path: '/api/township-benefits',
  access: 'townshipBenefits.read',
  summary: '镇街自定待遇',
  tag,
  query,
  reply: pageOf(townshipBenefitSchema),
});

export const exportTownshipBenefits = endpoint({
  id: 'exportTownshipBenefits',
  method: 'GET',
  path: '/api/township-benefits.xlsx',
  access: 'townshipBenefits.read',
  summary: '镇街自定待遇一览表',
  tag,
  kind: 'file',
  query,
});

const fields = {
  title: writtenText(2, 80),
  content: writtenText(2, 2000),
  documentNumber: writtenText(2, 80),
  startsOn: plainDateSchema,
  endsOn: plainDateSchema.nullable(),
};

export const createTownshipBenefit = endpoint({
  id: 'createTownshipBenefit',
  method: 'POST',
  path: '/api/township-benefits',
  access: 'townshipBenefits.write',
  summary: '登记镇街自定待遇',
  tag,
  status: 201,
  body: z.object({ townshipId: idSchema, batchId: idSchema.exactOptional(), ...fields }),
  reply: townshipBenefitSchema,
});

const params = z.object({ id: idSchema });

export const changeTownshipBenefit = endpoint({
  id: 'changeTownshipBenefit',
  method: 'PATCH',
  path: '/api/township-benefits/:id',
  access: 'townshipBenefits.write',
  summary: '修改镇街自定待遇',
  tag,
  params,
  body: z.object({ ...fields, version: versionSchema }),
  reply: townshipBenefitSchema,
});

export const deleteTownshipBenefit = endpoint({
  id: 'deleteTownshipBenefit',
  method: 'DELETE',
  path: '/api/township-benefits/:id',
  access: 'townshipBenefits.write',
  summary: '删除镇街自定待遇（未登金额的）',
  tag,
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});

export const addTownshipAmount = endpoint({
  id: 'addTownshipAmount',
  method: 'POST',
  path: '/api/township-benefits/:id/amounts',
  access: 'townshipBenefits.write',
  summary: '登记一人的金额',
  tag,
  status: 201,
  params,
  body: z.object({
    cadreId: idSchema,
    givenOn: plainDateSchema,
    amount: personalAmountSchema,
    note: writtenText(0, 200).nullable().exactOptional(),
  }),
  reply: townshipBenefitSchema,
});

export const removeTownshipAmount = endpoint({
  id: 'removeTownshipAmount',
  method: 'DELETE',
  path: '/api/township-benefits/:id/amounts/:amountId',
  access: 'townshipBenefits.write',
  summary: '删除一人的金额',
  tag,
  params: z.object({ id: idSchema, amountId: idSchema }),
  reply: townshipBenefitSchema,
});
