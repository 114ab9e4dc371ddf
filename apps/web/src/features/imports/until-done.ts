import type { Import } from '@xuanpai/contracts/imports';
import { ApiProblem } from '../../lib/api-problem.ts';
import { betweenLooks } from './queries.ts';

/**
 * Looks at an import until nothing is being done with it, telling each look. Throws `ApiProblem` with
 * what came of it, and the signal's reason.
 */
export async function untilDone(
  started: Import,
  look: () => Promise<Import>,
  onLook: (now: Import) => void,
  signal?: AbortSignal,
): Promise<Import> {
  let now = started;
  onLook(now);
  while (now.progress) {
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    signal?.throwIfAborted();
    now = await look();
    onLook(now);
  }
  const failure = failureOf(now);
  if (failure) throw failure;
  return now;
}

/** Why the last reading or writing came to nothing, as a refusal. */
export function failureOf({ failure }: Pick<Import, 'failure'>): ApiProblem | null {
  if (!failure) return null;
  const { code, title, message } = failure;
  return new ApiProblem({ code: code as ApiProblem['code'], title, detail: message });
}
