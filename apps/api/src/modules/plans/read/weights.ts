import { isDeepStrictEqual } from 'node:util';
import type { WeightChanges } from '@xuanpai/contracts/plans';
import { type Policy, policyWith } from '@xuanpai/domain/policy/policy';
import { isPolicyKey } from '@xuanpai/domain/policy/template';
import type { Weights } from '@xuanpai/planner/model';

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
  const policy = policyWith(batchPolicy, own);
  return {
    need: policy.table<Weights['need']>('score.need'),
    rankBonus: policy.table<Weights['rankBonus']>('score.rankBonus'),
    matchSpeciality: policy.number('score.matchSpeciality'),
    matchUnit: policy.number('score.matchUnit'),
    firstSecretaryMatch: policy.number('score.firstSecretaryMatch'),
    deputyMatch: policy.number('score.deputyMatch'),
    sameUnit: policy.number('score.sameUnit'),
    inversion: policy.number('score.inversion'),
    homeTownship: policy.number('score.homeTownship'),
    balance: policy.number('score.balance'),
    unfilled: policy.number('score.unfilled'),
    splitUnit: policy.number('score.splitUnit'),
    publishedChange: policy.number('score.publishedChange'),
    townshipMatch: policy.number('score.townshipMatch'),
    leadingBodyElsewhere: policy.number('score.leadingBodyElsewhere'),
    laggingUnfilled: policy.number('score.laggingUnfilled'),
    preferred: policy.number('score.preferred'),
  };
}
