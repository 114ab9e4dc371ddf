import type { ImportCell, ImportColumn } from '@xuanpai/domain/imports/import-column';
import { findHeadingRow, type HeadingRow } from '@xuanpai/domain/office/headings';
import { rowKind } from '@xuanpai/domain/office/rows';
import { type Cell, emptyCell, type Sheet, type Workbook } from '../../lib/sheet/cells.ts';
import type { CellEdit, TableRow, TableRows } from './import-kind.ts';

/** The table of a workbook: which sheet, where its headings are, what each column is taken for. */
export interface FoundTable {
  sheet: string;
  /** As the workbook shows it. */
  headingRow: number;
  headings: string[];
  fields: (string | null)[];
  rows: { row: number; cells: Cell[] }[];
}

/** A sheet with the row of its headings. */
export interface FoundHeading {
  sheet: Sheet;
  heading: HeadingRow;
}

/** The sheet that names most of the fields, the first of equals; null where none has headings. */
export function findHeading(
  workbook: Workbook,
  columns: readonly ImportColumn[],
): FoundHeading | null {
  const found = workbook.sheets.flatMap((sheet) => {
    const texts = sheet.rows.slice(0, 16).map(textsOf);
    const heading = findHeadingRow<string>(texts, columns);
    return heading ? [{ sheet, heading, known: columns.length - heading.missing.length }] : [];
  });
  const most = Math.max(...found.map(({ known }) => known));
  return found.find(({ known }) => known === most) ?? null;
}

/** Titles, notes, totals and empty rows are left out: only data is imported. */
export function tableUnder({ sheet, heading }: FoundHeading): FoundTable {
  const rows = sheet.rows
    .map((cells, index) => ({ row: sheet.rowNumbers[index] ?? index + 1, cells, index }))
    .filter(({ cells, index }) => index >= heading.dataStart && isData(cells, heading));
  return {
    sheet: sheet.name,
    headingRow: sheet.rowNumbers[heading.dataStart - 1] ?? heading.dataStart,
    headings: heading.headings,
    fields: heading.fields,
    rows: rows.map(({ row, cells }) => ({ row, cells })),
  };
}

function isData(cells: readonly Cell[], heading: HeadingRow): boolean {
  return rowKind(textsOf(cells), heading) === 'data';
}

/** A cell that repeats the one above, with which it is merged, says nothing about what its row is. */
function textsOf(cells: readonly Cell[]): string[] {
  return cells.map((cell) => (cell.merged ? '' : cell.text));
}

/** The rows by field, with the cells that somebody corrected. */
export function rowsByField(
  { rows, fields }: FoundTable,
  edits: readonly CellEdit[] = [],
): TableRows {
  const columns = fields.flatMap((field, index) => (field === null ? [] : [{ field, index }]));
  const edited = new Map<number, CellEdit[]>();
  for (const edit of edits) edited.set(edit.row, [...(edited.get(edit.row) ?? []), edit]);
  const byField = ({ row, cells }: FoundTable['rows'][number]): TableRow => {
    const own = new Map<string, ImportCell>(
      columns.map(({ field, index }) => [field, cells[index] ?? emptyCell]),
    );
    for (const { field, text } of edited.get(row) ?? []) {
      if (own.has(field)) own.set(field, { text, kind: 'text' });
    }
    return { row, cells: own };
  };
  return {
    count: rows.length,
    slice: (from, to) => rows.slice(from, to).map(byField),
    *[Symbol.iterator]() {
      for (const row of rows) yield byField(row);
    },
  };
}

/** The heading of each field, as written. */
export function headingsByField({ headings, fields }: FoundTable): Map<string, string> {
  return new Map(
    fields.flatMap((field, index) => (field === null ? [] : [[field, headings[index] ?? '']])),
  );
}
