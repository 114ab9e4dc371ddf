import type { Alignment, Borders, Style } from 'exceljs';
import type { SheetColumnKind } from './written-value.ts';

const songti = { name: '宋体', family: 3, charset: 134 };
const heiti = { name: '黑体', family: 3, charset: 134 };
const line = { style: 'thin' } as const;
const border: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const centred: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };

export const officeStyles = {
  title: { font: { ...songti, size: 18, bold: true }, alignment: centred },
  note: { font: { ...songti, size: 11 }, alignment: { ...centred, horizontal: 'left' } },
  heading: { font: { ...heiti, size: 11 }, alignment: centred, border, numFmt: '@' },
} satisfies Record<string, Partial<Style>>;

/**
 * With the text format (@) a cell stays text also when somebody edits it: "=1+1" doesn't become a
 * formula then, nor an ID number 3.71E+17.
 */
const numberFormats: Record<SheetColumnKind, string> = {
  text: '@',
  number: 'General',
  date: 'yyyy-mm-dd',
  month: '@',
  money: '#,##0.00',
  moneyTenThousand: 'General',
};

const styles = new Map<string, Partial<Style>>();

/** The style of a value in a column of this kind; the same object each time, which keeps the file small. */
export function columnStyle(kind: SheetColumnKind, bold: boolean): Partial<Style> {
  const key = `${kind} ${bold}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const isMoney = kind === 'money' || kind === 'moneyTenThousand';
  const style: Partial<Style> = {
    font: { ...songti, size: 11, bold },
    alignment: { ...centred, horizontal: isMoney ? 'right' : 'center' },
    border,
    numFmt: numberFormats[kind],
  };
  styles.set(key, style);
  return style;
}
