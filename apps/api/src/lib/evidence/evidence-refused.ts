import { evidenceRefusals } from '@xuanpai/domain/evidence/refusals';
import { ApiError } from '../api-error.ts';

/** Why a file isn't taken, at the file. */
export function evidenceRefused(code: keyof typeof evidenceRefusals): ApiError {
  const { message, remedy } = evidenceRefusals[code];
  const detail = {
    zh: message.zh + (remedy?.zh ?? ''),
    en: remedy ? `${message.en} ${remedy.en}` : message.en,
  };
  return new ApiError('evidenceRefused', {
    detail,
    faults: [{ path: 'file', code, message, remedy }],
  });
}
