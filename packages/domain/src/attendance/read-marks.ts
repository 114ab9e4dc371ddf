import {
  type Cell,
  cellOf,
  type Half,
  halfSign,
  halvesOf,
  type Mark,
  marks,
  markWords,
} from '@xuanpai/contracts/attendance-marks';
import type { SignMeaning } from '@xuanpai/contracts/import-books';
import { closestName } from '../imports/closest-name.ts';
import { normalText } from '../office/text.ts';

/** Signs that somebody explained, by `signKey`. */
export type OwnSigns = ReadonlyMap<string, SignMeaning>;

export type ReadCell =
  /** Null: nothing is written, or a stroke through the cell. */
  | { ok: true; cell: Cell | null }
  /** `sign` is what isn't known, as written; `nearest` the mark that it may stand for. */
  | { ok: false; sign: string; nearest: Mark | null };

/** A sign as it is compared: half-width, lower case, without spaces, dots and brackets around. */
export function signKey(text: string): string {
  return normalText(text)
    .toLowerCase()
    .replace(/[\s。.，,]+$/u, '')
    .replace(/ /g, '')
    .replace(/^[('"“‘]+|[)'"”’]+$/g, '');
}

type Halves = readonly [Half, Half];

const wholeSigns = new Map<string, Mark>(
  marks.flatMap((mark) => {
    const word: { sign: string; zh: string; usual?: readonly string[] } = markWords[mark];
    const { sign, zh, usual = [] } = word;
    return [sign, zh, `${sign}假`, ...usual].map((text) => [signKey(text), mark] as const);
  }),
);
const halfSigns = new Set([
  halfSign,
  '▲',
  '半',
  '半天',
  '0.5',
  '.5',
  '1⁄2',
  '1/2',
  '0.5天',
  '半日',
]);
const strokes = /^[-—–―_/\\|~·*＊、]+$/u;
/** Characters of a cell that still says what a day was: 上午带薪年休假，下午机关工作. */
const longestSign = 30;
const separator = /[/\\|、，,;；]/u;

/**
 * Reads a cell of an office's sheet: √, △, 事假, 0.5; halves as √/机, 上午√下午机, √机; only one of them
 * as √/ or 下午√. Own signs come first. × is read as 旷工: what becomes of it is the caller's.
 */
export function readCell(text: string, own: OwnSigns = new Map()): ReadCell {
  const key = signKey(text);
  if (key === '') return { ok: true, cell: null };
  if (key.length > longestSign) {
    return { ok: false, sign: [...key].slice(0, longestSign).join(''), nearest: null };
  }
  const whole = halvesOfSign(key, own);
  if (whole) return said(whole);
  if (strokes.test(key)) return { ok: true, cell: null };
  for (const parts of [byTime(key), separated(key), withAmount(key), adjacent(key, own)]) {
    const read = parts && halvesOfParts(parts, own);
    if (read) return said(read);
  }
  const sign = (byTime(key) ?? separated(key) ?? []).find((part) => !isKnown(part, own)) ?? key;
  return { ok: false, sign, nearest: nearestMark(sign) };
}

/** A line through the cell, or nothing in it: it says nothing of the day. */
export function isStroke(text: string): boolean {
  const key = signKey(text);
  return key === '' || strokes.test(key);
}

function said([first, second]: Halves): ReadCell {
  return { ok: true, cell: cellOf(first, second) };
}

/** Both halves of one sign. */
function halvesOfSign(key: string, own: OwnSigns): Halves | null {
  const meaning = own.get(key) ?? (halfSigns.has(key) ? halfSign : wholeSigns.get(key));
  if (meaning === halfSign) return ['village', 'none'];
  const number = Number(key);
  const amount = /^\d+(\.\d+)?$/.test(key) && number === 1 ? 'village' : meaning;
  return amount === undefined ? null : [amount, amount];
}

function isKnown(part: string, own: OwnSigns): boolean {
  return part === '' || halvesOfSign(part, own) !== null;
}

/** Morning and afternoon; an empty part says nothing. △ beside another sign is the half in the village. */
function halvesOfParts([first, second]: readonly [string, string], own: OwnSigns): Halves | null {
  const read = [first, second].map((part) => {
    if (part === '') return 'none';
    const halves = halvesOfSign(part, own);
    return halves?.[0];
  });
  const [morning = null, afternoon = null] = read;
  if (morning === null || afternoon === null) return null;
  return morning === 'none' && afternoon === 'none' ? null : [morning, afternoon];
}

/** 上午√下午机, 上:√下:机, am√pm机, 下午√. */
function byTime(key: string): [string, string] | null {
  const both = /^(?:上午?|早上?|am):?(.+?)[,，;；、/]?(?:下午?|晚|pm):?(.+)$/u.exec(key);
  if (both) return [both[1] ?? '', both[2] ?? ''];
  const first = /^(?:上午|am):?(.+)$/u.exec(key) ?? /^(.+?):?(?:上午|am)$/u.exec(key);
  if (first) return [first[1] ?? '', ''];
  const second = /^(?:下午|pm):?(.+)$/u.exec(key) ?? /^(.+?):?(?:下午|pm)$/u.exec(key);
  return second ? ['', second[1] ?? ''] : null;
}

function separated(key: string): [string, string] | null {
  const at = key.search(separator);
  const by = at >= 0 ? at : key.slice(1, -1).search(/[-+]/u) + 1;
  if (by <= 0 && at !== 0) return null;
  const [first, second] = [key.slice(0, by), key.slice(by + 1)];
  return separator.test(second) ? null : [first, second];
}

/** 事0.5, 0.5事, 半天病: half of it, the other half not said. */
function withAmount(key: string): [string, string] | null {
  const after = /^(.+?)(?:0?\.5|半)天?$/u.exec(key);
  if (after) return [after[1] ?? '', ''];
  const before = /^(?:0?\.5|半)天?(.+)$/u.exec(key);
  return before ? [before[1] ?? '', ''] : null;
}

/** √机: two signs side by side. */
function adjacent(key: string, own: OwnSigns): [string, string] | null {
  for (let at = 1; at < key.length; at += 1) {
    const [first, second] = [key.slice(0, at), key.slice(at)];
    if (isKnown(first, own) && isKnown(second, own)) return [first, second];
  }
  return null;
}

/** The mark that a sign nobody knows comes nearest to: it holds its sign, or most of its word. */
function nearestMark(key: string): Mark | null {
  const held = marks.find((mark) => key.includes(signKey(markWords[mark].sign)));
  if (held) return held;
  const word = closestName(key, wholeSigns.keys());
  return word === null ? null : (wholeSigns.get(word) ?? null);
}

/**
 * The sign of a cell as it stands on paper: √, 机, √/机; △ for half a day in the village; 事/ and /√
 * where the other half isn't said. `readCell` reads every one of them back.
 */
export function signOf(cell: Cell | null): string {
  const halves = cell === null ? null : halvesOf(cell);
  if (!halves) return '';
  const [first, second] = halves;
  if (first === second) return signOfHalf(first);
  if (first === 'village' && second === 'none') return halfSign;
  return `${signOfHalf(first)}/${signOfHalf(second)}`;
}

function signOfHalf(half: Half): string {
  return half === 'none' ? '' : markWords[half].sign;
}

/**
 * 旷工 is the district's to confirm, after the cadre was heard (M6): from a sheet it is 未到岗. A cell
 * without it stays as it is.
 */
export function withoutAbsence(cell: Cell): Cell {
  const [first, second] = halvesOf(cell) ?? ['none', 'none'];
  const open = (half: Half) => (half === 'absent' ? 'unaccounted' : half);
  return cellOf(open(first), open(second)) ?? cell;
}
