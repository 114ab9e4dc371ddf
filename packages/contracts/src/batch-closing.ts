import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { evaluationKindSchema } from './evaluation-words.ts';
import { basisSchema } from './problems.ts';
import { idSchema, versionSchema, writtenText } from './values.ts';

/** The end of a batch: what keeps it from being closed, the act, and the report. */

const tag = 'termEnds';
const said = {
  code: z.string(),
  /** The kind of round that it is about. */
  round: evaluationKindSchema.nullable(),
  zh: z.string(),
  en: z.string(),
};

export const batchClosingSchema = z.object({
  batchId: idSchema,
  closedOn: z.string().nullable(),
  closedByName: z.string().nullable(),
  documentNumber: z.string().nullable(),
  /** What keeps it from being closed, of grades that may still change one by one; empty: it may be. */
  blockers: z.array(z.object({ ...said, basis: basisSchema })),
  /**
   * What is left and doesn't keep it from being closed. `late`: it may be entered afterwards too; the
   * rest can't be any more.
   */
  notes: z.array(z.object({ ...said, late: z.boolean() })),
  version: versionSchema,
});
export type BatchClosing = z.infer<typeof batchClosingSchema>;

const batchParams = z.object({ id: idSchema });

export const getBatchClosing = endpoint({
  id: 'getBatchClosing',
  method: 'GET',
  path: '/api/batches/:id/closing',
  access: 'termEnd.units',
  summary: '批次能否办结',
  tag,
  params: batchParams,
  reply: batchClosingSchema,
});

/** Read-only from then on, in the database too. */
export const closeBatch = endpoint({
  id: 'closeBatch',
  method: 'POST',
  path: '/api/batches/:id/close',
  access: 'termEnd.decide',
  summary: '办结批次',
  tag,
  params: batchParams,
  body: z.object({ documentNumber: writtenText(2, 80), version: versionSchema }),
  reply: batchClosingSchema,
});

export const exportTermReport = endpoint({
  id: 'exportTermReport',
  method: 'GET',
  path: '/api/batches/:id/term-report.docx',
  access: 'termEnd.units',
  summary: '选派工作期满总结（含图）',
  tag,
  kind: 'file',
  params: batchParams,
});
