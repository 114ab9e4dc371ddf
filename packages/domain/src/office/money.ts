import type { OfficeCell, OfficeProblem } from './office-problem.ts';
import { cellText } from './office-problem.ts';
import { normalText } from './text.ts';

export type MoneyUnit = 'yuan' | 'thousandYuan' | 'tenThousandYuan' | 'hundredMillionYuan';

export type MoneyProblem = OfficeProblem<'unreadable' | 'tooLarge'>;

/** `fen` is null for a blank cell, which is not the same as 0. */
export type MoneyCheck = { ok: true; fen: number | null } | { ok: false; problem: MoneyProblem };

const unitWords: Record<string, MoneyUnit> = {
  元: 'yuan',
  千元: 'thousandYuan',
  万: 'tenThousandYuan',
  万元: 'tenThousandYuan',
  亿元: 'hundredMillionYuan',
};

/** How many places the decimal point moves from the unit to fen (分, a hundredth of a yuan). */
const placesToFen: Record<MoneyUnit, number> = {
  yuan: 2,
  thousandYuan: 5,
  tenThousandYuan: 6,
  hundredMillionYuan: 10,
};

/** numeric(14,2): 12 digits of yuan. */
const mostFen = 99_999_999_999_999;

/**
 * Reads an amount of money: 0.9, 1,234.5, ¥30000, full-width digits, blank or a dash.
 *
 * `unit` comes from the column's heading; a unit in the cell itself (3万元) goes before it. The point is
 * moved in the decimal text, so no binary fraction is lost; parts of a fen are rounded half up.
 * Gives whole fen, or the problem in words where the cell holds anything but an amount.
 */
export function parseMoney(cell: OfficeCell, unit: MoneyUnit): MoneyCheck {
  const shown = normalText(cellText(cell)).replace(/^['’]/, '');
  const text = shown.replace(/ /g, '');
  if (/^[-—–/]*$/.test(text)) return { ok: true, fen: null };

  const [, sign, whole, fraction = '', exponent = '0', word] =
    /^[¥￥]?([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?(?:e([+-]?\d{1,3}))?(元|千元|万元?|亿元)?$/i.exec(
      text,
    ) ?? [];
  if (sign === undefined || (whole === undefined && fraction === '')) return unreadable(shown);

  const places = placesToFen[unitWords[word ?? ''] ?? unit] + Number(exponent);
  const fen = shifted((whole ?? '').replaceAll(',', ''), fraction, places);
  if (fen > mostFen) return tooLarge(shown);
  return { ok: true, fen: sign === '-' && fen !== 0 ? -fen : fen };
}

/** Fen as the API writes money: `"30000.00"`. */
export function moneyText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The fen of an amount as the API writes it (`"30000.00"`). Throws a RangeError for any other text. */
export function fenOf(money: string): number {
  if (!/^-?\d{1,12}\.\d{2}$/.test(money)) throw new RangeError(`not an amount of yuan: ${money}`);
  return Number(money.replace('.', '')) + 0;
}

/** Fen in 万元 without needless zeros, as sheets and pages show it: 900000 → `"0.9"`. */
export function tenThousandText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  const text = `${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
  return fen < 0 ? `-${text}` : text;
}

/**
 * What a heading says about its column: 2014年村集体经营性收入（万元） → year 2014, tenThousandYuan.
 * Null where it says nothing; 单元 or 多元 is no unit.
 */
export function headingUnit(heading: string): { unit: MoneyUnit | null; year: number | null } {
  const text = normalText(heading).replace(/ /g, '');
  const [, word] =
    /(?<![十百千万])([亿万千]元)/.exec(text) ??
    /[([【:,、/](?:单位:?)?(元)(?:$|[/)\]】、,])/.exec(text) ??
    /(?<=[入额金费款资值])(元)$/.exec(text) ??
    [];
  const [, year] = /((?:19|20)\d{2})年/.exec(text) ?? /^((?:19|20)\d{2})(?!\d)/.exec(text) ?? [];
  return {
    unit: unitWords[word ?? ''] ?? null,
    year: year === undefined ? null : Number(year),
  };
}

function shifted(whole: string, fraction: string, places: number): number {
  const digits = whole + fraction;
  const point = whole.length + places;
  if (point < 0) return 0;
  const kept = digits.slice(0, point).padEnd(point, '0');
  const roundsUp = Number(digits.charAt(point) || '0') >= 5;
  return Number(kept || '0') + (roundsUp ? 1 : 0);
}

function unreadable(shown: string): MoneyCheck {
  return {
    ok: false,
    problem: { code: 'unreadable', zh: `“${shown}”不是金额`, en: `“${shown}” is no amount` },
  };
}

function tooLarge(shown: string): MoneyCheck {
  return {
    ok: false,
    problem: { code: 'tooLarge', zh: `“${shown}”超出范围`, en: `“${shown}” is too large` },
  };
}
