import { expect, test } from 'vitest';
import { fieldPath } from './form.ts';

test('a problem names its field in any of the usual spellings', () => {
  expect(fieldPath('name')).toEqual(['name']);
  expect(fieldPath('years.0.income')).toEqual(['years', 0, 'income']);
  expect(fieldPath('/years/0/income')).toEqual(['years', 0, 'income']);
  expect(fieldPath('body.years[0].income')).toEqual(['years', 0, 'income']);
  expect(fieldPath('')).toEqual([]);
});
