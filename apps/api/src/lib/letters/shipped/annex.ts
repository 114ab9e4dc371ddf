import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { officeDocument, plain, run, textWidth, title } from '../../docx/office-document.ts';

/** Headings, what stands below, and the share of the width. */
const columns = [
  ['序号', '{#人员}{序号}', 5.5],
  ['镇街', '{镇街}', 10],
  ['村', '{村}', 13],
  ['姓名', '{姓名}', 8],
  ['性别', '{性别}', 5.5],
  ['出生年月', '{出生年月}', 11],
  ['单位及职务', '{单位}{#原职务}{原职务}{/原职务}', 25],
  ['任职职务', '{任职职务}', 13.5],
  ['任职方式', '{任职方式}{/人员}', 8.5],
] as const;

/** 名册附件: everybody, in the order of townships and villages. */
export function annex(): Promise<Uint8Array> {
  return officeDocument(
    [
      plain('附件'),
      title('选派干部到村任职名册'),
      plain('{批次}　共{人数}名，{村数}个村　{日期}', { alignment: AlignmentType.CENTER }),
      new Table({
        width: { size: textWidth.landscape, type: WidthType.DXA },
        columnWidths: columns.map(([, , share]) => widthOf(share)),
        rows: [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: columns.map(([head, , share]) => cell(head, share, true)),
          }),
          new TableRow({
            cantSplit: true,
            children: columns.map(([, tag, share]) => cell(tag, share, false)),
          }),
        ],
      }),
    ],
    { landscape: true },
  );
}

function widthOf(share: number): number {
  return Math.round((textWidth.landscape * share) / 100);
}

function cell(content: string, share: number, isHead: boolean): TableCell {
  return new TableCell({
    width: { size: widthOf(share), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [run(content, isHead ? 'heading' : 'text', 22)],
      }),
    ],
  });
}
