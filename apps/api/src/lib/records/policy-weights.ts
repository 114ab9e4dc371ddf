import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Weights } from '@xuanpai/planner/model';

/** The planner’s weights as a policy has them. */
export function weightsOfPolicy(policy: Policy): Weights {
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
