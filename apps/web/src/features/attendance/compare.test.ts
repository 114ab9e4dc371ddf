import { expect, test } from 'vitest';
import { comparedWith } from './compare.ts';
import { rowFor, sheetFor } from './testing-sheet.ts';

const of = (id: string, more = {}) => rowFor(id, { cadreId: id, short: 0, ...more });

test('who came, who left, who is short for the first time', () => {
  const before = sheetFor([of('a'), of('b', { short: 2 }), of('c')]);
  const now = sheetFor([of('a', { short: 1 }), of('b', { short: 2 }), of('d', { short: 3 })]);
  const { joined, left, newlyShort } = comparedWith(before, now);
  expect(joined.map(({ cadreId }) => cadreId)).toEqual(['d']);
  expect(left.map(({ cadreId }) => cadreId)).toEqual(['c']);
  expect(newlyShort.map(({ cadreId }) => cadreId)).toEqual(['a']);
});

test('three days more of leave, of whichever kinds, or back at the home unit are said', () => {
  const before = sheetFor([of('a', { totals: { sickLeave: 1 } }), of('b')]);
  const now = sheetFor([
    of('a', { totals: { sickLeave: 2, annualLeave: 2 } }),
    of('b', { totals: { homeUnit: 2.5, village: 20 } }),
  ]);
  expect(comparedWith(before, now).more).toMatchObject([{ what: 'leave', was: 1, is: 4 }]);
});
