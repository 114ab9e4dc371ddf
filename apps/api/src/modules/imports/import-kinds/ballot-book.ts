import type { ImportBook } from '@xuanpai/contracts/import-books';
import { rowsOfSheet } from '@xuanpai/contracts/imports';
import type { Text } from '@xuanpai/contracts/text';
import { ballotColumns } from '@xuanpai/domain/imports/ballot-row';
import { findHeadingRow } from '@xuanpai/domain/office/headings';
import { rowKind } from '@xuanpai/domain/office/rows';
import {
  type PackedSheet,
  type PackedWorkbook,
  rowAt,
} from '../../../lib/sheet/packed-workbook.ts';
import { bookTable, type SheetOfBook } from '../book-table.ts';
import {
  type BookSheet,
  type FoundTable,
  findHeading,
  headingRows,
  tableUnder,
  textsOf,
} from '../find-table.ts';

/** A sheet for each village of a district, and some over. */
const most = { sheets: 120, rows: 5_000 };

/** The sheets that count ballots, as one table; of other workbooks what names most of it. Throws `fileRefused`. */
export function findBallotBook(workbook: PackedWorkbook): FoundTable | null {
  const found = workbook.sheets.flatMap((sheet) => foundSheet(workbook, sheet) ?? []);
  if (found.length > 0) return bookTable(found, most);
  const only = findHeading(workbook, ballotColumns);
  return only && tableUnder(only);
}

function foundSheet(workbook: PackedWorkbook, sheet: PackedSheet): SheetOfBook | null {
  const count = sheet.rowNumbers.length;
  const texts = (index: number) => textsOf(rowAt(workbook, sheet, index));
  const first = Array.from({ length: Math.min(headingRows, count) }, (_, index) => texts(index));
  const heading = findHeadingRow<string>(first, ballotColumns);
  if (!heading || ['name', 'group', 'valid'].some((field) => !heading.fields.includes(field))) {
    return null;
  }
  const data: number[] = [];
  for (let index = heading.dataStart; index < count; index += 1) {
    if (rowKind(texts(index), heading) === 'data') data.push(index);
  }
  const title = first.slice(0, heading.index).flat().join(' ');
  return { sheet, heading, title, data, cellsOf: (index) => rowAt(workbook, sheet, index) };
}

/** A row by its sheet, where there are several. */
export function placeOf(sheets: readonly BookSheet[], row: number): Text {
  const number = row % rowsOfSheet;
  const sheet = sheets.length > 1 ? sheets[Math.floor(row / rowsOfSheet)] : undefined;
  return {
    zh: `${sheet ? `“${sheet.name}”` : ''}第${number}行`,
    en: `row ${number}${sheet ? ` of “${sheet.name}”` : ''}`,
  };
}

/** Which sheets were read, where there are several: rows are named by theirs. */
export function ballotBook(sheets: readonly BookSheet[]): { book?: ImportBook } {
  if (sheets.length < 2) return {};
  return {
    book: {
      ...{ signs: [], townships: [] },
      sheets: sheets.map(({ name, rows }, index) => ({
        ...{ index, name, rows, townshipId: null, townshipName: null, month: null },
        ...{ chosen: false, use: 'read' as const },
      })),
    },
  };
}
