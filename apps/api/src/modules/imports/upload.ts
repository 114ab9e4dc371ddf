import { type ImportKind, importKindSchema } from '@xuanpai/contracts/imports';
import { idSchema } from '@xuanpai/contracts/values';
import { maskIdNumbers } from '@xuanpai/domain/office/id-number';
import type { FastifyRequest } from 'fastify';
import { ApiError, type Fault, invalid } from '../../lib/api-error.ts';
import { isBrokenForm, isTooLarge } from '../../lib/broken-form.ts';
import type { Deps } from '../../lib/deps.ts';
import { Sight } from '../../lib/sheet/at-sight.ts';
import { forgetPieces, type KeptFile, keepPieces } from './pieces.ts';
import { refusalOf } from './refusals.ts';

export interface Upload {
  /** Null: what the headings say. */
  kind: ImportKind | null;
  batchId: string | null;
  filename: string;
  file: KeptFile;
}

/** Megabytes of a file. A register of 100,000 people takes about 12. */
const most = 50;

/**
 * Takes the parts of the form in any order: `file`, `kind`, `batchId`; the file is kept as it comes.
 * Throws `badRequest`, `invalid`, `tooLarge`, and `fileRefused` for what is no sheet at first sight; of
 * what is refused nothing stays.
 */
export async function readUpload(deps: Keeper, request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new ApiError('badRequest');
  const parts: Parts = { fields: new Map(), file: null };
  try {
    await takeParts(deps, request, parts);
    return uploadOf(parts);
  } catch (error) {
    if (parts.file) await forgetPieces(deps.db, parts.file.file);
    throw refused(error);
  }
}

type Keeper = Pick<Deps, 'db' | 'keys'>;

interface Parts {
  fields: Map<string, string>;
  file: Pick<Upload, 'filename' | 'file'> | null;
}

async function takeParts(deps: Keeper, request: FastifyRequest, parts: Parts): Promise<void> {
  for await (const part of request.parts({ limits: { fileSize: most * 1024 * 1024 } })) {
    if (part.type === 'field') {
      parts.fields.set(part.fieldname, String(part.value));
      continue;
    }
    if (parts.file) throw new ApiError('badRequest');
    const sight = new Sight(part.filename);
    const keeping = keepPieces(deps, part.file, (piece) => sight.take(piece));
    const file = await keeping.catch((error: unknown) => {
      throw part.file.truncated ? tooLarge() : error;
    });
    parts.file = { filename: nameOf(part.filename), file };
    if (part.file.truncated) throw tooLarge();
    sight.end();
  }
}

function uploadOf({ fields, file }: Parts): Upload {
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
  return { kind: kind.data, batchId, ...file };
}

function refused(error: unknown): unknown {
  const known = refusalOf(error);
  if (known instanceof ApiError) return known;
  if (isTooLarge(error)) return tooLarge();
  return isBrokenForm(error) ? new ApiError('badRequest') : error;
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
