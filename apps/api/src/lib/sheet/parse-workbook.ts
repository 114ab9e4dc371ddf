import { formatAtSight } from './at-sight.ts';
import type { Workbook } from './cells.ts';
import { parseCsv } from './csv-text.ts';
import { CellTable, type PackedWorkbook, unpacked } from './packed-workbook.ts';
import { type SheetLimits, sheetLimits } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';
import { WorkbookPackage } from './workbook-package.ts';
import { readParts } from './workbook-parts.ts';
import { readWorksheet } from './worksheet.ts';

/**
 * Reads a workbook (.xlsx) or delimited text (.csv, .txt, .tsv) in this thread. What the bytes are counts
 * for more than the name. Throws SheetRefused. Requests use `readWorkbook`, which has a time limit.
 */
export async function parseWorkbook(
  bytes: Uint8Array,
  filename: string,
  limits: SheetLimits = sheetLimits,
): Promise<Workbook> {
  return unpacked(await parsePacked(bytes, filename, limits));
}

/** The same, in the form that is handed between threads. */
export async function parsePacked(
  bytes: Uint8Array,
  filename: string,
  limits: SheetLimits,
): Promise<PackedWorkbook> {
  const packed = await parseBytes(bytes, filename, limits);
  const sheets = packed.sheets.filter((sheet) => sheet.rowNumbers.length > 0);
  if (sheets.length === 0) throw new SheetRefused('noSheet');
  return { ...packed, sheets };
}

async function parseBytes(
  bytes: Uint8Array,
  filename: string,
  limits: SheetLimits,
): Promise<PackedWorkbook> {
  if (formatAtSight(bytes, filename) === 'workbook') return parseXlsx(bytes, limits);
  return parseCsv(bytes, filename.replace(/\.[^.]*$/s, ''), limits);
}

async function parseXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<PackedWorkbook> {
  const parts = await WorkbookPackage.open(bytes, limits);
  const table = new CellTable(limits);
  const around = await readParts(parts, table, limits);
  const sheets = [];
  for (const sheet of around.sheets) {
    sheets.push(await readWorksheet(parts, sheet, around, table, limits));
  }
  return table.pack(around.dateSystem, sheets);
}
