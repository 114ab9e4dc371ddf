import { setImmediate } from 'node:timers/promises';
import type { Cell, CellKind, Sheet, Workbook } from './cells.ts';
import { cellKinds, emptyCell } from './cells.ts';
import { Growing } from './growing.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';

/** A sheet as numbers only: row `i` is `refs[rowStarts[i]]` up to `refs[rowStarts[i + 1]]`. */
export interface PackedSheet {
  name: string;
  rowNumbers: Uint32Array;
  rowStarts: Uint32Array;
  /** Index into the workbook's cells; the highest bit says that it was filled from the cell above. */
  refs: Uint32Array;
}

/** A workbook in the form that leaves the worker: few objects, arrays that are handed over, not copied. */
export interface PackedWorkbook {
  dateSystem: 1900 | 1904;
  /** The texts of all cells as UTF-8 in blocks of `textBlock` bytes; none stands in two of them. */
  texts: Uint8Array[];
  /** Where each text ends, all blocks counted through. */
  textEnds: Uint32Array;
  kinds: Uint8Array;
  values: Float64Array;
  sheets: PackedSheet[];
}

export const mergedBit = 0x8000_0000;

/** Of a text that is looked for among the known ones; a longer one would hold its part of the file. */
const longestKnown = 12;
const mostKnown = 50_000;

/** Bytes; the longest text of a cell fits in. */
const textBlock = 1024 * 1024;

/** The distinct cells of a workbook; cell 0 is the empty one. */
export class CellTable {
  readonly #limits: SheetLimits;
  /** A text that was cut from the file holds that part of it in memory; copied it is free of it. */
  readonly #texts: Buffer[] = [];
  readonly #textEnds = new Growing((length) => new Uint32Array(length));
  readonly #kinds = new Growing((length) => new Uint8Array(length));
  readonly #values = new Growing((length) => new Float64Array(length));
  /** Books written without shared strings repeat each word in every row. */
  readonly #known = new Map<string, number>();
  #placed = 0;
  #textBytes = 0;
  /** Where the next text begins, at the earliest. */
  #end = 0;

  constructor(limits: SheetLimits) {
    this.#limits = limits;
    this.#push('empty', '', Number.NaN);
  }

  /** Adds a cell and gives its number. */
  add(kind: CellKind, text: string, value = Number.NaN): number {
    const isPlain = kind === 'text' && text.length <= longestKnown;
    const known = isPlain ? this.#known.get(text) : undefined;
    if (known !== undefined) return known;
    const { cellText, cells } = this.#limits;
    if (text.length > cellText) throw tooLarge(cellText, 'characters');
    if (this.#kinds.length > cells) throw tooLarge(cells, 'cells');
    this.#push(kind, text, value);
    const at = this.#kinds.length - 1;
    if (isPlain && this.#known.size < mostKnown) this.#known.set(text, at);
    return at;
  }

  #push(kind: CellKind, text: string, value: number): void {
    this.#kinds.push(cellKinds.indexOf(kind));
    this.#values.push(value);
    this.#textEnds.push(this.#keep(text));
  }

  /** Gives where the text ends. */
  #keep(text: string): number {
    const { allText } = this.#limits;
    const bytes = Buffer.byteLength(text);
    this.#textBytes += bytes;
    if (this.#textBytes > allText) throw tooLarge(allText, 'bytes');
    if (blockOf(this.#end + bytes) >= this.#texts.length && bytes > 0) {
      this.#end = this.#texts.length * textBlock;
      this.#texts.push(Buffer.allocUnsafeSlow(textBlock));
    }
    this.#texts.at(-1)?.write(text, this.#end % textBlock);
    this.#end += bytes;
    return this.#end;
  }

  /** Counts cells that take up room in a sheet. */
  place(count: number): void {
    this.#placed += count;
    if (this.#placed > this.#limits.cells) throw tooLarge(this.#limits.cells, 'cells');
  }

  pack(dateSystem: 1900 | 1904, sheets: PackedSheet[]): PackedWorkbook {
    return {
      dateSystem,
      texts: this.#texts,
      textEnds: this.#textEnds.filled(),
      kinds: this.#kinds.filled(),
      values: this.#values.filled(),
      sheets,
    };
  }
}

/** The block that a text lies in which ends there. */
function blockOf(end: number): number {
  return Math.floor((end - 1) / textBlock);
}

function tooLarge(limit: number, unit: string): SheetRefused {
  return new SheetRefused('tooLarge', { limit, unit });
}

/** The buffers that can be handed over between threads. */
export function buffersOf(packed: PackedWorkbook): ArrayBuffer[] {
  const arrays = packed.sheets.flatMap((sheet) => [sheet.rowNumbers, sheet.rowStarts, sheet.refs]);
  return [...packed.texts, packed.textEnds, packed.kinds, packed.values, ...arrays].map(
    (array) => array.buffer as ArrayBuffer,
  );
}

/** Makes the cells. Gives way to other work now and then, since it runs where requests are served. */
export async function unpacked(packed: PackedWorkbook): Promise<Workbook> {
  const made: (Cell | undefined)[] = [emptyCell];
  const sheets: Sheet[] = [];
  for (const sheet of packed.sheets) {
    const rows: Cell[][] = [];
    for (let row = 0; row < sheet.rowNumbers.length; row += 1) {
      if (row % 5000 === 4999) await setImmediate();
      const sharedCell = (ref: number) => {
        made[ref] ??= cellAt(packed, ref);
        return made[ref];
      };
      rows.push(refsOf(sheet, row).map((ref) => asPlaced(sharedCell(placedRef(ref)), ref)));
    }
    sheets.push({ name: sheet.name, rows, rowNumbers: Array.from(sheet.rowNumbers) });
  }
  return { sheets, dateSystem: packed.dateSystem };
}

/** The cells of one row, made anew: for tables that are gone through and not kept. */
export function rowAt(packed: PackedWorkbook, sheet: PackedSheet, row: number): Cell[] {
  return refsOf(sheet, row).map((ref) => asPlaced(cellAt(packed, placedRef(ref)), ref));
}

function refsOf({ refs, rowStarts }: PackedSheet, row: number): number[] {
  return Array.from(refs.subarray(rowStarts[row], rowStarts[row + 1]));
}

function placedRef(ref: number): number {
  return ref >= mergedBit ? ref - mergedBit : ref;
}

function asPlaced(cell: Cell, ref: number): Cell {
  return ref >= mergedBit ? { ...cell, merged: true } : cell;
}

function cellAt(packed: PackedWorkbook, at: number): Cell {
  if (at === 0) return emptyCell;
  const text = textAt(packed, at);
  const kind = cellKinds[packed.kinds[at] ?? 0] ?? 'empty';
  const value = packed.values[at] ?? Number.NaN;
  return Number.isNaN(value) ? { text, kind } : { text, kind, value };
}

function textAt({ texts, textEnds }: PackedWorkbook, at: number): string {
  const end = textEnds[at] ?? 0;
  const block = texts[blockOf(end)];
  if (!block) return '';
  const start = blockOf(end) * textBlock;
  const from = Math.max(0, (textEnds[at - 1] ?? 0) - start);
  return asBuffer(block).toString('utf8', from, end - start);
}

/** What was handed over from another thread is a plain array there. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
