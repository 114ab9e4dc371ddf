import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, knownSchema, plainDateSchema } from './values.ts';
import type { Word } from './words.ts';

/** Files beside rows of the field: welcome, never demanded (M8). */

const tag = 'evidence';

/** What a file may belong to. The API's `lib/evidence/owners.ts` says of each who reaches it. */
export const evidenceOwnerKinds = [
  'training',
  'example',
  'project',
  'help',
  'inspection',
  'finding',
  'targetSheet',
  'workRule',
  'evaluationVisit',
] as const;
export const evidenceOwnerKindSchema = z.enum(evidenceOwnerKinds);
export type EvidenceOwnerKind = z.infer<typeof evidenceOwnerKindSchema>;

/** Whose a file is. */
export interface EvidenceOwner {
  kind: EvidenceOwnerKind;
  id: string;
}

export const evidenceTypes = ['pdf', 'jpeg', 'png', 'docx', 'xlsx'] as const;
export const evidenceTypeSchema = z.enum(evidenceTypes);
export type EvidenceType = z.infer<typeof evidenceTypeSchema>;

export const evidenceTypeWords = {
  pdf: { zh: 'PDF', en: 'PDF' },
  jpeg: { zh: '图片', en: 'Picture' },
  png: { zh: '图片', en: 'Picture' },
  docx: { zh: 'Word 文档', en: 'Word document' },
  xlsx: { zh: 'Excel 工作簿', en: 'Excel workbook' },
} as const satisfies Record<EvidenceType, Word>;

/** As the file field takes them. */
export const evidenceAccept = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx';

/** The size of a file is a setting of the server: `listEvidence` says it. */
export const evidenceLimits = {
  /** Of a row of the field. */
  files: 50,
  /** Characters of a name; longer ones are cut, their ending kept. */
  name: 120,
} as const;

export const isPicture = (type: EvidenceType) => type === 'jpeg' || type === 'png';

export const evidenceSchema = z.object({
  id: idSchema,
  name: z.string(),
  type: evidenceTypeSchema,
  /** Bytes. */
  size: z.int(),
  /** Of a picture, in pixels; else null. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  uploadedByName: z.string(),
  uploadedAt: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const owner = z.object({ kind: evidenceOwnerKindSchema, ownerId: idSchema });
const params = z.object({ id: idSchema });

export const listEvidence = endpoint({
  id: 'listEvidence',
  method: 'GET',
  path: '/api/evidence',
  access: 'evidence.read',
  summary: '一事一项的附件',
  tag,
  /** Of a day that is over: those that were there at its end. */
  query: owner.extend({
    on: plainDateSchema.exactOptional(),
    known: knownSchema.exactOptional(),
  }),
  reply: z.object({
    items: z.array(evidenceSchema),
    /** The caller may add and remove. */
    writable: z.boolean(),
    /** Why not, as things stand, for who otherwise might. */
    locked: z.string().nullable(),
    /** The most that a file may have. */
    megabytes: z.int(),
  }),
});

/** Multipart: `file`. The same file sent to the same row once more is the file that is there. */
export const uploadEvidence = endpoint({
  id: 'uploadEvidence',
  method: 'POST',
  path: '/api/evidence',
  access: 'evidence.write',
  summary: '上传附件（PDF、JPEG、PNG、.docx、.xlsx）',
  tag,
  kind: 'upload',
  status: 201,
  query: owner,
  reply: evidenceSchema,
});

export const evidenceFile = endpoint({
  id: 'evidenceFile',
  method: 'GET',
  path: '/api/evidence/:id/file',
  access: 'evidence.read',
  summary: '下载附件',
  tag,
  kind: 'file',
  params,
});

/** A JPEG that fits 480 × 480, of a picture; 404 of anything else. */
export const evidenceThumbnail = endpoint({
  id: 'evidenceThumbnail',
  method: 'GET',
  path: '/api/evidence/:id/thumbnail',
  access: 'evidence.read',
  summary: '图片附件的缩略图',
  tag,
  kind: 'file',
  params,
});

export const deleteEvidence = endpoint({
  id: 'deleteEvidence',
  method: 'DELETE',
  path: '/api/evidence/:id',
  access: 'evidence.write',
  summary: '删除附件',
  tag,
  kind: 'empty',
  params,
  /** Sent by mistake: not a file of any day any more. Otherwise it stays one of the days on which it was there. */
  query: z.object({ wholly: z.stringbool().exactOptional() }),
});
