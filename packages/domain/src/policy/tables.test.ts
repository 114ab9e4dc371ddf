import { expect, test } from 'vitest';
import { cellAt } from './tables.ts';

test('a cell of a table is named by its row, or by its row and column', () => {
  const need = { weakLax: { governance: 1, general: 0.5 }, none: {} };
  expect(cellAt(need, ['weakLax', 'general'])).toBe(0.5);
  expect(cellAt(need, ['none', 'general'])).toBeUndefined();
  expect(cellAt(need, ['poor', 'general'])).toBeUndefined();
  expect(cellAt({ '2': 30 }, ['2'])).toBe(30);
});
