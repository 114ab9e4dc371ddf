import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf } from './paging.ts';
import { basisSchema } from './problems.ts';
import { dayQuery, idSchema, postSchema, tierSchema } from './values.ts';
import type { Word } from './words.ts';

/** Who of those in post was trained in the days that policy gives (M1). */

const tag = 'trainings';

/** `trained`: came to a session; `open`: there is time left; `late`: there is none. */
export const trainedStates = ['late', 'open', 'trained'] as const;
export const trainedStateSchema = z.enum(trainedStates);
export type TrainedState = z.infer<typeof trainedStateSchema>;

export const trainedStateWords = {
  late: { zh: '逾期未训', en: 'Overdue' },
  open: { zh: '待训', en: 'To be trained' },
  trained: { zh: '已训', en: 'Trained' },
} as const satisfies Record<TrainedState, Word>;

export const trainedCadreSchema = z.object({
  cadreId: idSchema,
  name: z.string(),
  unitName: z.string(),
  tier: tierSchema,
  post: postSchema,
  townshipId: idSchema,
  townshipName: z.string(),
  villageName: z.string(),
  /** The first day of the first post in the batch. */
  arrivedOn: z.string(),
  dueOn: z.string(),
  /** Days left; negative when late. */
  daysLeft: z.int(),
  state: trainedStateSchema,
  /** Of sessions they came to. */
  sessions: z.int(),
  hours: z.number(),
  lastOn: z.string().nullable(),
});
export type TrainedCadre = z.infer<typeof trainedCadreSchema>;

const trainedQuery = dayQuery.extend({
  batchId: idSchema,
  states: manyOf(trainedStateSchema).exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
});

/** Everybody in post on a day, and whether they were trained in the days that policy gives. */
export const listTrained = endpoint({
  id: 'listTrained',
  method: 'GET',
  path: '/api/trainings/cadres',
  access: 'trainings.read',
  summary: '在任干部参训情况',
  tag,
  query: trainedQuery,
  reply: z.object({
    items: z.array(trainedCadreSchema),
    counts: z.object({ late: z.int(), open: z.int(), trained: z.int() }),
    withinDays: z.int(),
    basis: basisSchema,
  }),
});

export const exportTrained = endpoint({
  id: 'exportTrained',
  method: 'GET',
  path: '/api/trainings/cadres.xlsx',
  access: 'trainings.read',
  summary: '在任干部参训情况表',
  tag,
  kind: 'file',
  query: trainedQuery,
});
