import { expect, test } from 'vitest';
import { bonusOf, isTotal, withBonus } from './calculator.ts';

test.each([
  ['86.35', 5, '90.6675', '4.3175'],
  ['86.35', 7, '92.3945', '6.0445'],
  ['100', 5, '105', '5'],
  ['0.001', 7.5, '0.001075', '0.000075'],
  ['99999.999', 7, '106999.99893', '6999.99993'],
  ['90.1', 0, '90.1', '0'],
])('%s with %s %% is exact', (total, percent, sum, bonus) => {
  expect([withBonus(total, percent), bonusOf(total, percent)]).toEqual([sum, bonus]);
});

test.each(['', '0', '-1', '1e3', '86.3555', '123456', ' 86', '８６'])('%s is no total', (text) => {
  expect(isTotal(text)).toBe(false);
  expect(() => withBonus(text, 5)).toThrow(RangeError);
});
