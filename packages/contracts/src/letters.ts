import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { letterKindSchema, letterSourceSchema } from './letter-kinds.ts';
import { manyOf } from './paging.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** A value that the template wants and nobody has entered. */
export const missingValueSchema = z.object({
  tag: z.string(),
  /** The person, unit or township that it is missing of. */
  whose: z.string(),
  message: z.string(),
  remedy: z.string(),
  source: letterSourceSchema,
  /** The row to fill it in. */
  sourceId: idSchema.nullable(),
});
export type MissingValue = z.infer<typeof missingValueSchema>;

/** The letter that was made; printing it again gives the same. */
const madeLetterSchema = z.object({
  id: idSchema,
  year: z.int(),
  number: z.int(),
  date: z.string(),
  madeByName: z.string(),
  version: versionSchema,
});

/** Somebody or something that a letter of the kind is for. */
export const letterSubjectSchema = z.object({
  /** The assignment, unit, township, batch, round or person in it. */
  subjectId: idSchema,
  name: z.string(),
  note: z.string(),
  /** Of a letter about one person: their unit. */
  unitName: z.string().nullable(),
  letter: madeLetterSchema.nullable(),
  /** A grade that it tells has changed since it was made (E7). */
  outdated: z.boolean(),
  missing: z.array(missingValueSchema),
  /** E8: why the caller makes and takes none of it; it is about somebody whom they step back from. */
  closedTo: z.object({ zh: z.string(), en: z.string() }).nullable(),
  membership: z
    .object({
      duesPaidUntil: z.string().nullable(),
      validityDays: z.int().nullable(),
      /** 0: nothing entered yet. */
      version: z.int(),
    })
    .nullable(),
});
export type LetterSubject = z.infer<typeof letterSubjectSchema>;

const params = z.object({ id: idSchema });
const tag = 'letters';

/** Of letters about grades: the round, the batch's latest unless given. */
const roundId = idSchema.exactOptional();

/** For whom letters of a kind are, which are made, and what the others lack. */
export const listLetters = endpoint({
  id: 'listLetters',
  method: 'GET',
  path: '/api/batches/:id/letters',
  access: 'letters.read',
  summary: '文书及缺项',
  tag,
  params,
  query: z.object({ kind: letterKindSchema, roundId }),
  reply: z.object({
    items: z.array(letterSubjectSchema),
    total: z.int(),
    made: z.int(),
    incomplete: z.int(),
  }),
});

/** One letter as it would be, without a number; what is missing stands in it in brackets. */
export const previewLetter = endpoint({
  id: 'previewLetter',
  method: 'GET',
  path: '/api/batches/:id/letters/preview.docx',
  access: 'letters.preview',
  summary: '预览文书',
  tag,
  kind: 'file',
  params,
  query: z.object({ kind: letterKindSchema, roundId, subjectId: idSchema, date: plainDateSchema }),
});

/**
 * Gives the letters their numbers; those that have one keep it. With a value missing nothing is made,
 * unless those letters are to be left out.
 */
export const makeLetters = endpoint({
  id: 'makeLetters',
  method: 'POST',
  path: '/api/batches/:id/letters',
  access: 'letters.make',
  summary: '出具文书',
  tag,
  status: 201,
  params,
  body: z.object({
    kind: letterKindSchema,
    roundId,
    /** Null: all. */
    subjectIds: z.array(idSchema).min(1).max(2000).nullable(),
    date: plainDateSchema,
    leaveOutIncomplete: z.boolean().default(false),
  }),
  reply: z.object({
    made: z.int(),
    /** Had their number before. */
    again: z.int(),
    leftOut: z.array(letterSubjectSchema.pick({ subjectId: true, name: true, missing: true })),
    /** Of all: those that are others' to make (E8). Asked for one by one they are refused. */
    stepsBack: z.array(letterSubjectSchema.pick({ subjectId: true, name: true })),
  }),
});

const files = {
  method: 'GET',
  access: 'letters.read',
  tag,
  kind: 'file',
  params,
  query: z.object({
    kind: letterKindSchema,
    roundId,
    /** Without it, all that are made and within reach. */
    subjectIds: manyOf(idSchema).exactOptional(),
  }),
} as const;

/** All in one file, each on a new page. */
export const lettersFile = endpoint({
  ...files,
  id: 'lettersFile',
  path: '/api/batches/:id/letters/letters.docx',
  summary: '下载文书（一个文件）',
});

/** A file for each letter. */
export const lettersArchive = endpoint({
  ...files,
  id: 'lettersArchive',
  path: '/api/batches/:id/letters/letters.zip',
  summary: '下载文书（每份一个文件）',
});

export const printEventSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('filling'), done: z.int(), total: z.int() }),
  /** The file itself, as base64. */
  z.object({ state: z.literal('done'), filename: z.string(), type: z.string(), file: z.string() }),
  z.object({ state: z.literal('failed') }),
]);
export type PrintEvent = z.infer<typeof printEventSchema>;

/**
 * The same files with how far they are: server-sent events, `event: print`, `data:` a print event; the
 * last one carries the file. Who hangs up stops the making.
 */
export const printLetters = endpoint({
  ...files,
  id: 'printLetters',
  path: '/api/batches/:id/letters/print',
  summary: '制作文书并告知进度（事件流）',
  kind: 'events',
  query: files.query.extend({ as: z.enum(['docx', 'zip']) }),
});

/** The number stays with the voided letter; a new one gets the next. */
export const voidLetter = endpoint({
  id: 'voidLetter',
  method: 'POST',
  path: '/api/letters/:id/void',
  access: 'letters.make',
  summary: '作废一份文书',
  tag,
  kind: 'empty',
  params,
  body: z.object({ reason: writtenText(2, 200), version: versionSchema }),
});

/** What the letter of a membership says that no register knows, for one person or many at once. */
export const setMembershipFacts = endpoint({
  id: 'setMembershipFacts',
  method: 'POST',
  path: '/api/batches/:id/membership-facts',
  access: 'letters.membership',
  summary: '填写党费交至月份和介绍信有效期',
  tag,
  kind: 'empty',
  params,
  body: z.object({
    direction: z.enum(['out', 'back']),
    /** The version that was seen; 0: nothing entered yet. */
    rows: z
      .array(z.object({ assignmentId: idSchema, version: z.int().min(0) }))
      .min(1)
      .max(2000),
    /** `2015-05`. What is left out stays as it was. */
    duesPaidUntil: z
      .string()
      .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/)
      .exactOptional(),
    validityDays: z.int().min(1).max(366).exactOptional(),
  }),
});
