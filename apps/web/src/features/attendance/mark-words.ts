import {
  type Cell,
  cellOf,
  halfKey,
  halvesOf,
  type Mark,
  marks,
  markWords,
} from '@xuanpai/contracts/attendance-marks';
import { readCell, signOf, withoutAbsence } from '@xuanpai/domain/attendance/read-marks';
import { word } from '../../locales/word.ts';

/** △: half a day in the village. */
export const halfDay = cellOf('village', 'none');

const byKey = new Map<string, Cell | null>([
  ...marks.flatMap((mark) => {
    const { key } = markWords[mark];
    return key === '' ? [] : [[key, cellOf(mark)] as const];
  }),
  [halfKey, halfDay],
]);

/** The cell that a key sets; undefined where it means nothing. 旷工 has none: the district confirms it. */
export function keyToCell(key: string): string | null | undefined {
  return byKey.get(key.toUpperCase()) ?? parseSign(key, false);
}

/** What is typed in the field or pasted, in the usual variants too; undefined where it can't be read. */
export function parseCell(text: string): string | null | undefined {
  return parseSign(text, true);
}

/** A key that isn't a letter may be a sign itself, as from a handwriting panel: 病. */
function parseSign(text: string, letters: boolean): string | null | undefined {
  if (!letters && /^[\x20-\x7e]$/.test(text)) return undefined;
  const typed = letters ? (byKey.get(text.trim().toUpperCase()) ?? null) : null;
  if (typed !== null) return typed;
  const read = readCell(text);
  if (!read.ok) return undefined;
  return read.cell === null ? null : withoutAbsence(read.cell);
}

export function signOfCell(value: string | null): string {
  return signOf(value as Cell | null);
}

/** A cell in words, for screen readers and lists: 在村, 上午在村下午机关. */
export function cellInWords(value: string | null, words: CellWords): string {
  const halves = value === null ? null : halvesOf(value);
  if (!halves) return words.unfilled;
  const [first, second] = halves;
  if (first === second) return first === 'none' ? words.unfilled : word(markWords[first]);
  if (second === 'none') return words.half(word(markWords[first as Mark]));
  if (first === 'none') return words.half(word(markWords[second]));
  return words.halves(word(markWords[first]), word(markWords[second]));
}

export interface CellWords {
  unfilled: string;
  half: (mark: string) => string;
  halves: (first: string, second: string) => string;
}

export function hasMark(value: string | null | undefined, mark: Mark): boolean {
  return value?.split('/').includes(mark) ?? false;
}
