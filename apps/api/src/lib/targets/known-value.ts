import type { Measure } from '@xuanpai/domain/targets/measures';
import { type KnownValue, spentValue } from '@xuanpai/domain/targets/standing';
import type { TargetFrame } from './facts.ts';
import type { StandingFacts } from './standing-facts.ts';
import { lastDay } from './year-days.ts';

/** What is known of a measure, and the period that it was reported for, where it was. */
export interface Known {
  value: KnownValue;
  period: string | null;
}

/**
 * Gives what is known of a village's measure on the day of the frame: the office's last judgement, what
 * projects have spent in the year, or what was last confirmed; null where nobody has said anything.
 */
export function knownValueIn({ on, periods }: TargetFrame, facts: StandingFacts) {
  /** Years of which a period is over. */
  const begun = new Set(periods.filter(({ endsOn }) => endsOn <= on).map(({ year }) => year));

  return (villageId: string, measure: Measure, year: number | null): Known | null => {
    if (measure.source === 'judgement') return judged(villageId, measure);
    if (measure.source === 'projects' && year !== null) return spent(villageId, year);
    return confirmed(villageId, measure, year);
  };

  function judged(villageId: string, { key }: Measure): Known | null {
    const own = facts.judgements.get(villageId);
    const last = own?.findLast(({ measureKey }) => measureKey === key);
    if (!last) return null;
    const { rank, judgedOn } = last;
    return { value: { number: null, answer: null, rank, asOf: judgedOn }, period: null };
  }

  function spent(villageId: string, year: number): Known | null {
    const yuan = facts.spent.get(`${villageId} ${year}`) ?? 0;
    const value = spentValue(yuan, { on, to: lastDay(year), periodOver: begun.has(year) });
    return value && { value, period: null };
  }

  function confirmed(villageId: string, { key }: Measure, year: number | null): Known | null {
    const found = facts.confirmed(villageId, key, year);
    if (!found) return null;
    const { number, answer, endsOn, period } = found;
    return { value: { number, answer, rank: null, asOf: endsOn }, period };
  }
}
