import type { PlainDate } from '@xuanpai/contracts/values';
import type { WorkCalendar } from '../attendance/calendar.ts';
import { addDays } from '../office/plain-date.ts';

/**
 * The last day of a public notice of so many workdays; the day of posting counts where it is worked.
 */
export function noticeEnd(from: PlainDate, workdays: number, calendar: WorkCalendar): PlainDate {
  let day = addDays(from, -1);
  let left = workdays;
  while (left > 0) {
    day = addDays(day, 1);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
}

/** Workdays of a period, both ends included. */
export function workdaysIn(from: PlainDate, to: PlainDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) count += 1;
  return count;
}

/**
 * The last day of a time limit: the day that starts it doesn't count, and where the last one isn't
 * worked, the next workday is the last.
 */
export function limitEnd(from: PlainDate, days: number, calendar: WorkCalendar): PlainDate {
  let day = addDays(from, days);
  while (!calendar.isWorkday(day)) day = addDays(day, 1);
  return day;
}
