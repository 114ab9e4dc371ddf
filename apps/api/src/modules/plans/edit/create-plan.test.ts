import { expect, test } from 'vitest';
import { chineseNumber } from './create-plan.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
  [100, '100'],
])('plan %i is called 方案%s', (number, name) => {
  expect(chineseNumber(number)).toBe(name);
});
