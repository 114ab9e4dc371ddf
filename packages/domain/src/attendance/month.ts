import type { Month } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, addMonths, daysInMonth, weekdayOf } from '../office/plain-date.ts';

/** The month that a day lies in: `2015-06`. */
export function monthOf(day: PlainDate): Month {
  return day.slice(0, 7) as Month;
}

export function firstDayOf(month: Month): PlainDate {
  return `${month}-01` as PlainDate;
}

export function lastDayOf(month: Month): PlainDate {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  return `${month}-${days}` as PlainDate;
}

/** Every day of the month, the first to the last. */
export function daysOf(month: Month): PlainDate[] {
  return daysFrom(firstDayOf(month), lastDayOf(month));
}

/** Every day of a range, both ends included; none where it ends before it begins. */
export function daysFrom(first: PlainDate, last: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The month `months` later, earlier when negative. */
export function monthAfter(month: Month, months = 1): Month {
  return monthOf(addMonths(firstDayOf(month), months));
}

/**
 * The days of the month before that lie in the week of the month's first day: they are reckoned in
 * this month, the month of the week's Sunday (M4). None where the month begins on a Monday.
 */
export function daysBefore(month: Month): PlainDate[] {
  const first = firstDayOf(month);
  return daysFrom(addDays(first, 1 - weekdayOf(first)), addDays(first, -1));
}

/** The last days of the month whose week ends in the next one; none where it ends on a Sunday. */
export function daysReckonedLater(month: Month): PlainDate[] {
  return daysBefore(monthAfter(month));
}

/** The weeks, Monday to Sunday, whose Sunday lies in the month. */
export function weeksOf(month: Month): { monday: PlainDate; sunday: PlainDate }[] {
  return daysOf(month)
    .filter((day) => weekdayOf(day) === 7)
    .map((sunday) => ({ monday: addDays(sunday, -6), sunday }));
}

/** The week that begins in the month and ends in the next one; null where the last day is a Sunday. */
export function weekLeftOpen(month: Month): { monday: PlainDate; sunday: PlainDate } | null {
  const [monday] = daysReckonedLater(month);
  return monday ? { monday, sunday: addDays(monday, 6) } : null;
}

/** 1 for the first day of its month. */
export function dayNumberOf(day: PlainDate): number {
  return Number(day.slice(8));
}

/** What two ranges have in common; null where they don't meet. An open end is null. */
export function commonDays(
  first: PlainDate,
  last: PlainDate,
  from: PlainDate,
  to: PlainDate | null,
): { firstDay: PlainDate; lastDay: PlainDate } | null {
  const firstDay = first > from ? first : from;
  const lastDay = to === null || last < to ? last : to;
  return firstDay <= lastDay ? { firstDay, lastDay } : null;
}
