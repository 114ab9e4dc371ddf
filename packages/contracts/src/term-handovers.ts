import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { mostTermEnds, termEndSchema } from './term-ends.ts';
import { idSchema, plainDateSchema, writtenText } from './values.ts';

/** 移交清单: what goes over to the village at the end of the term. */

const tag = 'termEnds';

const handoverLine = z.object({ text: writtenText(2, 200), done: z.boolean() });

export const saveHandover = endpoint({
  id: 'saveHandover',
  method: 'POST',
  path: '/api/term-ends/:assignmentId/handover',
  access: 'termEnd.handover',
  summary: '填写移交清单',
  tag,
  params: z.object({ assignmentId: idSchema }),
  body: z.object({
    items: z.array(handoverLine).max(40),
    takenBy: writtenText(2, 40).nullable(),
    handedOn: plainDateSchema.nullable(),
    version: z.int().nonnegative(),
  }),
  reply: termEndSchema,
});

/** The same lines and day for several: all or none. Lists that are begun keep their lines. */
export const saveHandovers = endpoint({
  id: 'saveHandovers',
  method: 'POST',
  path: '/api/term-ends/handovers',
  access: 'termEnd.handover',
  summary: '一次登记多人的移交',
  tag,
  body: z.object({
    items: z.array(handoverLine).min(1).max(40),
    handedOn: plainDateSchema,
    people: z
      .array(
        z.object({
          assignmentId: idSchema,
          /** Null: as it stands. */
          takenBy: writtenText(2, 40).nullable(),
          version: z.int().nonnegative(),
        }),
      )
      .min(1)
      .max(mostTermEnds),
  }),
  reply: z.object({ done: z.int() }),
});
