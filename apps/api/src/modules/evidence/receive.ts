import { evidenceName } from '@xuanpai/domain/evidence/file-name';
import { tooLargeRefusal } from '@xuanpai/domain/evidence/refusals';
import type { FastifyRequest } from 'fastify';
import { ApiError, invalid } from '../../lib/api-error.ts';
import { isBrokenForm, isTooLarge } from '../../lib/broken-form.ts';
import type { FileStore, Received } from '../../lib/evidence/store.ts';

export interface Arrived {
  name: string;
  file: Received;
}

/**
 * Takes the file of a form to the disk as it comes. What breaks off, or is too large, leaves nothing.
 * Throws `badRequest`, `invalid`, `tooLarge`, `storageFull`.
 */
export async function receiveFile(
  store: FileStore,
  request: FastifyRequest,
  megabytes: number,
): Promise<Arrived> {
  if (!request.isMultipart()) throw new ApiError('badRequest');
  let arrived: Arrived | null = null;
  try {
    const limits = { fileSize: megabytes * 1024 * 1024 };
    for await (const part of request.parts({ limits })) {
      if (part.type !== 'file') continue;
      const file = await store.receive(part.file);
      arrived = { name: evidenceName(part.filename), file };
      if (part.file.truncated) throw tooLarge(megabytes);
    }
  } catch (error) {
    if (arrived) await store.forget(arrived.file);
    throw asRefusal(error, megabytes);
  }
  if (arrived) return arrived;
  const message = { zh: '没有选择文件。', en: 'No file was chosen.' };
  throw invalid([{ path: 'file', code: 'required', message }]);
}

function asRefusal(error: unknown, megabytes: number): unknown {
  if (error instanceof ApiError) return error;
  if (isTooLarge(error)) return tooLarge(megabytes);
  return isBrokenForm(error) ? new ApiError('badRequest') : error;
}

function tooLarge(megabytes: number): ApiError {
  const { code, message, remedy } = tooLargeRefusal(megabytes);
  return new ApiError('tooLarge', {
    detail: {
      zh: message.zh + (remedy?.zh ?? ''),
      en: `${message.en} ${remedy?.en ?? ''}`.trim(),
    },
    faults: [{ path: 'file', code, message, remedy }],
  });
}
