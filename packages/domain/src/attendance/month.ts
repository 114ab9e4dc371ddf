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
export const daysOf = remembered((month: Month): readonly PlainDate[] =>
  daysFrom(firstDayOf(month), lastDayOf(month)),
);

/** Those of some days in order that lie in a range, both ends included. */
export function daysWithin(
  days: readonly PlainDate[],
  first: PlainDate,
  last: PlainDate,
): PlainDate[] {
  return days.filter((day) => day >= first && day <= last);
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
export const daysBefore = remembered((month: Month): readonly PlainDate[] => {
  const first = firstDayOf(month);
  return daysFrom(addDays(first, 1 - weekdayOf(first)), addDays(first, -1));
});

/** The last days of the month whose week ends in the next one; none where it ends on a Sunday. */
export function daysReckonedLater(month: Month): readonly PlainDate[] {
  return daysBefore(monthAfter(month));
}

export interface Week {
  monday: PlainDate;
  sunday: PlainDate;
  days: readonly PlainDate[];
}

/** The weeks, Monday to Sunday, whose Sunday lies in the month. */
export const weeksOf = remembered((month: Month): readonly Week[] =>
  daysOf(month)
    .filter((day) => weekdayOf(day) === 7)
    .map((sunday) => {
      const monday = addDays(sunday, -6);
      return { monday, sunday, days: daysFrom(monday, sunday) };
    }),
);

/** The week that begins in the month and ends in the next one; null where the last day is a Sunday. */
export const weekLeftOpen = remembered((month: Month): Week | null => {
  const [monday] = daysReckonedLater(month);
  if (!monday) return null;
  const sunday = addDays(monday, 6);
  return { monday, sunday, days: daysFrom(monday, sunday) };
});

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

/** A district's sheets ask for the same few months row by row: what was found of a month is kept. */
function remembered<Found>(find: (month: Month) => Found): (month: Month) => Found {
  const known = new Map<Month, Found>();
  return (month) => {
    const kept = known.get(month);
    if (kept !== undefined) return kept;
    if (known.size >= 400) known.clear();
    const found = find(month);
    known.set(month, found);
    return found;
  };
}
