import type { SheetDay } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { weekdayOf } from '../office/plain-date.ts';

/** A day that isn't what its weekday says, as the State Council's office publishes them each year. */
export interface SpecialDay {
  day: PlainDate;
  kind: 'holiday' | 'makeUp';
  name: string;
}

/** Which days are worked: weekdays, less holidays, and the weekend days worked instead. */
export interface WorkCalendar {
  isWorkday(day: PlainDate): boolean;
  describe(day: PlainDate): SheetDay;
}

export function workCalendar(special: readonly SpecialDay[]): WorkCalendar {
  const known = new Map(special.map((one) => [one.day, one]));
  const kinds = new Map<PlainDate, SheetDay['kind']>();
  const kindOf = (day: PlainDate) => {
    const kept = kinds.get(day);
    if (kept !== undefined) return kept;
    const kind = known.get(day)?.kind ?? (weekdayOf(day) > 5 ? 'weekend' : 'workday');
    kinds.set(day, kind);
    return kind;
  };
  return {
    isWorkday: (day) => {
      const kind = kindOf(day);
      return kind === 'workday' || kind === 'makeUp';
    },
    describe: (day) => ({
      day,
      weekday: weekdayOf(day),
      kind: kindOf(day),
      name: known.get(day)?.name ?? null,
    }),
  };
}
