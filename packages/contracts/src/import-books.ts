import { z } from 'zod';
import { halfSign, marks } from './attendance-marks.ts';
import { idSchema } from './values.ts';

/** What an office means by a sign: a mark, or △. */
export const signMeaningSchema = z.enum([...marks, halfSign]);
export type SignMeaning = z.infer<typeof signMeaningSchema>;

/** A sheet of a book of monthly sheets: which township's and month's it is taken for. */
export const importSheetSchema = z.object({
  index: z.int(),
  name: z.string(),
  rows: z.int(),
  townshipId: idSchema.nullable(),
  townshipName: z.string().nullable(),
  month: z.string().nullable(),
  /** Township or month were chosen here. */
  chosen: z.boolean(),
  /** `foreign`: another township's, which is left out. */
  use: z.enum(['read', 'foreign', 'leftOut']),
});
export type ImportSheet = z.infer<typeof importSheetSchema>;

/** A sign that isn't known, or that the caller explained. */
export const importSignSchema = z.object({
  sign: z.string(),
  /** Cells that it stands in. */
  count: z.int(),
  means: signMeaningSchema.nullable(),
});
export type ImportSign = z.infer<typeof importSignSchema>;

/** A book of several sheets as it was read, and the signs in them. */
export const importBookSchema = z.object({
  sheets: z.array(importSheetSchema),
  signs: z.array(importSignSchema),
  /** Those whose log the caller keeps. */
  townships: z.array(z.object({ id: idSchema, name: z.string() })),
});
export type ImportBook = z.infer<typeof importBookSchema>;
