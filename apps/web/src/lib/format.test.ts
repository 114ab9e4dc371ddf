import { expect, test } from 'vitest';
import {
  daysBetween,
  formatChange,
  formatDay,
  formatNumber,
  formatWan,
  formatYuan,
  yearsBetween,
} from './format.ts';

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
