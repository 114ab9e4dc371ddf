import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { evaluationStateSchema, gradeSetSchema, voterGroupSchema } from './evaluation-words.ts';
import { idSchema, postSchema, writtenText } from './values.ts';
import type { Word } from './words.ts';

/** 民主测评 (E2): paper ballots on each cadre, counted by group of voters. */

const tag = 'evaluations';

/** The figures of a line; `first` to `fourth` are the grades of the person's set, best first. */
export const ballotFigures = [
  'issued',
  'returned',
  'valid',
  'void',
  'first',
  'second',
  'third',
  'fourth',
  'abstained',
] as const;
export type BallotFigure = (typeof ballotFigures)[number];

export const ballotFigureWords = {
  issued: { zh: '发出', en: 'Issued' },
  returned: { zh: '收回', en: 'Returned' },
  valid: { zh: '有效', en: 'Valid' },
  void: { zh: '废票', en: 'Void' },
  first: { zh: '第一档', en: 'First' },
  second: { zh: '第二档', en: 'Second' },
  third: { zh: '第三档', en: 'Third' },
  fourth: { zh: '第四档', en: 'Fourth' },
  abstained: { zh: '弃权', en: 'No choice' },
} as const satisfies Record<BallotFigure, Word>;

/** How a question beside the grade is answered. */
export const ballotAnswers = ['first', 'second', 'third', 'fourth', 'abstained'] as const;
export type BallotAnswer = (typeof ballotAnswers)[number];

export const ballotAnswerWords = {
  first: { zh: '好', en: 'Good' },
  second: { zh: '较好', en: 'Fairly good' },
  third: { zh: '一般', en: 'Fair' },
  fourth: { zh: '差', en: 'Poor' },
  abstained: { zh: '弃权', en: 'No choice' },
} as const satisfies Record<BallotAnswer, Word>;

const count = z.int().nullable();
const answersSchema = z.object({
  first: count,
  second: count,
  third: count,
  fourth: count,
  abstained: count,
});
/** Null: not typed yet. */
export const ballotFiguresSchema = answersSchema.extend({
  issued: count,
  returned: count,
  valid: count,
  void: count,
});
export const ballotContentSchema = z.object({
  figures: ballotFiguresSchema,
  /** By question, in their order. */
  answers: z.array(answersSchema),
});
export type BallotContent = z.infer<typeof ballotContentSchema>;
export type BallotFigureValues = z.infer<typeof ballotFiguresSchema>;
export type BallotAnswerValues = z.infer<typeof answersSchema>;

/**
 * Empty; with figures wanting; sums that don't agree; entered, waiting for the other count; counted twice and
 * different; in force.
 */
export const ballotLineStates = [
  'empty',
  'partial',
  'wrong',
  'entered',
  'differs',
  'final',
] as const;
export const ballotLineStateSchema = z.enum(ballotLineStates);
export type BallotLineState = z.infer<typeof ballotLineStateSchema>;

export const ballotLineSchema = z.object({
  group: voterGroupSchema,
  state: ballotLineStateSchema,
  /** Null where the line isn't shown to the caller: fewer valid ballots than the policy asks. */
  content: ballotContentSchema.nullable(),
  enteredByName: z.string().nullable(),
  /** Where the counts differ, and both were handed in: both, for whoever settles it. */
  counts: z.array(z.object({ byName: z.string(), content: ballotContentSchema })).nullable(),
  /** Cells in which they differ, as `issued` or `1.first`. */
  differing: z.array(z.string()),
});
export type BallotLine = z.infer<typeof ballotLineSchema>;

/** The lines in force that are shown, added up; those that are hidden are in no figure of it. */
export const ballotSumsSchema = z.object({
  shown: z.int(),
  hidden: z.int(),
  content: ballotContentSchema.nullable(),
});

export const ballotPersonSchema = z.object({
  personId: idSchema,
  cadreId: idSchema,
  name: z.string(),
  post: postSchema,
  gradeSet: gradeSetSchema,
  state: evaluationStateSchema,
  lines: z.array(ballotLineSchema),
  sums: ballotSumsSchema,
  /** Every group that was there has its line in force. */
  complete: z.boolean(),
  editable: z.boolean(),
});
export type BallotPerson = z.infer<typeof ballotPersonSchema>;

export const ballotActs = ['finish', 'settle', 'reopen'] as const;

export const ballotVillageSchema = z.object({
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  /** How many came, by group, as the visit says; null where it isn't written. */
  present: z.array(z.object({ group: voterGroupSchema, present: z.int().nullable() })),
  /** Where ballots are counted twice: who counts, and whether it was handed in. */
  counts: z.array(
    z.object({ pass: z.int(), byName: z.string(), mine: z.boolean(), finished: z.boolean() }),
  ),
  /** Which of the counts is the caller's; null: neither, and there is none left to take. */
  mine: z.int().nullable(),
  people: z.array(ballotPersonSchema),
  acts: z.array(z.enum(ballotActs)),
});
export type BallotVillage = z.infer<typeof ballotVillageSchema>;

const params = z.object({ id: idSchema });
const villageParams = params.extend({ villageId: idSchema });
const placeQuery = z.object({
  townshipId: idSchema.exactOptional(),
  villageId: idSchema.exactOptional(),
});

export const ballotSheetSchema = z.object({
  twice: z.boolean(),
  questions: z.array(z.string()),
  /** E2: a group's figures are shown from so many valid ballots on. */
  least: z.int(),
  villages: z.array(ballotVillageSchema),
});
export type BallotSheet = z.infer<typeof ballotSheetSchema>;

export const getBallots = endpoint({
  id: 'getBallots',
  method: 'GET',
  path: '/api/evaluations/:id/ballots',
  access: 'ballots.read',
  summary: '民主测评计票',
  tag,
  params,
  query: placeQuery,
  reply: ballotSheetSchema,
});

/** `issued`, or `2.first`: the first answer of the second question. */
export const ballotCellSchema = z
  .string()
  .regex(/^(issued|returned|valid|void|([1-6]\.)?(first|second|third|fourth|abstained))$/);

export const ballotChangeSchema = z.object({
  personId: idSchema,
  group: voterGroupSchema,
  cell: ballotCellSchema,
  /** What the page showed; the cell is left alone where it is another by now. */
  was: z.int().nullable(),
  is: z.int().min(0).max(10_000).nullable(),
});
export type BallotChange = z.infer<typeof ballotChangeSchema>;

/**
 * Saves as it is typed: all of it or nothing. A line stands once all its figures are there and agree; until
 * then it is kept as it is. Cells that somebody else changed meanwhile answer 409 `cellsChanged`;
 * `errors[].path` is `personId/group/cell`.
 */
export const saveBallots = endpoint({
  id: 'saveBallots',
  method: 'PATCH',
  path: '/api/evaluations/:id/ballots',
  access: 'ballots.enter',
  summary: '录入计票（逐格核对后保存）',
  tag,
  params,
  body: z.object({ changes: z.array(ballotChangeSchema).min(1).max(5000) }),
  /** The villages that were touched. */
  reply: z.object({ villages: z.array(ballotVillageSchema) }),
});

/** Hands in one's own count; the second one shows where the two differ. */
export const finishCount = endpoint({
  id: 'finishCount',
  method: 'POST',
  path: '/api/evaluations/:id/ballots/:villageId/finish',
  access: 'ballots.enter',
  summary: '交出本次计票（双人录入）',
  tag,
  params: villageParams,
  body: z.object({}),
  reply: ballotVillageSchema,
});

export const settleCounts = endpoint({
  id: 'settleCounts',
  method: 'POST',
  path: '/api/evaluations/:id/ballots/:villageId/settle',
  access: 'ballots.enter',
  summary: '核对两次计票不一致的票数',
  tag,
  params: villageParams,
  body: z.object({
    lines: z
      .array(
        z.object({
          personId: idSchema,
          group: voterGroupSchema,
          content: ballotContentSchema,
        }),
      )
      .min(1)
      .max(200),
  }),
  reply: ballotVillageSchema,
});

/** Opens both counts again: what each entered stays, what was settled is dropped. */
export const reopenCounts = endpoint({
  id: 'reopenCounts',
  method: 'POST',
  path: '/api/evaluations/:id/ballots/:villageId/reopen',
  access: 'ballots.reopen',
  summary: '重新计票（双人录入）',
  tag,
  params: villageParams,
  body: z.object({ reason: writtenText(2, 500) }),
  reply: ballotVillageSchema,
});

/** Filled in without a connection, and imported again. */
export const exportBallots = endpoint({
  id: 'exportBallots',
  method: 'GET',
  path: '/api/evaluations/:id/ballots/book.xlsx',
  access: 'ballots.enter',
  summary: '离线计票表（.xlsx）',
  tag,
  kind: 'file',
  params,
  query: placeQuery,
});

export const visitPapers = ['ballot', 'tally', 'outline'] as const;
export const visitPaperSchema = z.enum(visitPapers);
export type VisitPaper = z.infer<typeof visitPaperSchema>;

export const visitPaperWords = {
  ballot: { zh: '测评票', en: 'Ballot paper' },
  tally: { zh: '计票表', en: 'Tally sheet' },
  outline: { zh: '座谈提纲', en: 'Outline of the meeting' },
} as const satisfies Record<VisitPaper, Word>;

export const exportVisitPaper = endpoint({
  id: 'exportVisitPaper',
  method: 'GET',
  path: '/api/evaluations/:id/papers/:paper',
  access: 'ballots.enter',
  summary: '测评票、计票表、座谈提纲（.docx）',
  tag,
  kind: 'file',
  params: params.extend({ paper: visitPaperSchema }),
  query: placeQuery,
});
