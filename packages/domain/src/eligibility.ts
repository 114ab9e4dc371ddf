import type { Finding, Judgement } from '@xuanpai/contracts/nominations';
import type { Category, PlainDate, Rank } from '@xuanpai/contracts/values';
import { ageFinding } from './eligibility-age.ts';
import { membershipFindings, presumedFullMember } from './eligibility-membership.ts';
import { scopeFinding } from './eligibility-scope.ts';
import { ageOn } from './office/plain-date.ts';
import type { Policy } from './policy/policy.ts';

/** What of a nominee the rules look at. Party dates known by month are the first of that month. */
export interface Nominee {
  tier: 'district' | 'township';
  category: Category;
  rank: Rank;
  bornOn: PlainDate;
  politicalStatus: string | null;
  joinedOn: PlainDate | null;
  fullMemberOn: PlainDate | null;
  /** Why a planner accepted the age, where one did. */
  acceptedReason: string | null;
}

export interface Judged {
  judgement: Judgement;
  findings: Finding[];
  /** Full years on the day of judging. */
  age: number;
  /** Joining + probation, where the register has no date of full membership. */
  presumedFullMemberOn: PlainDate | null;
}

/**
 * Judges a nominee on a day, by D1 (who may be dispatched by which tier) and D5 (full Party member
 * without exception, age). A planner's acceptance settles the age only. The findings carry the facts
 * and the basis of each; the worst one decides.
 */
export function judge(nominee: Nominee, policy: Policy, on: PlainDate): Judged {
  const findings = [
    ...scopeFinding(nominee, policy),
    ...membershipFindings(nominee, policy, on),
    ...ageFinding(nominee, policy, on),
  ];
  return {
    judgement: judgementOf(findings, nominee.acceptedReason),
    findings,
    age: ageOn(nominee.bornOn, on),
    presumedFullMemberOn: presumedFullMember(nominee, policy),
  };
}

function judgementOf(findings: readonly Finding[], acceptedReason: string | null): Judgement {
  const has = (weight: Finding['weight']) => findings.some((found) => found.weight === weight);
  if (has('blocks')) return 'notEligible';
  if (has('verify')) return 'toVerify';
  if (has('study')) return acceptedReason === null ? 'toStudy' : 'accepted';
  return 'eligible';
}

/** Whether a plan may place somebody judged so: 符合, or 经研究同意. */
export function isPlaceable(judgement: Judgement): boolean {
  return judgement === 'eligible' || judgement === 'accepted';
}

/** Whether full membership rests on the presumption and the unit has still to confirm it. */
export function isPresumed(findings: readonly Finding[]): boolean {
  return findings.some(({ code }) => code === 'membershipPresumed');
}
