import type { Category, PlainDate } from '@xuanpai/contracts/values';
import { fitsTier } from '../eligibility-scope.ts';
import type { Policy } from '../policy/policy.ts';
import type { DispatchTier } from '../posts.ts';
import type { RuleFault } from '../rule-fault.ts';
import { fault } from './dates.ts';

/** The post to be taken. */
export interface Seat {
  villageName: string;
  townshipId: string;
  townshipName: string;
  tier: DispatchTier;
  /** D4: the village asks for a member of the leading body. */
  leadingBody: boolean;
}

/** Whoever is to take it. */
export interface Comer {
  cadreId: string;
  name: string;
  unitName: string;
  /** Of the own office; null for a district unit. */
  townshipId: string | null;
  category: Category;
}

/** Another post of a person. */
export interface OtherPost {
  villageName: string;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
}

/**
 * Why somebody can't take a post, whatever their own file says: D1 (each tier sends its own), D7 (by
 * reading, a township's cadre stays inside the own township), D4 (a lagging village takes a member of
 * the leading body). Eligibility (D5) is `judge`.
 */
export function seatFaults(
  seat: Seat,
  comer: Comer,
  policy: Policy,
  path = 'cadreId',
): RuleFault[] {
  const tier: DispatchTier = comer.townshipId === null ? 'district' : 'township';
  const { name, unitName } = comer;
  if (tier !== seat.tier) {
    const message = {
      zh: `${name}是${unitName}的干部，${seat.villageName}由${seat.tier === 'district' ? '区直单位' : '镇街'}选派。`,
      en: `${name} comes from ${unitName}; ${seat.villageName} belongs to the ${seat.tier} tier.`,
    };
    return [fault(path, 'wrongTier', message, null, policy.basis('eligibility.scope'))];
  }
  const faults: RuleFault[] = [];
  if (tier === 'township' && comer.townshipId !== seat.townshipId) {
    const message = {
      zh: `${name}是${unitName}的干部，${seat.villageName}在${seat.townshipName}；镇街干部在本镇街任职。`,
      en: `${name} is a cadre of ${unitName}; ${seat.villageName} lies in ${seat.townshipName}.`,
    };
    faults.push(
      fault(path, 'outsideTownship', message, null, policy.basis('dispatch.insideTownship')),
    );
  }
  if (seat.leadingBody && comer.category !== 'leadingBody') {
    const message = {
      zh: `${seat.villageName}是相对后进村，须由班子成员任职，${name}不是班子成员。`,
      en: `${seat.villageName} is a lagging village and takes a member of the leading body; ${name} is none.`,
    };
    const basis = policy.basis('dispatch.laggingNeedsLeadingBody');
    faults.push(fault(path, 'laggingNeedsLeadingBody', message, null, basis));
  }
  return faults;
}

/** Whether a category of nominees belongs to a post's tier. */
export function categoryFaults(seat: Seat, comer: Comer, policy: Policy): RuleFault[] {
  if (fitsTier(comer.category, seat.tier)) return [];
  const message = {
    zh: `${comer.unitName}不选派这一类别的干部。`,
    en: `${comer.unitName} does not send cadres of this category.`,
  };
  return [fault('category', 'categoryMismatch', message, null, policy.basis('eligibility.scope'))];
}

/** A cadre has one post at a time. */
export function otherPostFault(name: string, other: OtherPost, path = 'cadreId'): RuleFault {
  const { villageName, startsOn, endsOn } = other;
  const message = {
    zh: `${name}在${villageName}任职（${startsOn}至${endsOn ?? '今'}），期间重叠。`,
    en: `${name} is posted in ${villageName} (${startsOn} to ${endsOn ?? 'now'}) in these days.`,
  };
  const remedy = {
    zh: '请先办结那个任职，或换人。',
    en: 'End that post first, or send somebody else.',
  };
  return fault(path, 'holdsAnotherPost', message, remedy);
}
