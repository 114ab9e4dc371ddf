import { type ImportKind, importKindSchema } from '@xuanpai/contracts/imports';
import { idSchema } from '@xuanpai/contracts/values';
import { maskIdNumbers } from '@xuanpai/domain/office/id-number';
import type { FastifyRequest } from 'fastify';
import { ApiError, type Fault, invalid } from '../../lib/api-error.ts';
import { formatAtSight } from '../../lib/sheet/at-sight.ts';
import { refusalOf } from './refusals.ts';

export interface Upload {
  /** Null: what the headings say. */
  kind: ImportKind | null;
  batchId: string | null;
  filename: string;
  bytes: Buffer;
}

/** Megabytes of a file. A register of 100,000 people takes about 12. */
const most = 50;

/**
 * Takes the parts of the form in any order: `file`, `kind`, `batchId`. Throws `invalid`, `tooLarge`, and
 * `fileRefused` for what is no sheet at first sight.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new ApiError('badRequest');
  const { fields, file } = await partsOf(request).catch((error: unknown) => {
    throw isTooLarge(error) ? tooLarge() : new ApiError('badRequest');
  });
  const kind = importKindSchema.nullable().safeParse(fields.get('kind') || null);
  const batchId = fields.get('batchId') || null;
  const faults: Fault[] = [];
  if (!file) faults.push(fault('file', { zh: '没有选择文件。', en: 'No file was chosen.' }));
  if (!kind.success)
    faults.push(fault('kind', { zh: '没有这类名册。', en: 'There is no such register.' }));
  if (batchId && !idSchema.safeParse(batchId).success) {
    faults.push(fault('batchId', { zh: '没有这个批次。', en: 'There is no such batch.' }));
  }
  if (!file || !kind.success || faults.length > 0) throw invalid(faults);
  checkAtSight(file);
  return { kind: kind.data, batchId, ...file };
}

function checkAtSight({ bytes, filename }: Pick<Upload, 'bytes' | 'filename'>): void {
  try {
    formatAtSight(bytes, filename);
  } catch (error) {
    throw refusalOf(error);
  }
}

async function partsOf(request: FastifyRequest) {
  const fields = new Map<string, string>();
  let file: { filename: string; bytes: Buffer } | null = null;
  for await (const part of request.parts({ limits: { fileSize: most * 1024 * 1024 } })) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value));
    else file = { filename: nameOf(part.filename), bytes: await part.toBuffer() };
  }
  return { fields, file };
}

/** Everything else that reading a form throws is a form without its end or its boundary. */
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 413;
}

function tooLarge(): ApiError {
  const message = {
    zh: `文件超过${most} MB，不能上传。`,
    en: `The file is larger than ${most} MB and can't be uploaded.`,
  };
  const remedy = {
    zh: '请删去与名册无关的表和图片后另存，或分成几个文件上传。',
    en: 'Remove sheets and pictures that don’t belong to the register, or upload it in parts.',
  };
  return new ApiError('tooLarge', {
    detail: { zh: message.zh + remedy.zh, en: `${message.en} ${remedy.en}` },
    faults: [{ path: 'file', code: 'tooLarge', message, basis: null, remedy }],
  });
}

function fault(path: string, message: Fault['message']): Fault {
  return { path, code: 'required', message };
}

/**
 * Browsers send the bare name; whatever stands before a slash is a folder of somebody's machine. Some
 * name a file by the person's ID number.
 */
function nameOf(filename: string): string {
  return maskIdNumbers((filename.split(/[\\/]/).at(-1) ?? '').slice(-200)) || 'file';
}
