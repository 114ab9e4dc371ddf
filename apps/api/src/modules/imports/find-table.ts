import { groupBy } from '@xuanpai/domain/group-by';
import type { ImportCell, ImportColumn } from '@xuanpai/domain/imports/import-column';
import { findHeadingRow, type HeadingRow } from '@xuanpai/domain/office/headings';
import { rowKind } from '@xuanpai/domain/office/rows';
import { type Cell, emptyCell } from '../../lib/sheet/cells.ts';
import { type PackedSheet, type PackedWorkbook, rowAt } from '../../lib/sheet/packed-workbook.ts';
import type { CellEdit, TableRow, TableRows } from './import-kind.ts';

/** The table of a workbook: which sheet, where its headings are, what each column is taken for. */
export interface FoundTable {
  sheet: string;
  /** As the workbook shows it. */
  headingRow: number;
  headings: string[];
  fields: (string | null)[];
  /** Rows of data. */
  count: number;
  /** One of them, made as it is asked for: its number in the workbook, and its cells. */
  rowAt(at: number): { row: number; cells: Cell[] };
  sheets?: readonly BookSheet[];
}

/** A sheet of a book of which several are read. */
export interface BookSheet {
  name: string;
  /** The rows above its headings, as one text. */
  title: string;
  headings: readonly string[];
  /** What is added to the numbers of its rows. */
  offset: number;
  /** By the index of the table's column, which column of this sheet it is; null: it has none. */
  columns: readonly (number | null)[];
  rows: number;
}

/** A sheet with the row of its headings. */
export interface FoundHeading {
  workbook: PackedWorkbook;
  sheet: PackedSheet;
  heading: HeadingRow;
}

/** Headings stand in the first rows. */
export const headingRows = 16;

/** The sheet that names most of the fields, the first of equals; null where none has headings. */
export function findHeading(
  workbook: PackedWorkbook,
  columns: readonly ImportColumn[],
): FoundHeading | null {
  const found = workbook.sheets.flatMap((sheet) => {
    const rows = Math.min(headingRows, sheet.rowNumbers.length);
    const texts = Array.from({ length: rows }, (_, at) => textsOf(rowAt(workbook, sheet, at)));
    const heading = findHeadingRow<string>(texts, columns);
    if (!heading) return [];
    return [{ workbook, sheet, heading, known: columns.length - heading.missing.length }];
  });
  const most = Math.max(...found.map(({ known }) => known));
  return found.find(({ known }) => known === most) ?? null;
}

/** Titles, notes, totals and empty rows are left out: only data is imported. */
export function tableUnder({ workbook, sheet, heading }: FoundHeading): FoundTable {
  const numberOf = (index: number) => sheet.rowNumbers[index] ?? index + 1;
  const data: number[] = [];
  for (let index = heading.dataStart; index < sheet.rowNumbers.length; index += 1) {
    if (isData(rowAt(workbook, sheet, index), heading)) data.push(index);
  }
  return {
    sheet: sheet.name,
    headingRow: sheet.rowNumbers[heading.dataStart - 1] ?? heading.dataStart,
    headings: heading.headings,
    fields: heading.fields,
    count: data.length,
    rowAt: (at) => {
      const index = data[at] ?? 0;
      return { row: numberOf(index), cells: rowAt(workbook, sheet, index) };
    },
  };
}

function isData(cells: readonly Cell[], heading: HeadingRow): boolean {
  return rowKind(textsOf(cells), heading) === 'data';
}

/** A cell that repeats the one above, with which it is merged, says nothing about what its row is. */
export function textsOf(cells: readonly Cell[]): string[] {
  return cells.map((cell) => (cell.merged ? '' : cell.text));
}

/** The rows by field, with the cells that somebody corrected. */
export function rowsByField(
  { count, fields, rowAt: foundAt }: FoundTable,
  edits: readonly CellEdit[] = [],
): TableRows {
  const columns = fields.flatMap((field, index) => (field === null ? [] : [{ field, index }]));
  const edited = groupBy(edits, ({ row }) => row);
  const byField = (at: number): TableRow => {
    const { row, cells } = foundAt(at);
    const own = new Map<string, ImportCell>(
      columns.map(({ field, index }) => [field, cells[index] ?? emptyCell]),
    );
    for (const { field, text } of edited.get(row) ?? []) {
      if (own.has(field)) own.set(field, { text, kind: 'text' });
    }
    return { row, cells: own };
  };
  return {
    count,
    slice: (from, to) =>
      Array.from({ length: Math.min(to, count) - from }, (_, at) => byField(from + at)),
    *[Symbol.iterator]() {
      for (let at = 0; at < count; at += 1) yield byField(at);
    },
  };
}

/** The heading of each field, as written. */
export function headingsByField({ headings, fields }: FoundTable): Map<string, string> {
  return new Map(
    fields.flatMap((field, index) => (field === null ? [] : [[field, headings[index] ?? '']])),
  );
}
