import { type EvidenceRefusal, evidenceRefusals } from '@xuanpai/domain/evidence/refusals';
import { ApiError } from '../api-error.ts';

/** Why a file isn't taken, at the file. */
export function evidenceRefused(code: EvidenceRefusal['code']): ApiError {
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
