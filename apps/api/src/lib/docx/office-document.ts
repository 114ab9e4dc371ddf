import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { partsOf, zipParts } from './parts.ts';

/**
 * A document in the form of GB/T 9704-2012: A4; margins 37, 35, 28, 26 mm; title 小标宋 size 2 (22 pt);
 * text 仿宋 size 3 (16 pt), 22 lines a page of 29 pt; first-level headings 黑体.
 */
const millimetre = 1440 / 25.4;
const page = { width: 11_906, height: 16_838 };
const margin = {
  top: Math.round(37 * millimetre),
  bottom: Math.round(35 * millimetre),
  left: Math.round(28 * millimetre),
  right: Math.round(26 * millimetre),
};
/** Of a sheet that a meeting has before it: what fits on it counts. */
const sheetMargin = Math.round(15 * millimetre);
const sides = (all: number) => ({ top: all, bottom: all, left: all, right: all });
/** Twips of the text's width. */
export const textWidth = {
  ...{ portrait: 8845, landscape: 13_777 },
  sheet: page.height - 2 * sheetMargin,
};
const line = { line: 29 * 20, lineRule: LineRuleType.EXACT };
/** Two characters of size 3, in twips. */
const indent = 640;

/** Fonts by the names that offices have; what stands in for a missing one is in the font table. */
const fonts = {
  text: fontOf('仿宋_GB2312'),
  title: fontOf('方正小标宋简体'),
  heading: fontOf('黑体'),
};
export type OfficeFont = keyof typeof fonts;

function fontOf(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
}

const standIns = {
  仿宋_GB2312: ['仿宋', 'auto'],
  方正小标宋简体: ['小标宋', 'roman'],
  黑体: ['SimHei', 'modern'],
} as const;

function fontTable(): string {
  const entries = Object.entries(standIns).map(
    ([name, [altName, family]]) =>
      `<w:font w:name="${name}"><w:altName w:val="${altName}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  );
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${main}">${entries.join('')}</w:fonts>`;
}

/** Text in a font of the standard; sizes in half points. */
export function run(text: string, font: OfficeFont = 'text', size = 32): TextRun {
  return new TextRun({ text, font: fonts[font], size });
}

export function title(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...line, line: 33 * 20, before: 240, after: 240 },
    children: [run(text, 'title', 44)],
  });
}

/** The number of the letter, at the right above the title. */
export function number(text: string): Paragraph {
  return plain(text, { alignment: AlignmentType.RIGHT });
}

export function plain(text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: line, ...options, children: [run(text)] });
}

/** A paragraph of the text, with two characters of indent. */
export function text(content: string): Paragraph {
  return plain(content, { indent: { firstLine: indent }, alignment: AlignmentType.BOTH });
}

export function heading(content: string): Paragraph {
  return new Paragraph({
    spacing: line,
    indent: { firstLine: indent },
    keepNext: true,
    children: [run(content, 'heading')],
  });
}

/** A line with nothing but the beginning or the end of what is repeated: it isn't printed. */
export function mark(tag: string): Paragraph {
  return new Paragraph({ spacing: line, children: [run(tag)] });
}

/** Who writes, and when: at the right, four characters from the edge. */
export function signed(who: string, date = '{日期}'): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, indent: { right: indent }, keepLines: true };
  return [
    plain('', { keepNext: true }),
    plain(who, { ...right, keepNext: true }),
    plain(date, right),
  ];
}

/** A line of the receipt below a letter: smaller, so that both fit on a page. */
export function stub(content: string, kind: 'plain' | 'text' | 'signature' = 'plain'): Paragraph {
  return new Paragraph({
    spacing: { line: 24 * 20, lineRule: LineRuleType.EXACT },
    ...(kind === 'text' ? { indent: { firstLine: 560 } } : {}),
    ...(kind === 'signature' ? { alignment: AlignmentType.RIGHT, indent: { right: indent } } : {}),
    children: [run(content, 'text', 28)],
  });
}

/** The bytes of a document with these paragraphs. */
export async function officeDocument(
  children: FileChild[],
  { landscape = false, numbered = true, sheet = false } = {},
): Promise<Uint8Array> {
  const orientation = landscape || sheet ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: '宋体', size: 28 }),
        ],
      }),
    ],
  });
  const document = new Document({
    creator: 'Xuanpai',
    styles: { default: { document: { run: { font: fonts.text, size: 32 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...page, orientation },
            margin: sheet ? sides(sheetMargin) : margin,
            pageNumbers: { start: 1 },
          },
        },
        ...(numbered ? { footers: { default: footer } } : {}),
        children,
      },
    ],
  });
  const parts = await partsOf(await Packer.toBuffer(document));
  return zipParts(parts.set('word/fontTable.xml', Buffer.from(fontTable())));
}
