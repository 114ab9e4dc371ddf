import type { PlainDate } from '@xuanpai/contracts/values';
import type { Earliest } from '../office/day-bounds.ts';
import { plainDateOf } from '../office/plain-date.ts';
import type { PostYear } from './expenses.ts';

/** B4: nothing is paid for a dispatch before its notice; for a year it may be before the year begins. */
export function earliestPayment(batch: { date: PlainDate }): Earliest {
  return { day: batch.date, of: { zh: '选派通知的日期', en: 'the day of the notice' } };
}

/** B4: what is due of a year is used in it or afterwards. */
export function earliestUse({ startsOn }: PostYear): Earliest {
  return { day: startsOn, of: { zh: '这一任职年的第一天', en: 'the first day of that year' } };
}

/** B5: nothing is given by a text before it holds. */
export function earliestGiven(benefit: { startsOn: PlainDate }): Earliest {
  return { day: benefit.startsOn, of: { zh: '该项待遇的起期', en: 'the day the text holds from' } };
}

/**
 * Money of a village's project: from the calendar year of the first batch that sends to the village,
 * as funds are of calendar years. Null: nobody was ever sent there.
 */
export function earliestProjectMoney(firstBatch: { date: PlainDate } | null): Earliest | null {
  const day = firstBatch && plainDateOf(Number(firstBatch.date.slice(0, 4)), 1, 1);
  return (
    day && { day, of: { zh: '首个选派批次当年的第一天', en: 'the year of the first dispatch' } }
  );
}
