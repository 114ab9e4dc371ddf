import { SheetRefused } from './sheet-refused.ts';

const quote = 0x22;

/** What text is counted in: bytes or UTF-16 units; what tells its parts apart looks the same in both. */
export interface Codes {
  length: number;
  at: (place: number) => number;
}

/**
 * Refuses a line, or a field in quotes, that is longer than any office writes, before the text is taken
 * apart: a line of separators becomes millions of fields, a quote that never ends one field of it all.
 * The text comes piece by piece.
 */
export class LongLines {
  readonly #longest: number;
  readonly #unit: 'bytes' | 'characters';
  #place = 0;
  #line = 0;
  /** Where the field in quotes began; -1 outside. */
  #opened = -1;
  /** A quote in such a field ends it or is one of two: the next code tells. */
  #undecided = false;
  #previous = -1;

  constructor(longest: number, unit: 'bytes' | 'characters') {
    this.#longest = longest;
    this.#unit = unit;
  }

  /** Looks at the next piece. Throws SheetRefused. */
  take({ length, at }: Codes): void {
    for (let index = 0; index < length; index += 1) {
      this.#look(at(index));
      const from = this.#opened === -1 ? this.#line : Math.min(this.#line, this.#opened);
      if (this.#place - from > this.#longest) {
        throw new SheetRefused('tooLarge', { limit: this.#longest, unit: this.#unit });
      }
      this.#place += 1;
    }
  }

  #look(code: number): void {
    const isSecond = this.#undecided && code === quote;
    if (this.#undecided && endsField(code)) this.#opened = -1;
    this.#undecided = false;
    if (isNewLine(code)) this.#line = this.#place + 1;
    if (code === quote && !isSecond) {
      if (this.#opened !== -1) this.#undecided = true;
      else if (this.#previous === -1 || endsField(this.#previous)) this.#opened = this.#place;
    }
    this.#previous = code;
  }
}

function isNewLine(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** The end of a line, or one of the three separators. */
function endsField(code: number): boolean {
  return isNewLine(code) || code === 0x2c || code === 0x3b || code === 0x09;
}
