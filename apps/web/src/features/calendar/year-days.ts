import type { Month, SheetDay } from '@xuanpai/contracts/attendance';
import type { CalendarYear, Occasion } from '@xuanpai/contracts/calendar';
import type { PlainDate } from '@xuanpai/contracts/values';
import { type SpecialDay, workCalendar } from '@xuanpai/domain/attendance/calendar';
import { daysOf } from '@xuanpai/domain/attendance/month';

/** A day as the year's picture shows it. */
export interface YearDay extends SheetDay {
  day: PlainDate;
  /** A planner entered or corrected it. */
  corrected: boolean;
  occasions: Occasion[];
}

export interface YearMonth {
  month: Month;
  /** The district confirmed it somewhere: its days stay. */
  locked: boolean;
  days: YearDay[];
}

export function monthsOfYear({ year, days, occasions, lockedMonths }: CalendarYear): YearMonth[] {
  const calendar = workCalendar(days as unknown as SpecialDay[]);
  const corrected = new Set(days.filter((one) => one.setByName !== null).map(({ day }) => day));
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}` as Month;
    return {
      month,
      locked: lockedMonths.includes(month),
      days: daysOf(month).map((day) => ({
        ...calendar.describe(day),
        day,
        corrected: corrected.has(day),
        occasions: occasions.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn),
      })),
    };
  });
}

export function figuresOf(months: readonly YearMonth[]) {
  const days = months.flatMap((month) => month.days);
  const count = (...kinds: SheetDay['kind'][]) =>
    days.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    workdays: count('workday', 'makeUp'),
    holidays: count('holiday'),
    makeUps: count('makeUp'),
  };
}
