import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf } from './paging.ts';
import {
  idSchema,
  plainDateSchema,
  relativeKindSchema,
  versionSchema,
  wishKindSchema,
  writtenText,
} from './values.ts';

const params = z.object({ id: idSchema });
const one = z.object({ id: idSchema, wishId: idSchema });
const tag = 'plans';

/** `expired`: its end has passed; `void`: somebody is no longer named, or the village left the plan. */
export const wishStateSchema = z.enum(['inForce', 'expired', 'void']);
export type WishState = z.infer<typeof wishStateSchema>;

/** Ids with their names; which are there depends on the kind. `post` is that of a pin's place. */
export const wishSchema = z.object({
  id: idSchema,
  kind: wishKindSchema,
  placeId: idSchema.nullable(),
  cadreId: idSchema.nullable(),
  otherCadreId: idSchema.nullable(),
  unitId: idSchema.nullable(),
  villageId: idSchema.nullable(),
  townshipId: idSchema.nullable(),
  /** 宋洁锁定张家湾村第一书记 */
  text: z.string(),
  reason: z.string(),
  setByName: z.string(),
  createdAt: z.string(),
  endsOn: z.string().nullable(),
  state: wishStateSchema,
  /** Whether the plan as it stands does what is asked; null where it doesn't count. */
  kept: z.boolean().nullable(),
  version: versionSchema,
});
export type PlanWish = z.infer<typeof wishSchema>;

/** E8: what was declared with nominations; kept apart like a wish, and changed there. */
export const planRelativeSchema = z.object({
  id: idSchema,
  nominationId: idSchema,
  cadreId: idSchema,
  otherCadreId: idSchema.nullable(),
  villageId: idSchema.nullable(),
  text: z.string(),
  relation: relativeKindSchema,
  declaredByName: z.string(),
  declaredAt: z.string(),
});

/** Wishes that no plan can keep together, in words. */
export const contradictionSchema = z.object({
  code: z.string(),
  message: z.string(),
  wishIds: z.array(idSchema),
  cadreIds: z.array(idSchema),
  placeIds: z.array(idSchema),
});
export type PlanContradiction = z.infer<typeof contradictionSchema>;

const wishes = z.object({
  items: z.array(wishSchema),
  total: z.int(),
  relatives: z.array(planRelativeSchema),
  contradictions: z.array(contradictionSchema),
  planVersion: versionSchema,
});
export type PlanWishes = z.infer<typeof wishes>;

const query = z.object({
  kinds: manyOf(wishKindSchema).exactOptional(),
  states: manyOf(wishStateSchema).exactOptional(),
  q: z.string().trim().max(100).exactOptional(),
});

export const listWishes = endpoint({
  id: 'listWishes',
  method: 'GET',
  path: '/api/plans/:id/wishes',
  access: 'plans.read',
  summary: '方案的意愿与锁定',
  tag,
  params,
  query,
  reply: wishes,
});

export const exportWishes = endpoint({
  id: 'exportWishes',
  method: 'GET',
  path: '/api/plans/:id/wishes.xlsx',
  access: 'plans.read',
  summary: '导出意愿与锁定',
  tag,
  kind: 'file',
  params,
  query,
});

const written = {
  reason: writtenText(2, 200),
  /** The last day on which it counts. */
  endsOn: plainDateSchema.exactOptional(),
};

/**
 * - `pin`: this person in this post, whether they sit there yet or not
 * - `banVillage`: not this person there; `banTownship`: nobody of this unit in that township
 * - `together`, `apart`: these two in one village, or never
 * - `prefer`: this person rather there, or in that township: worth points, no more
 */
export const newWishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pin'), placeId: idSchema, cadreId: idSchema, ...written }),
  z.object({ kind: z.literal('banVillage'), cadreId: idSchema, villageId: idSchema, ...written }),
  z.object({ kind: z.literal('banTownship'), unitId: idSchema, townshipId: idSchema, ...written }),
  z.object({ kind: z.literal('together'), cadreId: idSchema, otherCadreId: idSchema, ...written }),
  z.object({ kind: z.literal('apart'), cadreId: idSchema, otherCadreId: idSchema, ...written }),
  z.object({
    kind: z.literal('prefer'),
    cadreId: idSchema,
    villageId: idSchema.exactOptional(),
    townshipId: idSchema.exactOptional(),
    ...written,
  }),
]);
export type NewWish = z.infer<typeof newWishSchema>;

/** What a write answers: the wishes it wrote, and how the plan stands with all of them. */
const written201 = z.object({
  items: z.array(wishSchema),
  contradictions: z.array(contradictionSchema),
  planVersion: versionSchema,
});

/** Several at once: all or none. A contradiction with what is there is written and named. */
export const addWishes = endpoint({
  id: 'addWishes',
  method: 'POST',
  path: '/api/plans/:id/wishes',
  access: 'plans.write',
  summary: '提出意愿：锁定、禁配、同村、分开、优先',
  tag,
  status: 201,
  params,
  body: z.object({ wishes: z.array(newWishSchema).min(1).max(600), version: versionSchema }),
  reply: written201,
});

export const changeWish = endpoint({
  id: 'changeWish',
  method: 'PATCH',
  path: '/api/plans/:id/wishes/:wishId',
  access: 'plans.write',
  summary: '修改意愿的理由和期限',
  tag,
  params: one,
  body: z.object({
    reason: written.reason.exactOptional(),
    endsOn: plainDateSchema.nullable().exactOptional(),
    version: versionSchema,
  }),
  reply: written201,
});

export const removeWish = endpoint({
  id: 'removeWish',
  method: 'DELETE',
  path: '/api/plans/:id/wishes/:wishId',
  access: 'plans.write',
  summary: '撤销意愿',
  tag,
  kind: 'empty',
  params: one,
  query: z.object({ version: z.coerce.number().int().positive() }),
});
