import type { ImportColumn } from '@xuanpai/domain/imports/import-column';
import { findHeadingRow, type HeadingRow } from '@xuanpai/domain/office/headings';
import { rowKind } from '@xuanpai/domain/office/rows';
import { type Cell, emptyCell, type Sheet, type Workbook } from '../../lib/sheet/cells.ts';
import type { TableRow } from './import-kind.ts';

/** The table of a workbook: which sheet, where its headings are, what each column is taken for. */
export interface FoundTable {
  sheet: string;
  /** As the workbook shows it. */
  headingRow: number;
  headings: string[];
  fields: (string | null)[];
  rows: { row: number; cells: Cell[] }[];
}

/** The sheet that names most of the fields, the first of equals; null where none has headings. */
export function findTable(workbook: Workbook, columns: readonly ImportColumn[]): FoundTable | null {
  const found = workbook.sheets.flatMap((sheet) => {
    const texts = sheet.rows.slice(0, 16).map(textsOf);
    const heading = findHeadingRow<string>(texts, columns);
    return heading ? [{ sheet, heading, known: columns.length - heading.missing.length }] : [];
  });
  const most = Math.max(...found.map(({ known }) => known));
  const best = found.find(({ known }) => known === most);
  return best ? tableOf(best.sheet, best.heading) : null;
}

/** Titles, notes, totals and empty rows are left out: only data is imported. */
function tableOf(sheet: Sheet, heading: HeadingRow): FoundTable {
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

/** The rows by field. */
export function rowsByField({ rows, fields }: FoundTable): TableRow[] {
  const columns = fields.flatMap((field, index) => (field === null ? [] : [{ field, index }]));
  return rows.map(({ row, cells }) => ({
    row,
    cells: new Map(columns.map(({ field, index }) => [field, cells[index] ?? emptyCell])),
  }));
}

/** The heading of each field, as written. */
export function headingsByField({ headings, fields }: FoundTable): Map<string, string> {
  return new Map(
    fields.flatMap((field, index) => (field === null ? [] : [[field, headings[index] ?? '']])),
  );
}
