import { z } from 'zod';
import { monthSchema } from './attendance.ts';
import { endpoint } from './endpoint.ts';
import { importBookSchema, signMeaningSchema } from './import-books.ts';
import { basisSchema } from './problems.ts';
import { idSchema, versionSchema } from './values.ts';

export const importKinds = [
  'regions',
  'villages',
  'units',
  'cadres',
  'attendance',
  'targets',
  'ballots',
  'trainings',
  'workExpenses',
] as const;
export const importKindSchema = z.enum(importKinds);
export type ImportKind = z.infer<typeof importKindSchema>;

/**
 * Rows of one sheet are counted below this number: of a book of which several sheets are read, the rows
 * of each further sheet have it added once more.
 */
export const rowsOfSheet = 2_000;

/** `row` is the number that Excel shows (see `rowsOfSheet`); `column` the heading as written, or "" for the whole row. */
export const importProblemSchema = z.object({
  row: z.int(),
  /** Whom or what the row is about: the name that stands in it, else "". */
  name: z.string(),
  column: z.string(),
  field: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  basis: basisSchema.nullable(),
  remedy: z.string().nullable(),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** A heading of the sheet and the field that it was taken for. */
export const importColumnSchema = z.object({
  index: z.int(),
  heading: z.string(),
  field: z.string().nullable(),
  samples: z.array(z.string()),
  /** Taken from what the caller mapped by hand an earlier time. */
  remembered: z.boolean(),
});

export const importFieldSchema = z.object({
  field: z.string(),
  label: z.string(),
  required: z.boolean(),
});

export const importRowStates = ['new', 'changed', 'unchanged', 'wrong'] as const;

/** `waiting` for its turn; `ahead`: how many come first. */
export const importSteps = ['waiting', 'reading', 'checking', 'writing'] as const;

export const importSchema = z.object({
  id: idSchema,
  /** `failed`: could not be read. A commit that came to nothing leaves it `previewed`. */
  status: z.enum(['reading', 'previewed', 'committing', 'committed', 'failed', 'discarded']),
  /** While a file is read for the first time what was asked for, and one of the caller's kinds where nothing was. */
  kind: importKindSchema,
  batchId: idSchema.nullable(),
  filename: z.string(),
  fileSize: z.int(),
  sheet: z.string(),
  headingRow: z.int(),
  columns: z.array(importColumnSchema),
  /** The fields that this kind knows, for mapping by hand. */
  fields: z.array(importFieldSchema),
  counts: z.object({
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    wrong: z.int(),
    rows: z.int(),
    /** By tier for cadres (`district`, `township`). */
    district: z.int(),
    township: z.int(),
    /** All of them; the lists below are cut short. */
    problems: z.int(),
    notices: z.int(),
    /** Rows with notices. */
    noticed: z.int(),
  }),
  /** Null unless it is being read or written: rows done, of how many. */
  progress: z
    .object({ step: z.enum(importSteps), done: z.int(), total: z.int(), ahead: z.int() })
    .nullable(),
  /** Why the last reading or writing came to nothing. */
  failure: z.object({ code: z.string(), title: z.string(), message: z.string() }).nullable(),
  /** The first thousand; each row has its own, and the list of problems has all. */
  problems: z.array(importProblemSchema),
  /** Worth knowing, not in the way: a party date that eligibility will judge, a home township not in the list. */
  notices: z.array(importProblemSchema),
  message: z.string().nullable(),
  /** Attendance: the sheets of the book, and its signs. */
  book: importBookSchema.nullable(),
  createdAt: z.string(),
  createdByName: z.string(),
  committedAt: z.string().nullable(),
  version: versionSchema,
});
export type Import = z.infer<typeof importSchema>;

export const importRowSchema = z.object({
  row: z.int(),
  state: z.enum(importRowStates),
  /** By field, as it would be written, ID numbers masked. */
  values: z.record(z.string(), z.string()),
  /** By field: old → new, for changed rows. */
  changes: z.array(z.object({ field: z.string(), was: z.string(), is: z.string() })),
  /** The fields that somebody corrected here, in the preview. */
  edited: z.array(z.string()),
  problems: z.array(importProblemSchema),
  notices: z.array(importProblemSchema),
});

const params = z.object({ id: idSchema });
const shared = { access: 'imports.use', tag: 'imports' } as const;

/**
 * Multipart: `file`, `kind` (without it, what the headings say), `batchId` (for cadres, villages);
 * nothing is written yet. Registers are imported by planners, attendance by officers.
 */
export const createImport = endpoint({
  ...shared,
  id: 'createImport',
  method: 'POST',
  path: '/api/imports',
  kind: 'upload',
  summary: '上传工作簿并预览',
  status: 201,
  respondAsync: true,
  reply: importSchema,
});

export const listImports = endpoint({
  ...shared,
  id: 'listImports',
  method: 'GET',
  path: '/api/imports',
  summary: '最近的导入',
  reply: z.object({
    items: z.array(
      importSchema.omit({
        problems: true,
        notices: true,
        columns: true,
        fields: true,
        book: true,
      }),
    ),
  }),
});

export const getImport = endpoint({
  ...shared,
  id: 'getImport',
  method: 'GET',
  path: '/api/imports/:id',
  summary: '一次导入的预览',
  params,
  reply: importSchema,
});

export const listImportRows = endpoint({
  ...shared,
  id: 'listImportRows',
  method: 'GET',
  path: '/api/imports/:id/rows',
  summary: '预览的行',
  params,
  query: z.object({
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(500).default(200),
    /** `noticed`: rows with something worth knowing, whatever their state. */
    state: z.enum([...importRowStates, 'noticed']).exactOptional(),
  }),
  reply: z.object({ items: z.array(importRowSchema), total: z.int() }),
});

/**
 * Reads the file again with other columns, sheets or signs (by index; null: not imported) or with cells corrected here,
 * against the registers as they are now. Empty lists: the same preview, renewed.
 */
export const remapImport = endpoint({
  ...shared,
  id: 'remapImport',
  method: 'PATCH',
  path: '/api/imports/:id',
  summary: '改列的对应、改单元格后重新预览',
  respondAsync: true,
  params,
  body: z.object({
    columns: z
      .array(z.object({ index: z.int().min(0), field: z.string().nullable() }))
      .max(256)
      .exactOptional(),
    cells: z
      .array(z.object({ row: z.int().min(1), field: z.string(), text: z.string().max(500) }))
      .max(1000)
      .exactOptional(),
    /** Attendance: whose a sheet is and of which month; null: what the sheet says. */
    sheets: z
      .array(
        z.object({
          index: z.int().min(0),
          townshipId: idSchema.nullable(),
          month: monthSchema.nullable(),
          use: z.boolean(),
        }),
      )
      .max(100)
      .exactOptional(),
    /** Attendance: what signs stand for, remembered for the caller's next book; null: forget it. */
    signs: z
      .array(z.object({ sign: z.string().min(1).max(20), means: signMeaningSchema.nullable() }))
      .max(50)
      .exactOptional(),
    version: versionSchema,
  }),
  reply: importSchema,
});

export const commitImport = endpoint({
  ...shared,
  id: 'commitImport',
  method: 'POST',
  path: '/api/imports/:id/commit',
  summary: '全部写入',
  respondAsync: true,
  params,
  reply: importSchema,
});

/**
 * Stops what is being read or written. A file that was never read goes; a preview stays as it was, and
 * nothing of a commit is kept.
 */
export const cancelImport = endpoint({
  ...shared,
  id: 'cancelImport',
  method: 'POST',
  path: '/api/imports/:id/cancel',
  summary: '中止读取或写入',
  kind: 'empty',
  params,
});

export const discardImport = endpoint({
  ...shared,
  id: 'discardImport',
  method: 'DELETE',
  path: '/api/imports/:id',
  summary: '放弃一次预览',
  kind: 'empty',
  params,
});

/**
 * What was uploaded, with bad cells filled, the reasons in notes and a list behind the sheets; for
 * others than the person who uploaded it, the list alone.
 */
export const importProblemsFile = endpoint({
  ...shared,
  id: 'importProblemsFile',
  method: 'GET',
  path: '/api/imports/:id/problems.xlsx',
  summary: '下载标出问题的表格',
  kind: 'file',
  params,
});
