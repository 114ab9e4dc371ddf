import type { Finding } from '@xuanpai/contracts/nominations';
import type { Text } from '@xuanpai/contracts/text';
import { isPlaceable, type Judged } from '@xuanpai/domain/eligibility';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { waysOut } from '@xuanpai/domain/ways-out';
import type { SetAside } from './dossier.ts';

/** Why somebody isn't placed, short enough to stand in brackets behind a name. */
const reasons: Record<Finding['code'], Text> = {
  notYetFullMember: { zh: '尚未转正', en: 'not yet a full member' },
  joinedAfterBatch: { zh: '入党时间晚于基准日', en: 'joined after the batch date' },
  fullMemberAfterBatch: { zh: '转正时间晚于基准日', en: 'full member after the batch date' },
  notPartyMember: { zh: '不是中共党员', en: 'not a Party member' },
  probationary: { zh: '预备党员', en: 'a probationary member' },
  probationShort: { zh: '预备期待核对', en: 'probation to be checked' },
  joinedUnknown: { zh: '入党时间待核实', en: 'joining date to be verified' },
  membershipPresumed: { zh: '推定转正', en: 'membership presumed' },
  overAge: { zh: '年龄待研究', en: 'age to be studied' },
  categoryMismatch: { zh: '选派类别与层级不符', en: 'category of the other tier' },
  rankMismatch: { zh: '职级与选派类别不符', en: 'rank does not fit the category' },
};

/** D1, D5: what keeps a nominee out of the plan; null for whoever may be placed. */
export function setAsideBy({ judgement, findings }: Judged, policy: Policy): SetAside | null {
  if (isPlaceable(judgement)) return null;
  const weights = ['blocks', 'verify', 'study'];
  const [worst] = weights.flatMap((weight) => findings.filter((found) => found.weight === weight));
  const ways = waysOut(judgement, findings);
  if (worst) return { reason: reasons[worst.code], basis: worst.basis, ways };
  return {
    reason: { zh: '不符合选派条件', en: 'not eligible' },
    basis: policy.basis('eligibility.fullMember'),
    ways,
  };
}

/** Whoever was replaced or withdrawn after being placed. */
export function noLongerNamed(policy: Policy): SetAside {
  return {
    reason: { zh: '已更换或退出，不在人选中', en: 'replaced or withdrawn, no longer named' },
    basis: policy.basis('eligibility.scope'),
    ways: [],
  };
}
