import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { visitDue } from './leader-visits.ts';

const day = (text: string) => text as PlainDate;
const link = { startsOn: day('2015-06-01'), endsOn: null, intervalDays: 60, lastVisitOn: null };

test.each([
  ['none yet', {}, '2015-07-31', 0],
  ['after a visit', { lastVisitOn: day('2015-07-10') }, '2015-09-08', 39],
  ['a visit before the link', { lastVisitOn: day('2015-05-01') }, '2015-07-31', 0],
  ['long ago', { intervalDays: 30 }, '2015-07-01', -30],
  ['ends today', { endsOn: day('2015-07-31') }, '2015-07-31', 0],
] as const)('%s', (_, more, dueOn, daysLeft) => {
  expect(visitDue({ ...link, ...more }, day('2015-07-31'))).toEqual({ dueOn, daysLeft });
});

test('a link that has ended expects nothing', () => {
  expect(visitDue({ ...link, endsOn: day('2015-07-30') }, day('2015-07-31'))).toBeNull();
});
