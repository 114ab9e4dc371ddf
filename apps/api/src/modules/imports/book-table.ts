import { rowsOfSheet } from '@xuanpai/contracts/imports';
import { type HeadingRow, headingKey } from '@xuanpai/domain/office/headings';
import { type Cell, emptyCell } from '../../lib/sheet/cells.ts';
import type { PackedSheet } from '../../lib/sheet/packed-workbook.ts';
import type { BookSheet, FoundTable } from './find-table.ts';
import { fileRefused } from './refusals.ts';

/** A sheet of a book of which several are read. */
export interface SheetOfBook<Field extends string = string> {
  sheet: PackedSheet;
  heading: HeadingRow<Field>;
  /** The rows above its headings, as one text. */
  title: string;
  /** Indexes of the rows that are data. */
  data: readonly number[];
  cellsOf(index: number): readonly Cell[];
}

/**
 * All these sheets as one table, in the order of their tabs: its columns are those of the first sheet,
 * then what only later ones have. Throws `fileRefused` for more sheets or rows than any office has.
 */
export function bookTable(
  found: readonly SheetOfBook[],
  most: { sheets: number; rows: number },
): FoundTable | null {
  const [first] = found;
  if (!first) return null;
  if (found.length > most.sheets) throw fileRefused('tooManySheets');
  for (const { sheet } of found) {
    if ((sheet.rowNumbers.at(-1) ?? 0) >= rowsOfSheet) throw fileRefused('tooManyRows');
  }
  const columns = columnsOfBook(found);
  const places = found.flatMap(({ data }, at) => data.map((index) => ({ at, index })));
  if (places.length > most.rows) throw fileRefused('tooManyRows');
  const sheets = found.map((one, at) => bookSheet(one, at, columns));
  return {
    sheet: found.map(({ sheet }) => sheet.name).join('、'),
    headingRow: first.sheet.rowNumbers[first.heading.dataStart - 1] ?? first.heading.dataStart,
    headings: columns.map(({ heading }) => heading),
    fields: columns.map(({ field }) => field),
    count: places.length,
    sheets,
    rowAt: (place) => {
      const { at, index } = places[place] ?? { at: 0, index: 0 };
      const { sheet, cellsOf } = found[at] ?? first;
      const cells = cellsOf(index);
      return {
        row: at * rowsOfSheet + (sheet.rowNumbers[index] ?? 0),
        cells: (sheets[at]?.columns ?? []).map((column) =>
          column === null ? emptyCell : (cells[column] ?? emptyCell),
        ),
      };
    },
  };
}

interface BookColumn {
  heading: string;
  field: string | null;
}

function columnsOfBook(found: readonly SheetOfBook[]): BookColumn[] {
  const columns: BookColumn[] = [];
  for (const { heading } of found) {
    for (const [index, text] of heading.headings.entries()) {
      const field = heading.fields[index] ?? null;
      if (!columns.some((column) => isSame(column, { heading: text, field }))) {
        columns.push({ heading: text, field });
      }
    }
  }
  return columns;
}

function isSame(one: BookColumn, other: BookColumn): boolean {
  if (one.field !== null || other.field !== null) return one.field === other.field;
  return headingKey(one.heading) === headingKey(other.heading);
}

function bookSheet(
  { sheet, heading, title, data }: SheetOfBook,
  at: number,
  columns: readonly BookColumn[],
): BookSheet {
  const own = heading.headings.map((text, index) => ({
    heading: text,
    field: heading.fields[index] ?? null,
  }));
  return {
    name: sheet.name,
    title,
    headings: heading.headings,
    offset: at * rowsOfSheet,
    columns: columns.map((column) => {
      const index = own.findIndex((one) => isSame(column, one));
      return index < 0 ? null : index;
    }),
    rows: data.length,
  };
}
