import type { CalendarYear } from '@xuanpai/contracts/calendar';
import { expect, test } from 'vitest';
import { figuresOf, monthsOfYear } from './year-days.ts';

const published = { setByName: null, setAt: null };
const year: CalendarYear = {
  ...{ year: 2016, known: true, version: 1, lockedMonths: ['2016-05'] },
  days: [
    { day: '2016-06-09', kind: 'holiday', name: '端午', ...published },
    { day: '2016-06-12', kind: 'makeUp', name: '端午', setByName: '王晓东', setAt: null },
  ],
  occasions: [
    {
      ...{ id: 'a', kind: 'meeting', title: '推进会', tier: null, documentNumber: null },
      ...{ startsOn: '2016-06-30', endsOn: '2016-07-01', byName: '王晓东', version: 1 },
    },
  ],
};

test('a leap year has 366 days, each with what it is', () => {
  const months = monthsOfYear(year);
  expect(months.map(({ days }) => days.length).reduce((a, b) => a + b)).toBe(366);
  expect(months.filter(({ locked }) => locked).map(({ month }) => month)).toEqual(['2016-05']);
  const of = (day: string) => months.flatMap(({ days }) => days).find((one) => one.day === day);
  expect(of('2016-06-09')).toMatchObject({ kind: 'holiday', name: '端午', weekday: 4 });
  expect(of('2016-06-12')).toMatchObject({ kind: 'makeUp', corrected: true });
  expect(of('2016-06-11')).toMatchObject({ kind: 'weekend', corrected: false });
  expect(of('2016-07-01')?.occasions).toHaveLength(1);
  expect(of('2016-07-02')?.occasions).toHaveLength(0);
});

test('a holiday takes a workday off, a make-up day puts one back', () => {
  const plain = figuresOf(monthsOfYear({ ...year, days: [] }));
  expect(plain).toEqual({ workdays: 261, holidays: 0, makeUps: 0 });
  expect(figuresOf(monthsOfYear(year))).toEqual({ workdays: 261, holidays: 1, makeUps: 1 });
});
