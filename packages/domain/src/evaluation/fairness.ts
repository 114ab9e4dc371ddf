import type { Fairness, Spread } from '@xuanpai/contracts/evaluation-teams';
import type { Grade } from '@xuanpai/contracts/evaluation-words';
import type { Policy } from '../policy/policy.ts';
import { rungOf } from './grades.ts';
import { percent } from './share.ts';

/** Under this many graded people a share says little. */
const few = 10;

/** How grades are spread; null: not graded yet. */
export function spreadOf(grades: readonly (Grade | null)[]): Omit<Spread, 'id' | 'name'> {
  const rungs: Spread['rungs'] = [0, 0, 0, 0];
  let none = 0;
  let open = 0;
  for (const grade of grades) {
    const rung = grade && rungOf(grade);
    if (grade === null) open += 1;
    else if (rung === null) none += 1;
    else rungs[rung] = (rungs[rung] ?? 0) + 1;
  }
  const graded = rungs.reduce((sum, one) => sum + one, 0);
  return {
    ...{ people: grades.length, rungs, none, open },
    excellentShare: graded === 0 ? null : percent(rungs[0], graded),
    few: graded < few,
  };
}

/** E4: a quota that a batch set for itself warns; it decides nothing. */
export function quotaOf(
  { people, rungs }: Pick<Spread, 'people' | 'rungs'>,
  policy: Policy,
): Fairness['quota'] {
  if (!policy.isOn('evaluation.ownQuota')) return null;
  const share = policy.number('evaluation.ownQuotaPercent');
  const [excellent] = rungs;
  const most = Math.floor((people * share) / 100);
  return { percent: share, people: most, excellent, over: excellent > most };
}
