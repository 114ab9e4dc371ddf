import { SheetRefused } from './sheet-refused.ts';

const quote = 0x22;

/** What text is counted in: bytes or UTF-16 units; what tells its parts apart looks the same in both. */
export interface Codes {
  length: number;
  /** The one at a place; undefined or NaN beyond the end. */
  at: (place: number) => number | undefined;
  unit: 'bytes' | 'characters';
}

/**
 * Refuses a line, or a field in quotes, that is longer than any office writes, before the text is taken
 * apart: a line of separators becomes millions of fields, a quote that never ends one field of it all.
 * Throws SheetRefused.
 */
export function refuseLong({ length, at, unit }: Codes, longest: number): void {
  if (length <= longest) return;
  let line = 0;
  let opened = -1;
  for (let place = 0; place < length; place += 1) {
    const code = at(place);
    if (code === 0x0a || code === 0x0d) line = place + 1;
    if (code === quote) {
      const next = at(place + 1);
      if (opened === -1) opened = startsField(place, at) ? place : -1;
      else if (next === quote) place += 1;
      else if (endsField(next)) opened = -1;
    }
    if (place - line > longest || (opened !== -1 && place - opened > longest)) {
      throw new SheetRefused('tooLarge', { limit: longest, unit });
    }
  }
}

function startsField(place: number, at: Codes['at']): boolean {
  return place === 0 || endsField(at(place - 1));
}

/** The end of the text, of a line, or one of the three separators. */
function endsField(code: number | undefined): boolean {
  if (code === undefined || Number.isNaN(code)) return true;
  return code === 0x0a || code === 0x0d || code === 0x2c || code === 0x3b || code === 0x09;
}
