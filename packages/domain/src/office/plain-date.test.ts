import type { PlainDate } from '@xuanpai/contracts/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  compareDates,
  daysBetween,
  isRealDate,
  plainDateOf,
  weekdayOf,
} from './plain-date.ts';

function day(text: string): PlainDate {
  if (!isRealDate(text)) throw new Error(`no day: ${text}`);
  return text;
}

const anyDay = fc
  .integer({ min: -60_000, max: 60_000 })
  .map((days) => addDays(day('1970-01-01'), days));

describe('plain dates', () => {
  it('knows which days exist', () => {
    expect(isRealDate('2016-02-29')).toBe(true);
    expect(
      ['2015-02-29', '1900-02-29', '2015-13-01', '2015-00-10', '2015-4-1', ''].some(isRealDate),
    ).toBe(false);
    expect(plainDateOf(2015, 4, 31)).toBeNull();
  });

  it('adds days over months, years and leap days', () => {
    expect(addDays(day('2015-12-31'), 1)).toBe('2016-01-01');
    expect(addDays(day('2016-02-28'), 1)).toBe('2016-02-29');
    expect(addDays(day('2015-03-01'), -1)).toBe('2015-02-28');
    expect(daysBetween(day('2015-06-01'), day('2017-05-31'))).toBe(730);
  });

  it('agrees with the calendar of the machine, in UTC', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
        const utc = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
        const later = addDays(date, days);
        expect(later).toBe(new Date(utc).toISOString().slice(0, 10));
        expect(daysBetween(date, later)).toBe(days);
        expect(weekdayOf(later)).toBe(new Date(utc).getUTCDay() || 7);
      }),
    );
  });

  it('stays in the month when the day is missing there', () => {
    expect(addMonths(day('2015-01-31'), 1)).toBe('2015-02-28');
    expect(addMonths(day('2015-03-31'), -13)).toBe('2014-02-28');
    expect(addYears(day('2016-02-29'), 1)).toBe('2017-02-28');
    expect(addYears(day('2015-06-01'), 2)).toBe('2017-06-01');
  });

  it('counts full years of age', () => {
    expect(ageOn(day('1975-04-24'), day('2015-04-24'))).toBe(40);
    expect(ageOn(day('1975-04-25'), day('2015-04-24'))).toBe(39);
    expect(ageOn(day('1976-02-29'), day('2015-02-28'))).toBe(38);
    expect(ageOn(day('1976-02-29'), day('2015-03-01'))).toBe(39);
  });

  it('compares', () => {
    const days = [day('2015-06-01'), day('2014-12-31'), day('2015-05-31')];
    expect(days.sort(compareDates)).toEqual(['2014-12-31', '2015-05-31', '2015-06-01']);
  });
});
