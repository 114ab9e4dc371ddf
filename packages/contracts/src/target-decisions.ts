import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { judgedRankSchema } from './target-values.ts';
import { targetNumberSchema } from './targets.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** What the office and the planner decide about the targets of villages. */

const tag = 'targets';

/** A decision about one village, that stands from then on. */
const ofVillage = {
  method: 'POST',
  tag,
  status: 201,
  params: z.object({ villageId: idSchema }),
  reply: z.object({ id: idSchema }),
} as const;

/** Another threshold for one village, from a day on; without any: back to the template's. */
export const adjustTarget = endpoint({
  ...ofVillage,
  id: 'adjustTarget',
  path: '/api/targets/villages/:villageId/adjustments',
  access: 'targets.write',
  summary: '调整一个村的目标值',
  body: z.object({
    batchId: idSchema,
    measureKey: z.string().max(60),
    effectiveFrom: plainDateSchema,
    threshold: targetNumberSchema.nullable(),
    thresholdRank: judgedRankSchema.nullable(),
    leftOut: z.boolean(),
    reason: writtenText(2, 500),
  }),
});

/** Picks the families of a village by hand: for one of no kind, or against its kinds. */
export const chooseTargets = endpoint({
  ...ofVillage,
  id: 'chooseTargets',
  path: '/api/targets/villages/:villageId/families',
  access: 'targets.write',
  summary: '为一个村选定目标任务',
  body: z.object({
    batchId: idSchema,
    families: z.array(z.string().max(60)).max(10),
    /** Periods that were over before aren't asked; today where it isn't given. */
    effectiveFrom: plainDateSchema.exactOptional(),
    reason: writtenText(2, 500),
  }),
});

/** The same for several villages at once, all or none; gives how many. */
export const chooseTargetsOfMany = endpoint({
  id: 'chooseTargetsOfMany',
  method: 'POST',
  path: '/api/targets/families',
  access: 'targets.write',
  summary: '为若干个村选定目标任务',
  tag,
  status: 201,
  body: chooseTargets.body.extend({ villageIds: z.array(idSchema).min(1).max(500) }),
  reply: z.object({ done: z.int() }),
});

/** The office judges the rank of a village's body, with the ground (T3). */
export const judgeTarget = endpoint({
  ...ofVillage,
  id: 'judgeTarget',
  path: '/api/targets/villages/:villageId/judgements',
  access: 'targets.judge',
  summary: '评定一个村班子的等次',
  body: z.object({
    batchId: idSchema,
    measureKey: z.string().max(60),
    rank: judgedRankSchema,
    judgedOn: plainDateSchema,
    ground: writtenText(2, 500),
  }),
});

/** The statistics office's figure of a township and period, that relative measures are compared with. */
export const setTownshipFigure = endpoint({
  id: 'setTownshipFigure',
  method: 'PUT',
  path: '/api/targets/townships/:townshipId/figures',
  access: 'targets.write',
  summary: '录入统计部门的镇街数',
  tag,
  params: z.object({ townshipId: idSchema }),
  body: z.object({
    measureKey: z.string().max(60),
    period: z.string().max(10),
    value: targetNumberSchema,
    source: writtenText(2, 200),
    version: versionSchema.nullable(),
  }),
  reply: z.object({ version: versionSchema }),
});
