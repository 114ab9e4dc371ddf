import type { Month } from '@xuanpai/contracts/attendance';
import { normalText } from '../office/text.ts';

/** What a text says about the month: both, one or none of year and number. */
interface SaidMonth {
  year: number | null;
  month: number | null;
}

/** Where a sheet says which month it is. */
export interface MonthSources {
  /** The rows above the headings. */
  title: string;
  sheetName: string;
  filename: string;
  /** Of headings that are dates. */
  heading: SaidMonth | null;
  /** That other sheets of the book say, where it is one. */
  otherYear?: number | null;
}

export type FoundMonth =
  | { month: Month; unclear: null }
  | { month: null; unclear: 'notSaid' }
  /** Title and sheet name say different months. */
  | { month: null; unclear: 'differs'; said: [number, number] };

/**
 * The month of a sheet: from its title, its name or its headings, a missing year from any of them or
 * from the name of the file. A title that was left from the month before is not believed.
 */
export function monthOfSheet(sources: MonthSources): FoundMonth {
  const { title, sheetName, filename, heading, otherYear = null } = sources;
  const said = [saidMonth(title), saidMonth(sheetName), ...(heading ? [heading] : [])];
  const numbers = [...new Set(said.flatMap(({ month }) => month ?? []))];
  const [first, second] = numbers;
  if (first !== undefined && second !== undefined) {
    return { month: null, unclear: 'differs', said: [first, second] };
  }
  const file = saidMonth(filename);
  const number = first ?? file.month;
  const year = [...said, file].find((one) => one.year !== null)?.year ?? otherYear;
  if (number === null || number === undefined || year === null) {
    return { month: null, unclear: 'notSaid' };
  }
  return { month: `${year}-${String(number).padStart(2, '0')}` as Month, unclear: null };
}

/** 2016年6月, 2016.6, 2016-06, 201606, 二〇一六年六月, 6月份, 2016年. */
export function saidMonth(written: string): SaidMonth {
  const text = inFigures(normalText(written).replace(/ /g, ''));
  const both =
    /((?:19|20)\d{2})年度?(\d{1,2})月/u.exec(text) ??
    /(?<!\d)((?:19|20)\d{2})[-./_](\d{1,2})(?!\d)/u.exec(text) ??
    /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(?!\d)/u.exec(text);
  if (both && isMonth(both[2])) return { year: Number(both[1]), month: Number(both[2]) };
  const month = /(?<!\d)(\d{1,2})月/u.exec(text);
  const year = /(?<!\d)((?:19|20)\d{2})(?:年|(?!\d))/u.exec(text);
  return {
    year: year ? Number(year[1]) : null,
    month: month && isMonth(month[1]) ? Number(month[1]) : null,
  };
}

function isMonth(text: string | undefined): boolean {
  return Number(text) >= 1 && Number(text) <= 12;
}

const figures = '〇一二三四五六七八九';

/** 二〇一六年十二月 → 2016年12月. */
function inFigures(text: string): string {
  return text
    .replace(/[〇○Ｏ零一二三四五六七八九]{4}年/gu, (year) =>
      [...year].map((one) => figureOf(one) ?? one).join(''),
    )
    .replace(/(十?[一二三四五六七八九]|十)月/gu, (_, number: string) => {
      const last = number.at(-1) === '十' ? 0 : Number(figureOf(number.at(-1) ?? ''));
      return `${(number.startsWith('十') ? 10 : 0) + last}月`;
    });
}

function figureOf(character: string): string | null {
  const at = figures.indexOf(/[○Ｏ零]/u.test(character) ? '〇' : character);
  return at < 0 ? null : String(at);
}

/** 郑旺镇 is also 郑旺, 朝阳街道 also 朝阳. */
const kindOfTownship = /(?:镇|乡|街道办事处|街道|园区|开发区|经济开发区)$/u;

/**
 * The township that a sheet names: in full in its title or name, else by its short name, title before
 * name. Null where it names none.
 */
export function townshipOfSheet<Township extends { name: string }>(
  { title, sheetName }: Pick<MonthSources, 'title' | 'sheetName'>,
  townships: readonly Township[],
): Township | null {
  const byLength = townships.toSorted((a, b) => b.name.length - a.name.length);
  const texts = [title, sheetName].map((text) => normalText(text).replace(/ /g, ''));
  for (const nameOf of [
    (name: string) => name,
    (name: string) => name.replace(kindOfTownship, ''),
  ]) {
    for (const text of texts) {
      const found = byLength.find(({ name }) => nameOf(name) !== '' && text.includes(nameOf(name)));
      if (found) return found;
    }
  }
  return null;
}
