import type { Basis, Change, ProblemCode } from '@xuanpai/contracts/problems';
import { problems } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import type { Json } from '@xuanpai/contracts/values';

/** One thing that is wrong, before the language is chosen. */
export interface Fault {
  path: string;
  code: string;
  message: Text;
  basis?: Basis | null;
  remedy?: Text | null;
}

export interface ApiErrorOptions {
  detail?: Text;
  faults?: Fault[];
  /** For `staleVersion`: the row as it is now, and what changed. */
  current?: Json;
  changes?: Change[];
  /** Seconds. */
  retryAfter?: number;
}

/** The one way to refuse a request; `plugins/errors` turns it into problem+json. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ProblemCode;
  readonly options: ApiErrorOptions;

  constructor(code: ProblemCode, options: ApiErrorOptions = {}) {
    super(options.detail?.en ?? problems[code].en);
    this.code = code;
    this.options = options;
  }
}

export function notFound() {
  return new ApiError('notFound');
}

/** Input that a rule of form refuses: all faults together. */
export function invalid(faults: Fault[]) {
  return new ApiError('invalid', { faults });
}

/** A rule of the policy or the notice: all faults together, each with its basis. */
export function ruleViolated(faults: Fault[], detail?: Text) {
  return new ApiError('ruleViolated', detail ? { faults, detail } : { faults });
}
