import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../office/plain-date.ts';
import {
  commonDays,
  dayNumberOf,
  daysBefore,
  daysFrom,
  daysOf,
  daysReckonedLater,
  firstDayOf,
  lastDayOf,
  monthAfter,
  monthOf,
  weekLeftOpen,
  weeksOf,
} from './month.ts';
import { anyMonth, day, month } from './testing-month.ts';
import { plainDays, sundayOf } from './testing-plain-count.ts';

describe('months', () => {
  it('have their days, leap years too', () => {
    fc.assert(
      fc.property(anyMonth, (one) => {
        const days = daysOf(one);
        expect(days).toEqual(plainDays(one));
        expect([days[0], days.at(-1)]).toEqual([firstDayOf(one), lastDayOf(one)]);
        expect(days.map(dayNumberOf)).toEqual(days.map((_, index) => index + 1));
        expect(new Set(days.map(monthOf))).toEqual(new Set([one]));
      }),
    );
    expect(lastDayOf(month('2016-02'))).toBe('2016-02-29');
    expect(lastDayOf(month('2015-02'))).toBe('2015-02-28');
    expect(lastDayOf(month('2000-02'))).toBe('2000-02-29');
    expect(lastDayOf(month('2100-02'))).toBe('2100-02-28');
  });

  it('follow each other over years', () => {
    expect(monthAfter(month('2015-12'))).toBe('2016-01');
    expect(monthAfter(month('2016-01'), -1)).toBe('2015-12');
    expect(monthAfter(month('2015-06'), 24)).toBe('2017-06');
    fc.assert(
      fc.property(anyMonth, (one) => {
        expect(addDays(lastDayOf(one), 1)).toBe(firstDayOf(monthAfter(one)));
      }),
    );
  });

  it('reckon every day in exactly one week, that of its Sunday', () => {
    fc.assert(
      fc.property(anyMonth, (one) => {
        const reckonedIn = new Map<string, string[]>();
        for (let at = one; at <= monthAfter(one, 2); at = monthAfter(at)) {
          for (const { monday, sunday } of weeksOf(at)) {
            expect([weekdayOf(monday), weekdayOf(sunday)]).toEqual([1, 7]);
            for (const on of daysFrom(monday, sunday)) {
              reckonedIn.set(on, [...(reckonedIn.get(on) ?? []), at]);
            }
          }
        }
        for (const on of daysOf(monthAfter(one))) {
          expect(reckonedIn.get(on)).toEqual([sundayOf(on).slice(0, 7)]);
        }
      }),
    );
  });

  it('leave their last days to the next month, which reads them before its own', () => {
    expect(daysBefore(month('2016-06'))).toEqual(['2016-05-30', '2016-05-31']);
    expect(daysReckonedLater(month('2016-05'))).toEqual(['2016-05-30', '2016-05-31']);
    expect(weekLeftOpen(month('2016-05'))).toMatchObject({
      monday: '2016-05-30',
      sunday: '2016-06-05',
    });
    // Over the year, and into 29 February.
    expect(daysBefore(month('2016-01'))).toEqual([
      '2015-12-28',
      '2015-12-29',
      '2015-12-30',
      '2015-12-31',
    ]);
    expect(daysBefore(month('2016-03'))).toEqual(['2016-02-29']);
    // June 2015 begins on a Monday, and May ends on a Sunday.
    expect(daysBefore(month('2015-06'))).toEqual([]);
    expect(weekLeftOpen(month('2015-05'))).toBeNull();
    fc.assert(
      fc.property(anyMonth, (one) => {
        expect(daysReckonedLater(one)).toEqual(daysBefore(monthAfter(one)));
        const own = weeksOf(one).flatMap(({ monday, sunday }) => daysFrom(monday, sunday));
        expect(own).toEqual([
          ...daysBefore(one),
          ...daysOf(one).filter((on) => !daysReckonedLater(one).includes(on)),
        ]);
      }),
    );
  });

  it('meet a post in the days that both have', () => {
    const june = (from: string, to: string | null) =>
      commonDays(day('2015-06-01'), day('2015-06-30'), day(from), to === null ? null : day(to));
    expect(june('2015-05-01', null)).toEqual({ firstDay: '2015-06-01', lastDay: '2015-06-30' });
    expect(june('2015-06-30', null)).toEqual({ firstDay: '2015-06-30', lastDay: '2015-06-30' });
    expect(june('2015-05-01', '2015-06-01')).toEqual({
      firstDay: '2015-06-01',
      lastDay: '2015-06-01',
    });
    expect(june('2015-07-01', null)).toBeNull();
    expect(june('2015-05-01', '2015-05-31')).toBeNull();
    expect(daysFrom(day('2015-06-02'), day('2015-06-01'))).toEqual([]);
  });
});
