import type { Month } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, weekdayOf } from '../office/plain-date.ts';
import { monthOf } from './month.ts';

/**
 * The months whose sheets a day is reckoned in: its own, and where its week ends in the next month,
 * that one too (M4: a week belongs to the month of its Sunday).
 */
export function monthsReckoning(day: PlainDate): Month[] {
  const own = monthOf(day);
  const ofSunday = monthOf(addDays(day, 7 - weekdayOf(day)));
  return own === ofSunday ? [own] : [own, ofSunday];
}
