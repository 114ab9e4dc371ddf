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

test.each([0, 7, 999, 1000, -1000, 123456, 1234567.891, 0.05, -0.4, 2.5, 1.005, 99999.95])(
  '%d looks as Chinese figures do',
  (value) => {
    for (const decimals of [0, 1, 2]) {
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      const expected = new Intl.NumberFormat('zh-CN', digits).format(value).replace('-', '−');
      expect(formatNumber(value, decimals)).toBe(expected);
    }
  },
);

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
