import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { evaluationStandingSchema, gradeSchema } from './evaluation-words.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { basisSchema } from './problems.ts';
import { termGroundSchema } from './term-grounds.ts';
import { textSchema } from './text.ts';
import {
  idSchema,
  plainDateSchema,
  postSchema,
  tierSchema,
  versionSchema,
  writtenText,
} from './values.ts';
import type { Word } from './words.ts';

/**
 * 期满 (五（四）, S4): for each cadre in post at the end of the term and for each unit what was reached, the
 * proposal, and the decision by another person; then the batch closes.
 */

const tag = 'termEnds';

/** Commended, ended in the ordinary way, or staying (units: bound on). */
export const termOutcomes = ['commend', 'ordinary', 'stay'] as const;
export const termOutcomeSchema = z.enum(termOutcomes);
export type TermOutcome = z.infer<typeof termOutcomeSchema>;

export const termOutcomeWords = {
  commend: { zh: '表彰', en: 'Commended' },
  ordinary: { zh: '正常期满', en: 'Ended in the ordinary way' },
  stay: { zh: '不撤回', en: 'Stays' },
} as const satisfies Record<TermOutcome, Word>;

/** Of a sending unit, which isn't withdrawn but stays bound. */
export const unitOutcomeWords = {
  ...termOutcomeWords,
  stay: { zh: '不脱钩', en: 'Stays bound' },
} as const satisfies Record<TermOutcome, Word>;

const decisionShape = {
  id: idSchema,
  outcome: termOutcomeSchema,
  reason: z.string(),
  /** Of a stay: what is still to be done, and until when. */
  remaining: z.string().nullable(),
  stayUntil: z.string().nullable(),
  state: z.enum(['proposed', 'decided']),
  proposedByName: z.string(),
  proposedAt: z.string(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  documentNumber: z.string().nullable(),
  version: versionSchema,
};
export const termDecisionSchema = z.object(decisionShape);
export type TermDecision = z.infer<typeof termDecisionSchema>;

export const termCountsShape = { reached: z.int(), all: z.int(), bindingMissed: z.int() };

/** Whose list has its day already, and whose hasn't. */
export const handoverStates = ['open', 'done'] as const;

export const handoverSchema = z.object({
  items: z.array(z.object({ text: z.string(), done: z.boolean() })),
  takenBy: z.string().nullable(),
  handedOn: z.string().nullable(),
  version: z.int().nonnegative(),
});
export type Handover = z.infer<typeof handoverSchema>;

/** What a round came to: no grade is still to come for whoever isn't in it, which has its ground. */
const outcomeShape = {
  standing: evaluationStandingSchema,
  grade: gradeSchema.nullable(),
  ground: z.string().nullable(),
};

export const termActs = ['propose', 'decide', 'withdraw', 'handover', 'membership'] as const;
export type TermAct = (typeof termActs)[number];

export const termEndSchema = z.object({
  assignmentId: idSchema,
  assignmentVersion: versionSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  tier: tierSchema,
  post: postSchema,
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  targets: z.object(termCountsShape),
  /** What of the binding targets isn't reached, by name. */
  missed: z.array(z.string()),
  grades: z.array(z.object({ year: z.int(), ...outcomeShape })),
  /** Of the round at the end of the term; null until it is open. */
  term: z.object(outcomeShape).nullable(),
  /** Of confirmed months. */
  months: z.int(),
  inVillage: z.number(),
  absences: z.int(),
  findings: z.int(),
  findingsOpen: z.int(),
  suggested: termOutcomeSchema,
  /** With what each stands on; without a basis the policy doesn't ask for it. */
  grounds: z.array(z.object({ ground: termGroundSchema, basis: basisSchema.nullable() })),
  /** From when it is dealt with: as early before the end as the policy warns. */
  dueFrom: z.string(),
  due: z.boolean(),
  /** The latest one; a proposal that waits isn't shown to whoever steps back. */
  decision: termDecisionSchema.nullable(),
  /** Decided before it, the latest first: staying, until it is released or extended again. */
  earlier: z.array(termDecisionSchema),
  /** The last day where it is decided today that the person doesn't stay; null: there is none yet. */
  lastDay: z.string().nullable(),
  handover: handoverSchema,
  membershipReturnedOn: z.string().nullable(),
  endRecordedOn: z.string().nullable(),
  /** E8: the caller proposes and decides nothing, for a tie of their own or as it is their unit. */
  stepsBack: z.enum(['personal', 'ownUnit']).nullable(),
  acts: z.array(z.enum(termActs)),
});
export type TermEnd = z.infer<typeof termEndSchema>;

const filters = {
  /** The latest batch unless given. */
  batchId: idSchema.exactOptional(),
  unitIds: manyOf(idSchema).exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  tiers: manyOf(tierSchema).exactOptional(),
  outcomes: manyOf(termOutcomeSchema).exactOptional(),
  /** `open`: nothing proposed; `proposed`: to be decided. */
  state: z.enum(['open', 'proposed', 'decided']).exactOptional(),
  handover: z.enum(handoverStates).exactOptional(),
};

const query = pagingQuery.extend({
  ...filters,
  sort: sortOf(['township', 'name', 'unit']).default('township'),
});

export const listTermEnds = endpoint({
  id: 'listTermEnds',
  method: 'GET',
  path: '/api/term-ends',
  access: 'termEnd.read',
  summary: '期满的干部：完成情况、建议、决定',
  tag,
  query,
  reply: pageOf(termEndSchema).extend({
    batchId: idSchema.nullable(),
    closedOn: z.string().nullable(),
    counts: z.object({
      people: z.int(),
      /** Nothing proposed, and due; those that aren't yet are counted apart. */
      open: z.int(),
      notDue: z.int(),
      proposed: z.int(),
      commend: z.int(),
      ordinary: z.int(),
      stay: z.int(),
    }),
    /** The earliest day of those that aren't due yet. */
    dueFrom: z.string().nullable(),
    basis: basisSchema,
  }),
});

export const exportTermEnds = endpoint({
  id: 'exportTermEnds',
  method: 'GET',
  path: '/api/term-ends.xlsx',
  access: 'termEnd.read',
  summary: '期满情况一览表和移交清单',
  tag,
  kind: 'file',
  query,
});

export const termProposalShape = {
  outcome: termOutcomeSchema,
  reason: writtenText(2, 500),
  remaining: writtenText(2, 1000).exactOptional(),
  stayUntil: plainDateSchema.exactOptional(),
};
const assignmentParams = z.object({ assignmentId: idSchema });

export const proposeTermEnd = endpoint({
  id: 'proposeTermEnd',
  method: 'POST',
  path: '/api/term-ends/:assignmentId/propose',
  access: 'termEnd.propose',
  summary: '提出期满建议',
  tag,
  params: assignmentParams,
  body: z.object(termProposalShape),
  reply: termEndSchema,
});

export const termDecidedSchema = z.discriminatedUnion('confirm', [
  z.object({
    confirm: z.literal(true),
    documentNumber: writtenText(2, 80),
    version: versionSchema,
  }),
  z.object({ confirm: z.literal(false), version: versionSchema }),
]);

/** Staying extends the post by the act 延期, in the same transaction. */
export const decideTermEnd = endpoint({
  id: 'decideTermEnd',
  method: 'POST',
  path: '/api/term-ends/:assignmentId/decide',
  access: 'termEnd.decide',
  summary: '决定期满去留，或退回建议',
  tag,
  params: assignmentParams,
  body: termDecidedSchema,
  reply: termEndSchema,
});

/** As many as are shown at once. */
export const mostTermEnds = 200;

/** Whom an act on several leaves to others, and why (E8, or their own proposal). */
const severalReply = z.object({
  done: z.int(),
  leftOut: z.array(z.object({ assignmentId: idSchema, name: z.string(), reason: textSchema })),
});

/** The same for several who don't stay: all or none, but those whom the caller steps back from. */
export const proposeTermEnds = endpoint({
  id: 'proposeTermEnds',
  method: 'POST',
  path: '/api/term-ends/propose',
  access: 'termEnd.propose',
  summary: '一次提出多人的期满建议',
  tag,
  body: z.object({
    assignmentIds: z.array(idSchema).min(1).max(mostTermEnds),
    outcome: termOutcomeSchema.exclude(['stay']),
    reason: writtenText(2, 500),
  }),
  reply: severalReply,
});

/**
 * Agrees with several proposals under one document: all or none, but those whom the caller steps back
 * from, and those that they proposed themselves.
 */
export const decideTermEnds = endpoint({
  id: 'decideTermEnds',
  method: 'POST',
  path: '/api/term-ends/decide',
  access: 'termEnd.decide',
  summary: '一次决定多人的期满去留',
  tag,
  body: z.object({
    items: z
      .array(z.object({ assignmentId: idSchema, version: versionSchema }))
      .min(1)
      .max(mostTermEnds),
    documentNumber: writtenText(2, 80),
  }),
  reply: severalReply,
});
