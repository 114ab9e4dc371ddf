import type { ImportBook } from '@xuanpai/contracts/import-books';
import { rowsOfSheet } from '@xuanpai/contracts/imports';
import { expect, test } from 'vitest';
import { sheetRow } from './sheet-row.ts';

function bookOf(...names: string[]): ImportBook {
  const sheets = names.map((name, index) => ({
    index,
    name,
    rows: 1,
    townshipId: null,
    townshipName: null,
    month: null,
    chosen: false,
    use: 'read' as const,
  }));
  return { sheets, signs: [], townships: [] };
}

test('a row of a register is numbered as it is, however far down', () => {
  expect(sheetRow({ book: null }, 100_007)).toEqual({ sheet: null, row: 100_007 });
});

test('a row of a book is numbered within its sheet, which is named where there are several', () => {
  expect(sheetRow({ book: bookOf('6月') }, 7)).toEqual({ sheet: null, row: 7 });
  expect(sheetRow({ book: bookOf('5月', '6月') }, rowsOfSheet + 7)).toEqual({
    sheet: '6月',
    row: 7,
  });
});
