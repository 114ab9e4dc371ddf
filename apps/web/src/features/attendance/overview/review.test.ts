import type { SheetRow } from '@xuanpai/contracts/attendance';
import { expect, test } from 'vitest';
import { differencesOf, notesOf } from './review.ts';

function row(cadreId: string, given: Partial<SheetRow> = {}): SheetRow {
  return { cadreId, inVillage: 20, totals: {}, notes: {}, ...given } as SheetRow;
}

test('differs who has other totals; rest days and who wasn’t there say nothing', () => {
  const before = {
    rows: [
      row('same', { totals: { village: 20, rest: 8 } }),
      row('less', { inVillage: 22, totals: { village: 22 } }),
      row('left'),
    ],
  };
  const now = {
    rows: [
      row('same', { totals: { village: 20, rest: 10 } }),
      row('less', { inVillage: 19, totals: { village: 19, sickLeave: 2, office: 0.5 } }),
      row('came'),
    ],
  };
  const found = differencesOf(before, now);
  expect(found.map(({ row: { cadreId }, was, is }) => [cadreId, was, is])).toEqual([
    ['less', 22, 19],
  ]);
  expect(found[0]?.others).toEqual([
    { mark: 'office', was: 0, is: 0.5 },
    { mark: 'sickLeave', was: 0, is: 2 },
  ]);
});

test('notes come by row and day', () => {
  const notes = { '2016-12-10': '二', '2016-12-02': '一' };
  const found = notesOf({ rows: [row('a', { notes }), row('b')] });
  expect(found.map(({ text }) => text)).toEqual(['一', '二']);
});
