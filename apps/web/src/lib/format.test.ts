import { expect, test } from 'vitest';
import {
  daysBetween,
  formatChange,
  formatClock,
  formatDay,
  formatInstant,
  formatNumber,
  formatWan,
  formatYuan,
  yearsBetween,
} from './format.ts';
import { session } from './session.ts';
import { tokenReply } from './testing.ts';

test('figures are grouped, with a true minus', () => {
  expect(formatNumber(14606.8, 1)).toBe('14,606.8');
  expect(formatNumber(-24, 1)).toBe('−24.0');
  expect(formatChange(66)).toBe('+66.0');
  expect(formatChange(0)).toBe('0.0');
});

test('money shows cents only where there are some', () => {
  expect(formatYuan('30000.00')).toBe('30,000');
  expect(formatYuan('30000.50')).toBe('30,000.50');
  expect(formatWan('22000.00')).toBe('2.2');
});

test('a day carries its weekday, in whatever zone the machine is', () => {
  expect(formatDay('2015-06-01')).toBe('2015-06-01 (周一)');
  expect(formatDay('2015-05-10')).toBe('2015-05-10 (周日)');
});

test('years are full years, days count from one to the other', () => {
  expect(yearsBetween('1989-10-02', '2015-10-01')).toBe(25);
  expect(yearsBetween('1989-10-02', '2015-10-02')).toBe(26);
  expect(daysBetween('2015-04-24', '2015-04-22')).toBe(-2);
});

test('in the demo what was entered now was entered on its today; the log keeps to the clock', () => {
  const now = new Date();
  const clock = formatClock(now.toISOString());
  expect(formatInstant(now.toISOString())).toBe(clock);
  session.set({ status: 'in', user: tokenReply('').user });
  expect(formatInstant(now.toISOString())).toBe(`2015-04-24${clock.slice(10)}`);
  // What the sample says of its past stays on its day.
  const before = new Date('2015-03-05T09:30:00');
  expect(formatInstant(before.toISOString())).toBe('2015-03-05 09:30');
  expect(formatClock(now.toISOString())).toBe(clock);
});
