import { cellName } from './cell-reference.ts';
import type { ListSheet } from './marks.ts';
import { escaped } from './xml-copy.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What a cell of any workbook program may hold. */
const mostCharacters = 32_767;

interface ListStyles {
  heading: number;
  text: number;
}

/** The sheet with all that was found. Its cells are text in the file too: none can become a formula. */
export function* listSheetXml({ columns, rows }: ListSheet, styles: ListStyles): Generator<string> {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>`;
  const headings = columns.map(({ heading }) => heading);
  yield rowXml(1, headings, styles.heading);
  for (const [at, values] of rows.entries()) yield rowXml(at + 2, values, styles.text);
  const last = cellName({ row: rows.length + 1, column: Math.max(1, columns.length) });
  yield `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

/** A row of the sheet; empty cells are left out. */
export function rowXml(row: number, values: readonly (string | number)[], style: number): string {
  const cells = values.map((value, at) => {
    const place = `r="${cellName({ row, column: at + 1 })}"`;
    if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
    if (value === '') return '';
    const text = escaped(value.slice(0, mostCharacters)).replaceAll('&#10;', '\n');
    return `<c ${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}
