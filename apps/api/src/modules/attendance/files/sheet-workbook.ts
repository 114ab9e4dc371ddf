import type { AttendanceMonth, SheetDay, SheetRow } from '@xuanpai/contracts/attendance';
import type { Cell } from '@xuanpai/contracts/attendance-marks';
import {
  calendarInWords,
  dayHeading,
  fullLegend,
  isRest,
  legendOf,
  monthInWords,
  postInWords,
  printedSign,
  requiredInWords,
  sheetTitle,
  shortInWords,
  signatureLines,
  standingInWords,
} from '@xuanpai/domain/attendance/printed-sheet';
import { signOf } from '@xuanpai/domain/attendance/read-marks';
import type ExcelJS from 'exceljs';
import { loadExcel } from '../../../lib/large-packages.ts';
import { officeStyles } from '../../../lib/sheet/office-styles.ts';
import { addMarkLists } from './mark-lists.ts';
import { sheetStyles } from './sheet-styles.ts';

/** 序 村 姓名 职务 before the days; 在村天数 应到天数 差额 本人签字 behind them. */
const before = [
  { heading: '序', width: 4 },
  { heading: '村', width: 14 },
  { heading: '姓名', width: 8.5 },
  { heading: '职务', width: 5.5 },
];
const behind = [
  { heading: '在村\n天数', width: 6 },
  { heading: '应到\n天数', width: 6 },
  { heading: '差额', width: 5.5 },
  { heading: '本人签字', width: 16 },
];
const headingRow = 3;
const a4 = 9;

/**
 * The month's sheet as on paper; `blank`: without what was typed, to be filled in, with a list of marks
 * at each open cell and the others locked. Either can be imported again.
 */
export async function sheetWorkbook(month: AttendanceMonth, blank: boolean): Promise<Buffer> {
  const { Workbook } = await loadExcel();
  const workbook = new Workbook();
  const title = `${month.township.name}${monthInWords(month.month)}`;
  const sheet = workbook.addWorksheet(title, {
    views: [{ state: 'frozen', xSplit: before.length, ySplit: headingRow }],
    pageSetup: {
      paperSize: a4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
      printTitlesRow: `1:${headingRow}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
  sheet.columns = [...before, ...month.days.map(() => ({ width: 3.4 })), ...behind].map(
    ({ width }) => ({ width }),
  );
  addHeads(sheet, month);
  for (const [at, row] of month.rows.entries()) addRow(sheet, at, row, month.days, blank);
  if (blank) addMarkLists(sheet, month, { firstRow: headingRow + 1, firstDay: before.length + 1 });
  addBelow(sheet, month, blank);
  if (blank) await sheet.protect('', { formatColumns: true, formatRows: true });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addHeads(sheet: ExcelJS.Worksheet, month: AttendanceMonth): void {
  const width = before.length + month.days.length + behind.length;
  const title = sheet.addRow([sheetTitle(month)]);
  title.height = 34;
  sheet.mergeCells(1, 1, 1, width);
  title.getCell(1).style = officeStyles.title;

  const line = sheet.addRow([]);
  line.height = 20;
  const middle = before.length + month.days.length - 8;
  const parts = [
    { from: 1, to: middle - 10, text: `填报单位：${month.township.name}党委（公章）` },
    { from: middle - 9, to: middle, text: monthInWords(month.month) },
    { from: middle + 1, to: width, text: standingInWords(month) },
  ];
  const styles = [sheetStyles.line, sheetStyles.lineMiddle, sheetStyles.lineEnd];
  for (const [at, { from, to, text }] of parts.entries()) {
    sheet.mergeCells(2, from, 2, to);
    line.getCell(from).value = text;
    line.getCell(from).style = styles[at] ?? sheetStyles.line;
  }

  const days = month.days.map((day) => {
    const { number, below } = dayHeading(day);
    return `${number}\n${below}`;
  });
  const headings = [...before, ...days.map((heading) => ({ heading })), ...behind];
  const row = sheet.addRow(headings.map(({ heading }) => heading));
  row.height = 32;
  for (let at = 1; at <= width; at += 1) {
    const day = month.days[at - 1 - before.length];
    row.getCell(at).style = day && isRest(day) ? sheetStyles.headingRest : sheetStyles.heading;
  }
}

function addRow(
  sheet: ExcelJS.Worksheet,
  at: number,
  row: SheetRow,
  days: readonly SheetDay[],
  blank: boolean,
): void {
  const cells = days.map((day) => dayCell(row, day, blank));
  const figures = blank
    ? ['', requiredInWords(row), '']
    : [row.inVillage, requiredInWords(row), shortInWords(row)];
  const heads = [at + 1, row.villageName, row.cadreName, postInWords(row)];
  const signed = row.signedOn === null || blank ? '' : `已签（${row.signedOn}）`;
  const added = sheet.addRow([...heads, ...cells.map(({ text }) => text), ...figures, signed]);
  const isLong = row.cadreName.length > 4 || row.villageName.length > 6;
  added.height = isLong ? 28 : 22;
  const styles = [sheetStyles.figure, sheetStyles.start, sheetStyles.text, sheetStyles.text];
  const all = [
    ...styles,
    ...cells.map(({ style }) => style),
    ...behind.map(() => sheetStyles.text),
  ];
  for (const [index, style] of all.entries()) added.getCell(index + 1).style = style;
}

function dayCell(row: SheetRow, day: SheetDay, blank: boolean) {
  const inPost = row.firstDay <= day.day && day.day <= row.lastDay;
  if (!inPost) return { text: '', style: sheetStyles.closed };
  const rest = isRest(day);
  if (!blank) {
    return { text: printedSign(row, day.day), style: rest ? sheetStyles.rest : sheetStyles.day };
  }
  const prefilled = row.prefilled.includes(day.day) ? row.days[day.day] : undefined;
  return {
    text: prefilled === undefined ? '' : signOf(prefilled as Cell),
    style: rest ? sheetStyles.openRest : sheetStyles.open,
  };
}

/** Legend, calendar and the lines for signatures. */
function addBelow(sheet: ExcelJS.Worksheet, month: AttendanceMonth, blank: boolean): void {
  const width = before.length + month.days.length + behind.length;
  const legend = blank ? fullLegend() : legendOf(month.rows);
  for (const text of [legend, calendarInWords(month)]) {
    const row = sheet.addRow([text]);
    row.height = blank && text === legend ? 30 : 18;
    sheet.mergeCells(row.number, 1, row.number, width);
    row.getCell(1).style = sheetStyles.line;
  }
  const row = sheet.addRow([]);
  row.height = 40;
  const step = Math.floor(width / signatureLines.length);
  for (const [at, label] of signatureLines.entries()) {
    const from = at * step + 1;
    sheet.mergeCells(row.number, from, row.number, from + step - 1);
    row.getCell(from).value = `${label}：________________`;
    row.getCell(from).style = sheetStyles.line;
  }
}
