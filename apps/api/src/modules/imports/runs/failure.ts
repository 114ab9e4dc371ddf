import type { ProblemCode } from '@xuanpai/contracts/problems';
import { problems } from '@xuanpai/contracts/problems';
import type { Language } from '@xuanpai/contracts/text';
import { ApiError, type ApiErrorOptions } from '../../../lib/api-error.ts';
import { meaningOf } from '../../../lib/constraints.ts';
import type { Keyring } from '../../../lib/keyring.ts';

/** Why a run came to nothing, in a form that threads, processes and rows can hold. */
export interface Failure {
  code: ProblemCode;
  options: ApiErrorOptions;
  /** For the log, where it is nobody's doing. */
  stack?: string;
}

export function failureOf(error: unknown): Failure {
  const known = error instanceof ApiError ? error : meaningOf(error);
  if (known) return { code: known.code, options: known.options };
  const timedOut = error instanceof Error && 'code' in error && error.code === 'P2028';
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: timedOut ? 'unavailable' : 'internal', options: {}, stack };
}

export function errorOf({ code, options }: Failure): ApiError {
  return new ApiError(code, options);
}

/** What the page says of it. */
export function failureWords({ code, options }: Failure, language: Language) {
  const title = problems[code][language];
  const detail = options.detail?.[language] ?? options.faults?.[0]?.message[language];
  return { code, title, message: detail ?? title };
}

/** The process that had it is gone, or was told to stop. */
export const interrupted = {
  read: {
    code: 'unavailable',
    options: {
      detail: {
        zh: '读取中断，没有写入任何内容，请重新上传。',
        en: 'The reading was cut off; nothing was written. Upload the file again.',
      },
    },
  },
  readAgain: {
    code: 'unavailable',
    options: {
      detail: {
        zh: '重新核对中断，没有写入任何内容，预览还是原来的，请再试一次。',
        en: 'Checking again was cut off; nothing was written and the preview is as before. Try again.',
      },
    },
  },
  commit: {
    code: 'unavailable',
    options: {
      detail: {
        zh: '写入中断，没有写入任何内容，请重新写入。',
        en: 'The writing was cut off; nothing was written. Write it again.',
      },
    },
  },
} as const satisfies Record<string, Failure>;

const place = (id: string) => ({ table: 'import', column: 'failure', id });

export function sealFailure(keys: Keyring, importId: string, { code, options }: Failure): string {
  return keys.seal(JSON.stringify({ code, options }), place(importId));
}

export function openFailure(keys: Keyring, importId: string, sealed: string | null) {
  return sealed === null ? null : (JSON.parse(keys.open(sealed, place(importId))) as Failure);
}
