import type { PlainDate } from '@xuanpai/contracts/values';
import { addYears, ageOn } from './office/plain-date.ts';
import { atLeast, type Policy } from './policy/policy.ts';
import type { RuleFault } from './rule-fault.ts';

export interface MembershipDates {
  bornOn: PlainDate;
  joinedOn: PlainDate | null;
  fullMemberOn: PlainDate | null;
}

/**
 * Dates that can't be, whoever the person is: nobody joins the Party before the age that its
 * constitution asks for (policy `eligibility.joiningAge`, years), and nobody is a full member before
 * joining. Whether somebody is eligible for a batch is another question.
 *
 * Gives every fault, at the path of the date that can't be.
 */
export function membershipFaults(dates: MembershipDates, policy: Policy): RuleFault[] {
  return [joiningFault(dates, policy), fullMemberFault(dates)].filter((fault) => fault !== null);
}

function joiningFault({ bornOn, joinedOn }: MembershipDates, policy: Policy): RuleFault | null {
  const age = policy.bound('eligibility.joiningAge');
  if (joinedOn === null || atLeast(ageOn(bornOn, joinedOn), age)) return null;
  const earliest = addYears(bornOn, age.value);
  return {
    path: 'joinedOn',
    code: 'joinedTooYoung',
    message: {
      zh: `入党时间${joinedOn}早于年满${age.value}周岁（${earliest}）。`,
      en: `Joined on ${joinedOn}, before the age of ${age.value} (${earliest}).`,
    },
    basis: policy.basis('eligibility.joiningAge'),
    remedy: {
      zh: '请查档核对入党时间和身份证号。',
      en: 'Check the joining date and the ID number against the file.',
    },
  };
}

function fullMemberFault({ joinedOn, fullMemberOn }: MembershipDates): RuleFault | null {
  if (joinedOn === null || fullMemberOn === null || fullMemberOn >= joinedOn) return null;
  return {
    path: 'fullMemberOn',
    code: 'fullMemberBeforeJoining',
    message: {
      zh: `转正时间${fullMemberOn}早于入党时间${joinedOn}。`,
      en: `Full member on ${fullMemberOn}, before joining on ${joinedOn}.`,
    },
    basis: null,
    remedy: { zh: '请查档核对两个时间。', en: 'Check both dates against the file.' },
  };
}
