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
import { idSchema } from './values.ts';

/** The sending units at the end of the term (五(四)): what their people reached, and the decision. */

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
