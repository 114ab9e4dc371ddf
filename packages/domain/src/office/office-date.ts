import type { PlainDate } from '@xuanpai/contracts/values';
import type { OfficeCell, OfficeProblem } from './office-problem.ts';
import { cellText } from './office-problem.ts';
import { addDays, plainDateOf } from './plain-date.ts';
import { normalText } from './text.ts';

export type OfficeDateProblem = OfficeProblem<
  'empty' | 'unreadable' | 'year' | 'yearOnly' | 'shortYear' | 'month' | 'day' | 'lostZero'
>;

export type OfficeDate =
  | { ok: true; date: PlainDate; precision: 'month' | 'day' }
  | { ok: false; problem: OfficeDateProblem };

/** Which day a workbook counts from; `readWorkbook` says which. */
export type DateSystem = 1900 | 1904;

const earliestYear = 1900;
const latestYear = 2100;
const separator = '[.。·/\\-—–_、]';
const yearMonthDay = new RegExp(
  `^(\\d{4})(?:年|${separator})(\\d{1,2})(?:(?:月|${separator})(?:(\\d{1,2})(?:日|号)?)?)?${separator}?$`,
);

/**
 * Reads a date in any way that offices write it: 1977.07, 1977年7月, 1977-07, 197707, 1977/7/5,
 * 1977.7.5, 19770705, 1977年7月5日, each also in full-width digits or followed by (38岁) or a time,
 * and the serial numbers of workbooks (27945).
 *
 * Gives the day and its precision (a month alone is its first day), or the problem in words.
 */
export function parseOfficeDate(cell: OfficeCell, dateSystem: DateSystem = 1900): OfficeDate {
  const shown = normalText(cellText(cell)).replace(/^['’]/, '');
  if (shown === '') return refused('empty', '没有填写日期', 'No date');
  const text = shown
    .replace(/\(\d+周?岁\)$/, '')
    .replace(/^(\d{4}\D\d{1,2}\D\d{1,2}日?)[ T]\d{1,2}:\d{2}.*$/, '$1')
    .replace(/ /g, '');

  if (isNumber(cell) && /^\d{4}\.1$/.test(text)) return lostZero(shown);
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Math.floor(Number(text)), dateSystem, shown);
  if (/^\d{8}$/.test(text)) {
    return fromParts(text.slice(0, 4), text.slice(4, 6), text.slice(6), shown);
  }
  if (/^\d{6}$/.test(text)) return fromParts(text.slice(0, 4), text.slice(4), undefined, shown);
  if (/^\d{4}年?$/.test(text)) return yearOnly(shown);
  if (/^'?\d{2}(年|[.\-/])\d{1,2}(\D|$)/.test(text)) return shortYear(shown);
  const [, year, month, day] = yearMonthDay.exec(text) ?? [];
  if (year === undefined || month === undefined) return unreadable(shown);
  return fromParts(year, month, day, shown);
}

function isNumber(cell: OfficeCell): boolean {
  return typeof cell !== 'string' && cell.kind === 'number';
}

function fromParts(
  year: string,
  month: string,
  day: string | undefined,
  shown: string,
): OfficeDate {
  const y = Number(year);
  if (y < earliestYear || y > latestYear) {
    return refused(
      'year',
      `“${shown}”的年份不在${earliestYear}—${latestYear}之间`,
      `The year of “${shown}” is not between ${earliestYear} and ${latestYear}`,
    );
  }
  const first = plainDateOf(y, Number(month), 1);
  if (first === null) {
    return refused('month', `“${shown}”没有这个月份`, `“${shown}” has no such month`);
  }
  if (day === undefined) return { ok: true, date: first, precision: 'month' };
  const date = plainDateOf(y, Number(month), Number(day));
  if (date === null) return refused('day', `“${shown}”没有这一天`, `“${shown}” is no day`);
  return { ok: true, date, precision: 'day' };
}

/**
 * Workbooks count from 1900-01-01 as 1, with a 29 February 1900 that never was: for all days since, as
 * if from 1899-12-30.
 */
function fromSerial(serial: number, dateSystem: DateSystem, shown: string): OfficeDate {
  const origin = dateSystem === 1904 ? plainDateOf(1904, 1, 1) : plainDateOf(1899, 12, 30);
  if (origin === null) return unreadable(shown);
  const date = addDays(origin, serial);
  return fromParts(date.slice(0, 4), date.slice(5, 7), date.slice(8), shown);
}

/** As a number, 1977.10 is stored as 1977.1: nobody can tell it from January any more. */
function lostZero(shown: string): OfficeDate {
  const year = shown.slice(0, 4);
  return refused(
    'lostZero',
    `“${shown}”可能是1月，也可能是10月（存成数字会丢掉末尾的0），请写成${year}.01或${year}.10`,
    `“${shown}” may be January or October (a number loses its last 0): write ${year}.01 or ${year}.10`,
  );
}

function yearOnly(shown: string): OfficeDate {
  return refused(
    'yearOnly',
    `“${shown}”只有年份，请写到月份，如1977.07`,
    `“${shown}” is a year only: write the month too, like 1977.07`,
  );
}

function shortYear(shown: string): OfficeDate {
  return refused(
    'shortYear',
    `“${shown}”的年份请写四位，如1977.07`,
    `Write the year of “${shown}” with four digits, like 1977.07`,
  );
}

function unreadable(shown: string): OfficeDate {
  return refused(
    'unreadable',
    `“${shown}”不是日期，请写成1977.07或1977.07.05`,
    `“${shown}” is no date: write it like 1977.07 or 1977.07.05`,
  );
}

function refused(code: OfficeDateProblem['code'], zh: string, en: string): OfficeDate {
  return { ok: false, problem: { code, zh, en } };
}
