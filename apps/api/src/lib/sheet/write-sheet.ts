import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import { loadExcel } from '../large-packages.ts';
import { columnStyle, officeStyles } from './office-styles.ts';
import { type SheetColumnKind, type SheetValue, writtenValue } from './written-value.ts';

export interface SheetColumn {
  heading: string;
  kind: SheetColumnKind;
  /** In characters of half width; by default what the heading needs. */
  width?: number;
}

/** A sheet in the form that offices expect: title, note, headings, rows, totals, note below. */
export interface OfficeSheet {
  sheetName: string;
  title: string;
  /** Below the title: 填报单位：… 填报时间：… */
  note?: string;
  columns: readonly SheetColumn[];
  /** One value for each column. */
  rows: readonly (readonly SheetValue[])[];
  /** The row below, in bold; give its first cell 合计. */
  totals?: readonly SheetValue[];
  /** Below the table: 注：… */
  footnote?: string;
  print?: { landscape?: boolean; repeatHeadings?: boolean };
}

const a4 = 9;
const a3: number = 8;
/** Wider sheets would be printed at under two thirds of their size on A4. */
const widestOnA4 = 220;

/** Rows written before other requests get their turn. */
const rowsInARow = 200;

/**
 * Writes a workbook (.xlsx) with these sheets: merged title, borders, frozen headings, A4 (A3 where it
 * is wide) fitted to the page's width with the headings on every page. Text stays text, whatever it begins with: formulas
 * can't get in, and long numbers keep their digits. Rows leave the memory as they are written.
 */
export async function writeSheet(...sheets: OfficeSheet[]): Promise<Buffer> {
  const output = new PassThrough();
  const bytes = buffer(output);
  const { stream } = await loadExcel();
  const workbook = new stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
  const names: string[] = [];
  for (const sheet of sheets) {
    const name = tabName(sheet.sheetName, names);
    names.push(name.toLowerCase());
    await addSheet(workbook, name, sheet);
  }
  await workbook.commit();
  return bytes;
}

async function addSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  sheet: OfficeSheet,
): Promise<void> {
  const headingRow = sheet.note === undefined ? 2 : 3;
  const worksheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headingRow }],
    pageSetup: pageSetup(sheet, headingRow),
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
  worksheet.columns = sheet.columns.map((column) => ({ width: widthOf(column) }));
  addLine(worksheet, sheet, sheet.title, officeStyles.title, 36);
  if (sheet.note !== undefined) addLine(worksheet, sheet, sheet.note, officeStyles.note, 20);

  const headings = worksheet.addRow(sheet.columns.map((column) => column.heading));
  headings.height = 32;
  headings.eachCell({ includeEmpty: true }, (cell) => {
    cell.style = officeStyles.heading;
  });
  headings.commit();
  for (const [at, values] of sheet.rows.entries()) {
    addValues(worksheet, sheet, values, false);
    if (at % rowsInARow === 0) await setImmediate();
  }
  if (sheet.totals !== undefined) addValues(worksheet, sheet, sheet.totals, true);
  if (sheet.footnote !== undefined)
    addLine(worksheet, sheet, sheet.footnote, officeStyles.note, 20);
  worksheet.commit();
}

/** A line over the whole width: title or note. */
function addLine(
  worksheet: ExcelJS.Worksheet,
  sheet: OfficeSheet,
  text: string,
  style: Partial<ExcelJS.Style>,
  height: number,
): void {
  const row = worksheet.addRow([text]);
  row.height = height;
  row.getCell(1).style = style;
  if (sheet.columns.length > 1) {
    worksheet.mergeCells(row.number, 1, row.number, sheet.columns.length);
  }
  row.commit();
}

function addValues(
  worksheet: ExcelJS.Worksheet,
  sheet: OfficeSheet,
  values: readonly SheetValue[],
  bold: boolean,
): void {
  const row = worksheet.addRow([]);
  for (const [at, column] of sheet.columns.entries()) {
    const value = writtenValue(values[at] ?? null, column.kind);
    const cell = row.getCell(at + 1);
    cell.value = value;
    cell.style = columnStyle(typeof value === 'string' ? 'text' : column.kind, bold);
  }
  row.commit();
}

function pageSetup(sheet: OfficeSheet, headingRow: number): Partial<ExcelJS.PageSetup> {
  const { landscape = true, repeatHeadings = true } = sheet.print ?? {};
  const width = sheet.columns.reduce((sum, column) => sum + widthOf(column), 0);
  return {
    paperSize: width > widestOnA4 ? a3 : a4,
    orientation: landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(repeatHeadings ? { printTitlesRow: `${headingRow}:${headingRow}` } : {}),
  };
}

/** Chinese characters are two wide. */
function widthOf({ heading, width }: SheetColumn): number {
  if (width !== undefined) return width;
  const length = [...heading].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
  return Math.min(40, Math.max(8, length + 4));
}

/** A name that a tab may have: at most 31 characters, none of []:*?/\, no ' at the ends, not used twice. */
function tabName(wanted: string, taken: readonly string[]): string {
  const plain =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet';
  let name = plain;
  for (let copy = 2; taken.includes(name.toLowerCase()); copy += 1) {
    const suffix = ` (${copy})`;
    name = plain.slice(0, 31 - suffix.length) + suffix;
  }
  return name;
}
