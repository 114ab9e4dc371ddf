import type { WeightChanges } from '@xuanpai/contracts/plans';
import { checkPolicyChanges } from '@xuanpai/domain/policy/check';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { isPolicyKey, templateOf } from '@xuanpai/domain/policy/template';
import type { Fault } from '../../../lib/api-error.ts';
import { invalid } from '../../../lib/api-error.ts';

/**
 * The same check as the policy's own form: each value of a weight by its kind and range, all faults at
 * once at `weightChanges.score.sameUnit`. Throws `invalid`.
 */
export function checkWeights(changes: WeightChanges, policy: Policy): void {
  const entries = Object.entries(changes).map(([key, value]) => ({ key, value }));
  const faults = [
    ...checkPolicyChanges(entries, policy).map((fault) => ({
      ...fault,
      path: fault.path.replace(
        /^changes\.(\d+)\.(key|value)/,
        (_, at: string) => `weightChanges.${entries[Number(at)]?.key ?? ''}`,
      ),
    })),
    ...entries.flatMap(({ key }) => notAWeight(key)),
  ];
  if (faults.length > 0) throw invalid(faults);
}

function notAWeight(key: string): Fault[] {
  if (!isPolicyKey(key) || templateOf(key).group === 'scores') return [];
  const label = templateOf(key).label;
  return [
    {
      path: `weightChanges.${key}`,
      code: 'notAWeight',
      message: {
        zh: `“${label.zh}”不是测算的权重，不能只对一个方案改。`,
        en: `“${label.en}” is no weight; it can’t be changed for one plan.`,
      },
    },
  ];
}
