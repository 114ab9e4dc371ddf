import type { Finding } from '@xuanpai/contracts/nominations';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Nominee } from './eligibility.ts';
import { addMonths, daysBetween } from './office/plain-date.ts';
import { normalText } from './office/text.ts';
import type { Policy } from './policy/policy.ts';

type Membership = Pick<Nominee, 'politicalStatus' | 'joinedOn' | 'fullMemberOn'>;

/** Joining + probation (one year), where the register has no date of full membership; else null. */
export function presumedFullMember(
  { joinedOn, fullMemberOn }: Pick<Membership, 'joinedOn' | 'fullMemberOn'>,
  policy: Policy,
): PlainDate | null {
  if (fullMemberOn !== null || joinedOn === null) return null;
  return addMonths(joinedOn, policy.number('eligibility.probationMonths'));
}

/**
 * D5: a full member of the Party on the day, without exception. The register's date of full
 * membership decides; where it is empty, joining + one year is presumed and the unit confirms it.
 */
export function membershipFindings(nominee: Membership, policy: Policy, on: PlainDate): Finding[] {
  const { joinedOn, fullMemberOn } = nominee;
  const required = policy.basis('eligibility.fullMember');
  const status = statusOf(nominee.politicalStatus);
  if (status === 'other') {
    const facts = { politicalStatus: nominee.politicalStatus ?? '' };
    return [{ code: 'notPartyMember', weight: 'blocks', facts, basis: required }];
  }
  if (joinedOn !== null && joinedOn > on) {
    const facts = { joinedOn, on };
    return [{ code: 'joinedAfterBatch', weight: 'blocks', facts, basis: required }];
  }
  if (fullMemberOn !== null) return statedFindings(nominee, fullMemberOn, policy, on);
  if (status === 'probationary' || joinedOn === null) return unknownFindings(nominee, policy, on);
  return presumedFindings(joinedOn, policy, on);
}

/** The register has the date: before it nobody is a full member. */
function statedFindings(
  { joinedOn }: Membership,
  fullMemberOn: PlainDate,
  policy: Policy,
  on: PlainDate,
): Finding[] {
  if (fullMemberOn > on) {
    const facts = { fullMemberOn, on, ...shortBy(on, fullMemberOn) };
    const basis = policy.basis('eligibility.fullMember');
    return [{ code: 'fullMemberAfterBatch', weight: 'blocks', facts, basis }];
  }
  const months = policy.number('eligibility.probationMonths');
  if (joinedOn === null || fullMemberOn >= addMonths(joinedOn, months)) return [];
  const facts = { joinedOn, fullMemberOn, months };
  const basis = policy.basis('eligibility.probationMonths');
  return [{ code: 'probationShort', weight: 'mark', facts, basis }];
}

/** Only the joining is known: full membership is presumed after the probation. */
function presumedFindings(joinedOn: PlainDate, policy: Policy, on: PlainDate): Finding[] {
  const months = policy.number('eligibility.probationMonths');
  const presumedOn = addMonths(joinedOn, months);
  const facts = { joinedOn, presumedOn, months, on };
  if (presumedOn > on) {
    const short = { ...facts, ...shortBy(on, presumedOn) };
    const basis = policy.basis('eligibility.fullMember');
    return [{ code: 'notYetFullMember', weight: 'blocks', facts: short, basis }];
  }
  const basis = policy.basis('eligibility.probationMonths');
  return [{ code: 'membershipPresumed', weight: 'mark', facts, basis }];
}

/** Neither date, or written down as probationary: the file has to say. */
function unknownFindings(
  { politicalStatus, joinedOn }: Membership,
  policy: Policy,
  on: PlainDate,
): Finding[] {
  const basis = policy.basis('eligibility.fullMember');
  if (statusOf(politicalStatus) === 'probationary') {
    const joined = joinedOn === null ? {} : { joinedOn };
    const facts = { politicalStatus: politicalStatus ?? '', on, ...joined };
    return [{ code: 'probationary', weight: 'blocks', facts, basis }];
  }
  return [{ code: 'joinedUnknown', weight: 'verify', facts: { on }, basis }];
}

/** An empty cell says nothing: the dates decide then. */
function statusOf(politicalStatus: string | null): 'member' | 'probationary' | 'other' {
  const text = normalText(politicalStatus ?? '').replaceAll(' ', '');
  if (text === '') return 'member';
  if (text.includes('预备')) return 'probationary';
  return /^(中共|中国共产党)?(正式)?党员$/.test(text) ? 'member' : 'other';
}

/** How far off a later day is: months of the calendar, and days. */
function shortBy(on: PlainDate, later: PlainDate) {
  const months = (date: PlainDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return { monthsShort: months(later) - months(on), daysShort: daysBetween(on, later) };
}
