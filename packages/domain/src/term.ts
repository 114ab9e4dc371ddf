import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, addYears } from './office/plain-date.ts';
import type { Policy } from './policy/policy.ts';
import type { RuleFault } from './rule-fault.ts';

/** D7, clause 二（四）: the last day of a term of so many years: 2015-06-01 for 2 years → 2017-05-31. */
export function termEnd(startsOn: PlainDate, years: number): PlainDate {
  return addDays(addYears(startsOn, years), -1);
}

/** S4: the last day to which somebody whose post ends on a day can be kept: another whole term. */
export function longestStay(endsOn: PlainDate, policy: Policy): PlainDate {
  return termEnd(addDays(endsOn, 1), policy.number('dispatch.termYears'));
}

export function staysTooLong(path: string, endsOn: PlainDate, policy: Policy): RuleFault {
  const last = longestStay(endsOn, policy);
  return {
    ...{ path, code: 'tooLate', basis: { kind: 'reading', source: '按本办理解' } },
    message: {
      zh: `一次延长不超过一个任期，最迟到${last}。`,
      en: `At most another term at once, until ${last}.`,
    },
    remedy: { zh: '到期仍未完成的，可再延长。', en: 'It can be extended again when it ends.' },
  };
}

/** D7: whether a batch's term is as long as its policy says. */
export function isFullTerm(
  { startsOn, endsOn }: { startsOn: PlainDate; endsOn: PlainDate },
  policy: Policy,
): boolean {
  return endsOn === termEnd(startsOn, policy.number('dispatch.termYears'));
}
