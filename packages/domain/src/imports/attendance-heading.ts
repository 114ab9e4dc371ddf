import { markWords } from '@xuanpai/contracts/attendance-marks';
import { signKey } from '../attendance/read-marks.ts';
import { findHeadingRow, type HeadingRow, headingKey } from '../office/headings.ts';
import { rowKind } from '../office/rows.ts';
import { normalText } from '../office/text.ts';
import { type AttendanceField, attendanceColumns } from './attendance-columns.ts';

/** A day as a heading says it, with month and year where it says them. */
export interface HeadingDay {
  day: number;
  month: number | null;
  year: number | null;
}

const patterns = [
  /^(?<year>(?:19|20)\d{2})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号]?$/u,
  /^(?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号]?$/u,
  /^(?<day>\d{1,2})[日号]?$/u,
];
const weekday = /[(]?(?:星期|周|礼拜)?[一二三四五六日天班休][)]?$/u;

/** The day of a heading: 1, 1日, 6月1日, 2016-06-01, also with the weekday below it. Null for others. */
export function dayOfHeading(heading: string): HeadingDay | null {
  const text = normalText(heading).replace(/ /g, '');
  for (const written of [text, text.replace(weekday, '')]) {
    for (const pattern of patterns) {
      const found = pattern.exec(written)?.groups;
      if (!found) continue;
      const [day, month, year] = [found.day, found.month, found.year].map(figureOf);
      const fits = day && day <= 31 && (!month || (month >= 1 && month <= 12));
      if (fits) return { day, month: month ?? null, year: year ?? null };
    }
  }
  return null;
}

function figureOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** Days that a sheet must name to be an attendance sheet: fewer are a list with some numbers in it. */
const fewestDays = 7;

/** The headings of an attendance sheet among its first rows, its days as plain numbers. */
export function findAttendanceHeading(
  rows: readonly (readonly string[])[],
): HeadingRow<AttendanceField> | null {
  const plain = rows.map((row) => row.map(plainHeading));
  const found = findHeadingRow<AttendanceField>(plain, attendanceColumns);
  if (!found) return null;
  const days = found.fields.filter((field) => field !== null && /^d\d/.test(field));
  return days.length < fewestDays ? null : found;
}

export function plainHeading(text: string): string {
  const day = dayOfHeading(text)?.day;
  return day === undefined ? text : String(day);
}

const below =
  /^(?:注|说明|图例|符号|考勤符号|标记|填表|填报|制表|审核|审批|复核|经办|负责人|主要负责人|分管|联系人|村党组织|村党支部|镇街党委|党委|党工委|组织委员|组织科|单位负责人|领导签字|盖章|签字|签章|报送|年月日|\d{4}年\d{1,2}月)/u;
const weekdays = /^(?:(?:星期|周)?[一二三四五六日天]|班|休|节)$/u;

/**
 * Whether a row below the headings is somebody's: it names a person. Weekday rows, legends, signature
 * lines, totals and repeated headings name none. `nameless`: marks stand there, and no name.
 */
export function attendanceRowKind(
  cells: readonly string[],
  heading: HeadingRow<AttendanceField>,
): 'data' | 'nameless' | 'other' {
  const plain = heading.headings.map((_, at) => cells[at] ?? '');
  if (rowKind(plain.map(plainHeading), heading) !== 'data') return 'other';
  const first = headingKey(plain.find((text) => text.trim() !== '') ?? '');
  if (below.test(first) || isLegend(plain)) return 'other';
  const nameAt = heading.fields.indexOf('name');
  if (nameAt >= 0 && (plain[nameAt] ?? '').trim() !== '') return 'data';
  const marked = heading.fields
    .flatMap((field, at) =>
      field !== null && /^d\d/.test(field) ? [signKey(plain[at] ?? '')] : [],
    )
    .filter((text) => text !== '');
  if (marked.length === 0 || marked.every((text) => weekdays.test(text))) return 'other';
  return marked.some((text) => text.length > 6) ? 'other' : 'nameless';
}

/** √在村 △半天 外出…: several signs, each with its word, in one cell or cell by cell. */
function isLegend(cells: readonly string[]): boolean {
  const keys = cells.map(signKey).filter((key) => key !== '');
  const explained = signs.filter(({ sign, pattern }) =>
    keys.some((key) => key.includes(sign) && pattern.test(key)),
  );
  return explained.length >= 3;
}

const signs = Object.values(markWords).map(({ sign, zh }) => ({
  sign,
  pattern: new RegExp(`${sign}[:=-]?${zh.slice(0, 2)}`, 'u'),
}));
