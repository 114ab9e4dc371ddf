import type { Month, SheetRow } from '@xuanpai/contracts/attendance';
import type { getCadreAttendance } from '@xuanpai/contracts/attendance-entry';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { workCalendar } from '@xuanpai/domain/attendance/calendar';
import { daysOf } from '@xuanpai/domain/attendance/month';
import { expect, test } from 'vitest';
import { cardMonth } from './card-months.ts';
import { findPeople } from './find-people.ts';
import { weeksOf } from './month-picture.tsx';

type CadreMonth = ReplyOf<typeof getCadreAttendance>['months'][number];

const days = daysOf('2015-06' as Month).map(workCalendar([]).describe);

function row(given: Partial<SheetRow>): SheetRow {
  return { days: {}, totals: {}, inVillage: 0, required: 0, short: 0, ...given } as SheetRow;
}

function month(...rows: SheetRow[]): CadreMonth {
  return { month: '2015-06', status: 'draft', days, rows };
}

test('two posts within a month are one picture, days outside of both are none', () => {
  const picture = cardMonth(
    month(
      row({
        firstDay: '2015-06-01',
        lastDay: '2015-06-10',
        days: { '2015-06-01': 'village' },
        totals: { village: 1 },
        inVillage: 1,
        required: 7,
        short: 6,
      }),
      row({
        firstDay: '2015-06-15',
        lastDay: '2015-06-30',
        days: { '2015-06-15': 'village/office' },
        totals: { village: 0.5, office: 0.5 },
        inVillage: 0.5,
        required: 11,
        short: 10.5,
      }),
    ),
  );
  expect(picture).toMatchObject({ inVillage: 1.5, required: 18, short: 16.5 });
  expect(picture.totals).toEqual({ village: 1.5, office: 0.5 });
  expect(picture.cells.get('2015-06-01')).toBe('village');
  expect(picture.cells.get('2015-06-15')).toBe('village/office');
  expect(picture.cells.get('2015-06-12')).toBeNull();
  // In post and not filled.
  expect(picture.cells.has('2015-06-02')).toBe(false);
});

test('a month is laid out by weeks from Monday on', () => {
  const september = daysOf('2015-09' as Month).map(workCalendar([]).describe);
  const weeks = weeksOf(september);
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
  expect(weeks[0]?.map((day) => day?.day ?? null).slice(0, 2)).toEqual([null, '2015-09-01']);
  expect(weeks.at(-1)?.map((day) => day?.day ?? null)).toEqual([
    '2015-09-28',
    '2015-09-29',
    '2015-09-30',
    ...[null, null, null, null],
  ]);
  expect(weeksOf(days)[0]?.[0]?.day).toBe('2015-06-01');
});

test('people are found by name, village or unit, in a township', () => {
  const people = [
    { cadreName: '王伟', villageName: '大官庄村', unitName: '区财政局', townshipId: 'a' },
    { cadreName: '李强', villageName: '王家村', unitName: '区水利局', townshipId: 'b' },
  ];
  const names = (q: string | null, townshipId: string | null = null) =>
    findPeople(people, { q, townshipId }).map(({ cadreName }) => cadreName);
  expect(names('王')).toEqual(['王伟', '李强']);
  expect(names('王', 'b')).toEqual(['李强']);
  expect(names(' 财政 ')).toEqual(['王伟']);
  expect(names(null)).toEqual(['王伟', '李强']);
  expect(names('没有')).toEqual([]);
});
