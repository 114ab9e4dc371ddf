import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, addYears } from './office/plain-date.ts';
import type { Policy } from './policy/policy.ts';

/** D7, clause 二(四): the last day of a term of so many years: 2015-06-01 for 2 years → 2017-05-31. */
export function termEnd(startsOn: PlainDate, years: number): PlainDate {
  return addDays(addYears(startsOn, years), -1);
}

/** D7: whether a batch's term is as long as its policy says. */
export function isFullTerm(
  { startsOn, endsOn }: { startsOn: PlainDate; endsOn: PlainDate },
  policy: Policy,
): boolean {
  return endsOn === termEnd(startsOn, policy.number('dispatch.termYears'));
}
