import { isDeepStrictEqual } from 'node:util';
import type { WeightChanges } from '@xuanpai/contracts/plans';
import { type Policy, policyWith } from '@xuanpai/domain/policy/policy';
import { isPolicyKey } from '@xuanpai/domain/policy/template';
import type { Weights } from '@xuanpai/planner/model';
import { weightsOfPolicy } from '../../../lib/records/policy-weights.ts';

/**
 * The weights of a plan that are others than the policy's now; none where the policy has taken them
 * over since.
 */
export function ownWeights(kept: unknown, policy: Policy): WeightChanges {
  const changes = Object.entries((kept ?? {}) as WeightChanges);
  return Object.fromEntries(
    changes.filter(
      ([key, value]) => isPolicyKey(key) && !isDeepStrictEqual(policy.setting(key).value, value),
    ),
  );
}

/** The planner's weights as a batch's policy has them, and a plan's own before these. */
export function weightsOf(batchPolicy: Policy, own: WeightChanges): Weights {
  return weightsOfPolicy(policyWith(batchPolicy, own));
}
