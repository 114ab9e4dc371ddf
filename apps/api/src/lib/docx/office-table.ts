import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { run, textWidth } from './office-document.ts';

/** A column: its heading, and its share of the width in per cent. Words begin at the left. */
export interface OfficeColumn {
  heading: string;
  share: number;
  words?: boolean;
}

/** Size 小四, in half points: a table of twelve columns fits the width. */
const size = 24;
const narrowSize = 21;
/** 小五: of a sheet. */
const sheetSize = 18;
/** A table of so few rows stays on one page. */
const fewRows = 8;

interface TableLook {
  /** Of the whole table, in twips; by default of the text of a page upright. */
  width?: number;
  /** At least, in twips: of rows that are filled in by hand. */
  rowHeight?: number;
}

/** A table over the width of the text; its headings come again on every page, and no row breaks. */
export function officeTable(
  columns: readonly OfficeColumn[],
  rows: readonly (readonly string[])[],
  { width = textWidth.portrait, rowHeight = 0 }: TableLook = {},
): Table {
  const letters = width === textWidth.sheet ? sheetSize : columns.length > 8 ? narrowSize : size;
  const isShort = rows.length <= fewRows;
  const line = (values: readonly string[], isHead: boolean, keepNext = false) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      ...(rowHeight > 0 ? { height: { value: rowHeight, rule: HeightRule.ATLEAST } } : {}),
      children: columns.map((column, at) =>
        cell(values[at] ?? '', column, { isHead, letters, keepNext, width }),
      ),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns.map((column) => widthOf(column, width)),
    rows: [
      line(
        columns.map(({ heading }) => heading),
        true,
        true,
      ),
      ...rows.map((values, at) => line(values, false, isShort && at < rows.length - 1)),
    ],
  });
}

function widthOf({ share }: OfficeColumn, width: number): number {
  return Math.round((width * share) / 100);
}

interface CellLook {
  isHead: boolean;
  letters: number;
  /** Stays on one page with the row below. */
  keepNext: boolean;
  /** Of the whole table, in twips. */
  width: number;
}

function cell(text: string, column: OfficeColumn, look: CellLook): TableCell {
  const { isHead, letters, keepNext, width } = look;
  const alignment = column.words && !isHead ? AlignmentType.LEFT : AlignmentType.CENTER;
  return new TableCell({
    width: { size: widthOf(column, width), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60 },
    children: [
      new Paragraph({
        alignment,
        keepNext,
        children: [run(text, isHead ? 'heading' : 'text', letters)],
      }),
    ],
  });
}
