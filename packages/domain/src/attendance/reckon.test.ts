import type { Month } from '@xuanpai/contracts/attendance';
import type { Cell } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { policyOn } from '../policy/policy.ts';
import { workCalendar } from './calendar.ts';
import type { PostMonth } from './post-month.ts';
import { reckonMonth } from './reckon.ts';

const day = (text: string) => text as PlainDate;
const policy = policyOn([], day('2015-04-24'));

function post(given: Partial<PostMonth>): PostMonth {
  return {
    tier: 'district',
    month: '2015-06' as Month,
    firstDay: day('2015-06-01'),
    lastDay: day('2015-06-30'),
    inPostFrom: day('2015-05-01'),
    cells: new Map(),
    leaves: [],
    ...given,
  };
}

test('17 of 30 days in post, less two of approved leave, is ten days', () => {
  const leave = {
    kind: 'annualLeave' as const,
    startsOn: day('2015-06-18'),
    endsOn: day('2015-06-19'),
    startsAtNoon: false,
    endsAtNoon: false,
  };
  const found = reckonMonth(
    post({ firstDay: day('2015-06-14'), inPostFrom: day('2015-06-14'), leaves: [leave] }),
    workCalendar([]),
    policy,
  );
  expect(found.required).toBe(10);
  expect(found.short).toBe(10);
  expect(found.reckoning.zh).toBe('20×17/30（在任天数）=11.33，减年休假2天=9.33，进一为10天');
  expect(found.reckoning.en).toBe(
    '20 × 17/30 days in post = 11.33, less 2 days of annual leave = 9.33, rounded up: 10',
  );
  expect(found.prefilled).toContain('2015-06-18');
});

test('a township cadre is asked for two days a week, in the month of its Sunday', () => {
  const cells = new Map<PlainDate, Cell>([
    [day('2016-05-30'), 'village' as Cell],
    [day('2016-06-01'), 'village/office' as Cell],
  ]);
  const found = reckonMonth(
    post({
      tier: 'township',
      month: '2016-06' as Month,
      firstDay: day('2016-06-01'),
      lastDay: day('2016-06-30'),
      cells,
    }),
    workCalendar([
      { day: day('2016-06-09'), kind: 'holiday', name: '端午' },
      { day: day('2016-06-10'), kind: 'holiday', name: '端午' },
      { day: day('2016-06-12'), kind: 'makeUp', name: '端午' },
    ]),
    policy,
  );
  expect(
    found.weeks.map(({ monday, inVillage, required, short }) => [
      monday,
      inVillage,
      required,
      short,
    ]),
  ).toEqual([
    ['2016-05-30', 1.5, 2, 0.5],
    ['2016-06-06', 0, 2, 2],
    ['2016-06-13', 0, 2, 2],
    ['2016-06-20', 0, 2, 2],
  ]);
  expect(found.inVillage).toBe(0.5);
  expect(found.required).toBe(8);
});
