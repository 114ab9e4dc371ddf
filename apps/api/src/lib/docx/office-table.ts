import {
  AlignmentType,
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

/** A table over the width of the text; its headings come again on every page, and no row breaks. */
export function officeTable(
  columns: readonly OfficeColumn[],
  rows: readonly (readonly string[])[],
): Table {
  const letters = columns.length > 8 ? narrowSize : size;
  const line = (values: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columns.map((column, at) => cell(values[at] ?? '', column, isHead, letters)),
    });
  return new Table({
    width: { size: textWidth.portrait, type: WidthType.DXA },
    columnWidths: columns.map(widthOf),
    rows: [
      line(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map((values) => line(values, false)),
    ],
  });
}

function widthOf({ share }: OfficeColumn): number {
  return Math.round((textWidth.portrait * share) / 100);
}

function cell(text: string, column: OfficeColumn, isHead: boolean, letters: number): TableCell {
  const alignment = column.words && !isHead ? AlignmentType.LEFT : AlignmentType.CENTER;
  return new TableCell({
    width: { size: widthOf(column), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60 },
    children: [
      new Paragraph({ alignment, children: [run(text, isHead ? 'heading' : 'text', letters)] }),
    ],
  });
}
