import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  termActs,
  termCountsShape,
  termDecidedSchema,
  termDecisionSchema,
  termOutcomeSchema,
  termProposalShape,
} from './term-ends.ts';
import { textSchema } from './text.ts';
import { idSchema, versionSchema, writtenText } from './values.ts';

/** The sending units at the end of the term (五（四）): what their people reached, and the decision. */

const tag = 'termEnds';

export const termUnitSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  people: z.int(),
  commended: z.int(),
  staying: z.int(),
  undecided: z.int(),
  targets: z.object(termCountsShape),
  findingsOpen: z.int(),
  suggested: termOutcomeSchema,
  /** One of its people's end is dealt with. */
  due: z.boolean(),
  decision: termDecisionSchema.nullable(),
  /** E8. */
  stepsBack: z.boolean(),
  acts: z.array(z.enum(termActs)),
});
export type TermUnit = z.infer<typeof termUnitSchema>;

export const listTermUnits = endpoint({
  id: 'listTermUnits',
  method: 'GET',
  path: '/api/term-end-units',
  access: 'termEnd.units',
  summary: '期满的派出单位',
  tag,
  query: z.object({ batchId: idSchema.exactOptional() }),
  reply: z.object({ items: z.array(termUnitSchema), total: z.int() }),
});

const unitParams = z.object({ unitId: idSchema });

export const proposeUnitEnd = endpoint({
  id: 'proposeUnitEnd',
  method: 'POST',
  path: '/api/term-end-units/:unitId/propose',
  access: 'termEnd.propose',
  summary: '提出单位期满建议',
  tag,
  params: unitParams,
  body: z.object({ ...termProposalShape, batchId: idSchema }),
  reply: termUnitSchema,
});

export const decideUnitEnd = endpoint({
  id: 'decideUnitEnd',
  method: 'POST',
  path: '/api/term-end-units/:unitId/decide',
  access: 'termEnd.decide',
  summary: '决定单位期满结果，或退回建议',
  tag,
  params: unitParams,
  body: z.intersection(z.object({ batchId: idSchema }), termDecidedSchema),
  reply: termUnitSchema,
});

/** As many as are shown at once; none that is bound on, for which each has work of its own. */
const most = 200;

/** Whom an act on several leaves to others, and why (E8, or their own proposal). */
const severalReply = z.object({
  done: z.int(),
  leftOut: z.array(z.object({ unitId: idSchema, name: z.string(), reason: textSchema })),
});

/** The same for several units that aren't bound on: all or none, but those the caller steps back from. */
export const proposeUnitEnds = endpoint({
  id: 'proposeUnitEnds',
  method: 'POST',
  path: '/api/term-end-units/propose',
  access: 'termEnd.propose',
  summary: '一次提出多个单位的期满建议',
  tag,
  body: z.object({
    batchId: idSchema,
    unitIds: z.array(idSchema).min(1).max(most),
    outcome: termOutcomeSchema.exclude(['stay']),
    reason: writtenText(2, 500),
  }),
  reply: severalReply,
});

/** Agrees with several proposals of units under one document, as `decideTermEnds` does of people. */
export const decideUnitEnds = endpoint({
  id: 'decideUnitEnds',
  method: 'POST',
  path: '/api/term-end-units/decide',
  access: 'termEnd.decide',
  summary: '一次决定多个单位的期满结果',
  tag,
  body: z.object({
    batchId: idSchema,
    items: z
      .array(z.object({ unitId: idSchema, version: versionSchema }))
      .min(1)
      .max(most),
    documentNumber: writtenText(2, 80),
  }),
  reply: severalReply,
});
