import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { moveSchema } from './plan-moves.ts';
import { planFindingSchema, scorePartSchema } from './plans.ts';
import { basisSchema } from './problems.ts';
import { idSchema, postSchema } from './values.ts';

const tag = 'plans';

/** A sentence in the caller's language, with the rule or preference it stands on where there is one. */
export const reasonSchema = z.object({ text: z.string(), basis: basisSchema.nullable() });
export type Reason = z.infer<typeof reasonSchema>;

export const villageExplanationSchema = z.object({
  villageId: idSchema,
  score: z.number(),
  /** What the village needs, by its kinds and income. */
  need: reasonSchema,
  /** Who is there and why, the lead first; an empty place has no reasons. */
  people: z.array(
    z.object({
      placeId: idSchema,
      post: postSchema,
      cadreId: idSchema.nullable(),
      name: z.string().nullable(),
      reasons: z.array(reasonSchema),
    }),
  ),
  /** Every part of the score, in words and points. */
  parts: z.array(scorePartSchema.extend({ text: z.string(), basis: basisSchema })),
});
export type VillageExplanation = z.infer<typeof villageExplanationSchema>;

/** Another way to fill places, and all that it would change. Points. */
export const alternativeSchema = z.object({
  /** Who would be there then, the lead first. */
  people: z.array(z.object({ cadreId: idSchema, name: z.string(), unitName: z.string() })),
  /** Of the whole plan; `here` of the village in question, `spread` of units over townships. */
  change: z.number(),
  here: z.number(),
  spread: z.number(),
  /** The other villages that lose or gain. */
  elsewhere: z.array(z.object({ villageId: idSchema, name: z.string(), change: z.number() })),
  /** Who goes where, in sentences. */
  travels: z.array(z.string()),
  findings: z.array(planFindingSchema),
  /** What does it. */
  moves: z.array(moveSchema),
});
export type Alternative = z.infer<typeof alternativeSchema>;

export const cadreExplanationSchema = z.object({
  cadreId: idSchema,
  name: z.string(),
  placeId: idSchema.nullable(),
  villageId: idSchema.nullable(),
  /** Why here, or why nowhere. */
  reasons: z.array(reasonSchema),
  /** Where to settle what stands against a nominee who isn't placed. */
  nominationId: idSchema.nullable(),
  /** The best other places, the best first. */
  alternatives: z.array(
    alternativeSchema.extend({
      placeId: idSchema,
      villageId: idSchema,
      village: z.string(),
      post: postSchema,
    }),
  ),
  /** Places of the own tier that a rule closes, in words, by rule. */
  ruledOut: z.array(reasonSchema.extend({ code: z.string(), places: z.int() })),
});
export type CadreExplanation = z.infer<typeof cadreExplanationSchema>;

/**
 * What would fill an empty place: somebody of the reserve; a nominee after a correction from the file,
 * an age accepted or a wish dropped; a chain of two; another nominee.
 */
export const wayKinds = ['reserve', 'correct', 'accept', 'dropWish', 'chain', 'replace'] as const;

export const wayToFillSchema = z.object({
  kind: z.enum(wayKinds),
  text: z.string(),
  basis: basisSchema.nullable(),
  /** Who would come, and the nomination where that is settled first. */
  cadreId: idSchema.nullable(),
  nominationId: idSchema.nullable(),
  /** The wish to drop. */
  wishId: idSchema.nullable(),
  /** Of the whole plan, where moves do it. */
  change: z.number().nullable(),
  moves: z.array(moveSchema),
});
export type WayToFill = z.infer<typeof wayToFillSchema>;

export const waysToFillSchema = z.object({
  placeId: idSchema,
  /** Why it is empty, naming the people and the rule. */
  reasons: z.array(reasonSchema),
  /** The least change first. */
  ways: z.array(wayToFillSchema),
});

const ofVillage = z.object({ id: idSchema, villageId: idSchema });

export const explainVillage = endpoint({
  id: 'explainVillage',
  method: 'GET',
  path: '/api/plans/:id/villages/:villageId/explanation',
  access: 'plans.read',
  summary: '一个村为什么这样安排',
  tag,
  params: ofVillage,
  reply: villageExplanationSchema,
});

/** The next-best pairs (district tier) or people (township tier), and what each would change. */
export const listAlternatives = endpoint({
  id: 'listAlternatives',
  method: 'GET',
  path: '/api/plans/:id/villages/:villageId/alternatives',
  access: 'plans.read',
  summary: '一个村的次优安排及其代价',
  tag,
  params: ofVillage,
  reply: z.object({ items: z.array(alternativeSchema), total: z.int() }),
});

export const explainCadre = endpoint({
  id: 'explainCadre',
  method: 'GET',
  path: '/api/plans/:id/cadres/:cadreId/explanation',
  access: 'plans.read',
  summary: '一名人选为什么在这里，或为什么没有排入',
  tag,
  params: z.object({ id: idSchema, cadreId: idSchema }),
  reply: cadreExplanationSchema,
});

export const listWaysToFill = endpoint({
  id: 'listWaysToFill',
  method: 'GET',
  path: '/api/plans/:id/places/:placeId/ways-to-fill',
  access: 'plans.read',
  summary: '空岗的原因和最小改动的补法',
  tag,
  params: z.object({ id: idSchema, placeId: idSchema }),
  reply: waysToFillSchema,
});
