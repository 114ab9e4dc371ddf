import { ApiError, type Fault } from './api-error.ts';

/** What is already there under another row: a conflict, not a slip of the pen. */
export const takenCode = 'taken';

/**
 * Refuses an input with all its faults at once; nothing happens when there are none. The status
 * follows what kind they are: only doubles → `conflict`, only rules with a basis → `ruleViolated`,
 * else `invalid`.
 */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  throw new ApiError(codeOf(faults), { faults: [...faults] });
}

function codeOf(faults: readonly Fault[]) {
  if (faults.every(({ code }) => code === takenCode)) return 'conflict';
  return faults.every(({ basis }) => basis) ? 'ruleViolated' : 'invalid';
}
