import type { SheetWeek } from '@xuanpai/contracts/attendance';
import type { Cell, Mark } from '@xuanpai/contracts/attendance-marks';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Policy } from '../policy/policy.ts';
import type { WorkCalendar } from './calendar.ts';
import { isFilled, totalsOf } from './cells.ts';
import { daysOf, daysWithin } from './month.ts';
import { approvedDays, cellOn, countedIn, type PostMonth } from './post-month.ts';
import { reckonDistrictMonth } from './required-days.ts';
import { reckonWeeks } from './weeks.ts';

export interface ReckonedMonth {
  /** By day what stands in the cell, typed or not; only days in post. */
  days: Map<PlainDate, Cell>;
  /** The days among them that nobody typed. */
  prefilled: PlainDate[];
  unfilled: PlainDate[];
  inVillage: number;
  totals: Partial<Record<Mark, number>>;
  required: number;
  short: number;
  reckoning: Text;
  shortMonth: Text | null;
  weeks: SheetWeek[];
}

/** Reckons a month by M3 to M6: district cadres by the month, township cadres by its weeks. */
export function reckonMonth(
  post: PostMonth,
  calendar: WorkCalendar,
  policy: Policy,
): ReckonedMonth {
  const days = new Map<PlainDate, Cell>();
  const prefilled: PlainDate[] = [];
  const unfilled: PlainDate[] = [];
  for (const day of daysWithin(daysOf(post.month), post.firstDay, post.lastDay)) {
    const cell = cellOn(post, day, calendar);
    if (cell !== null) days.set(day, cell);
    if (cell !== null && !post.cells.has(day)) prefilled.push(day);
    if (calendar.isWorkday(day) && !isFilled(cell)) unfilled.push(day);
  }
  const inVillage = countedIn(days.values(), policy);
  const shared = { days, prefilled, unfilled, inVillage, totals: totalsOf(days.values()) };
  if (post.tier === 'township') {
    return { ...shared, shortMonth: null, ...reckonWeeks(post, calendar, policy) };
  }
  const leave = approvedDays(post, days, calendar);
  return { ...shared, weeks: [], ...reckonDistrictMonth(post, leave, inVillage, calendar, policy) };
}
