import type { Alignment, Borders, Fill, Style } from 'exceljs';

const songti = { name: '宋体', family: 3, charset: 134 };
const line = { style: 'thin' } as const;
const border: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const centred: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** Rest days, and days on which the post isn't held. */
const shaded = solid('FFE7E7E7');
const closed = solid('FFBFBFBF');

const text: Partial<Style> = {
  font: { ...songti, size: 10 },
  alignment: centred,
  border,
  numFmt: '@',
};

/** Two halves (√/机) are made small rather than broken over lines. */
const day: Partial<Style> = {
  ...text,
  alignment: { horizontal: 'center', vertical: 'middle', shrinkToFit: true },
};

/** How the month's sheet looks: black on white, rest days grey. */
export const sheetStyles = {
  line: {
    font: { ...songti, size: 10 },
    alignment: { ...centred, horizontal: 'left' },
    numFmt: '@',
  },
  lineMiddle: { font: { ...songti, size: 10 }, alignment: centred, numFmt: '@' },
  lineEnd: {
    font: { ...songti, size: 10 },
    alignment: { ...centred, horizontal: 'right' },
    numFmt: '@',
  },
  heading: { ...text, font: { ...songti, size: 10, bold: true } },
  headingRest: { ...text, font: { ...songti, size: 10, bold: true }, fill: shaded },
  text,
  start: { ...text, alignment: { ...centred, horizontal: 'left' } },
  figure: { ...text, numFmt: 'General' },
  day,
  rest: { ...day, fill: shaded },
  closed: { ...day, fill: closed },
  open: { ...day, protection: { locked: false } },
  openRest: { ...day, fill: shaded, protection: { locked: false } },
} satisfies Record<string, Partial<Style>>;
