import type { Weighing } from '@xuanpai/contracts/plan-variants';
import type { WeightChanges } from '@xuanpai/contracts/plans';
import { scorePlan } from '@xuanpai/planner/score';
import { contributions } from '@xuanpai/planner/what-if/contributions';
import type { OpenPlan } from '../read/open-plan.ts';
import { ownWeights, weightsOf } from '../read/weights.ts';
import { checkWeights } from './weight-faults.ts';

/** Where a plan's points come from, by the weights that it is reckoned with. */
export function weigh({ plan, input, placement, weightChanges }: OpenPlan): Weighing {
  const { total, district, township } = scorePlan(input, placement);
  return {
    weightChanges,
    score: total,
    districtScore: district,
    townshipScore: township,
    contributions: contributions(input, placement).map(({ weight, quantity, points, levels }) => ({
      key: `score.${weight}`,
      quantity,
      points,
      levels: [...levels].map(([level, people]) => ({ level, people })),
    })),
    planVersion: plan.version,
  };
}

/** The same placement by other weights. Throws `invalid` with all faults. */
export function tryWeights(open: OpenPlan, changes: WeightChanges): Weighing {
  const { policy } = open.dossier;
  checkWeights(changes, policy);
  const own = ownWeights(changes, policy);
  return weigh({
    ...open,
    weightChanges: own,
    input: { ...open.input, weights: weightsOf(policy, own) },
  });
}
