import type { PolicyParameter } from '@xuanpai/contracts/policy';
import { ApiProblem, problemOf } from '../../lib/api-problem.ts';
import { fieldOf } from './policy-values.ts';

/** The server's paths (`changes.0.value.weakLax`) as the form's: `parameters.score_need.value.weakLax`. */
export function atFields(
  error: unknown,
  sent: readonly Pick<PolicyParameter, 'key'>[],
): ApiProblem {
  const problem = problemOf(error);
  const errors = problem.errors.map((one) => {
    const [, index, rest] = /^changes\.(\d+)\.(.+)$/.exec(one.path) ?? [];
    const key = sent[Number(index)]?.key;
    if (key === undefined) return one;
    return { ...one, path: `parameters.${fieldOf(key)}.${rest}` };
  });
  return new ApiProblem({
    code: problem.code,
    status: problem.status,
    title: problem.title,
    detail: problem.detail,
    errors,
    changes: [...problem.changes],
  });
}
