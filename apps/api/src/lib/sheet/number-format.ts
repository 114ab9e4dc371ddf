import { addDays, daysBetween, isRealDate } from '@xuanpai/domain/office/plain-date';

/** What a number format makes of a number, as far as a register cares. */
export interface NumberFormat {
  /** A date with its day, or a month (`yyyy年m月`). */
  date: 'day' | 'month' | null;
  /** Digits before the point that are always shown, and digits after it. */
  whole: number;
  decimals: number;
}

export const generalFormat: NumberFormat = { date: null, whole: 1, decimals: 0 };

/**
 * Built-in formats that are dates (ECMA-376 part 1, 18.8.30), with those of the Chinese version: 27, 36,
 * 50, 52 and 57 are yyyy年m月.
 */
const builtInMonths = new Set([17, 27, 36, 50, 52, 57]);
const builtInDays = new Set([14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58]);

/** The format of a style: built in by its number, else by its code (`yyyy"年"m"月";@`). */
export function numberFormatOf(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return customFormat(code);
  if (builtInMonths.has(id)) return { ...generalFormat, date: 'month' };
  if (builtInDays.has(id)) return { ...generalFormat, date: 'day' };
  if (id === 2) return { ...generalFormat, decimals: 2 };
  return generalFormat;
}

function customFormat(code: string): NumberFormat {
  const bare = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';')[0]
    ?.trim();
  if (bare === undefined || /general/i.test(bare)) return generalFormat;
  if (/y|e(?![+-])|d|a{3}/i.test(bare)) {
    return { ...generalFormat, date: /d|a{3}/i.test(bare) ? 'day' : 'month' };
  }
  const [, whole = '', decimals = ''] = /^(0+)(?:\.(0+))?$/.exec(bare) ?? [];
  return { date: null, whole: Math.max(1, whole.length), decimals: decimals.length };
}

/**
 * The number in plain decimal, at the 15 digits that workbook programs show: no exponent, no
 * 18.800000000000001. Zeros that the format shows are kept (1977.10, 007); nothing is rounded by it.
 */
export function numberText(value: number, format: NumberFormat): string {
  const shown = Number.isInteger(value) ? value : Number(value.toPrecision(15));
  let text = String(shown);
  if (text.includes('e')) text = plainDecimal(shown);
  if (format.whole === 1 && format.decimals === 0) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = text.slice(sign.length).split('.');
  const padded = fraction.padEnd(format.decimals, '0');
  return `${sign}${whole.padStart(format.whole, '0')}${padded === '' ? '' : `.${padded}`}`;
}

function plainDecimal(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '');
}

const origins = { 1900: '1899-12-30', 1904: '1904-01-01' } as const;
/** 9999-12-31, counted from 1900. */
const lastSerial = 2_958_465;

/**
 * The ISO date of a serial number, `YYYY-MM` for the first of a month in a format that shows no day.
 * Null when it is no date: negative, beyond 9999, or 29 February 1900.
 */
export function serialDateText(
  serial: number,
  date: 'day' | 'month',
  dateSystem: 1900 | 1904,
): string | null {
  const days = Math.floor(serial);
  const last = dateSystem === 1904 ? lastSerial - 1462 : lastSerial;
  if (days < 1 || days > last || (dateSystem === 1900 && days === 60)) return null;
  const origin: string = origins[dateSystem];
  if (!isRealDate(origin)) return null;
  const text: string = addDays(origin, dateSystem === 1900 && days < 60 ? days + 1 : days);
  return date === 'month' && text.endsWith('-01') ? text.slice(0, 7) : text;
}

/** The serial number of a day in the 1900 system; null for text that is no day or before 1900-03-01. */
export function serialOf(text: string): number | null {
  const origin: string = origins[1900];
  if (!isRealDate(text) || !isRealDate(origin)) return null;
  const days = daysBetween(origin, text);
  return days > 60 ? days : null;
}
