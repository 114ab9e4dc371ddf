import { setImmediate } from 'node:timers/promises';
import type { Cell, CellKind, Sheet, Workbook } from './cells.ts';
import { cellKinds, emptyCell } from './cells.ts';
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
  /** The texts of all cells in one, and where each of them ends. */
  text: string;
  textEnds: Uint32Array;
  kinds: Uint8Array;
  values: Float64Array;
  sheets: PackedSheet[];
}

export const mergedBit = 0x8000_0000;

/** Of a text that is looked for among the known ones; a longer one would hold its part of the file. */
const longestKnown = 12;
const mostKnown = 50_000;

/** Texts that are put together at a time. */
const textsOfBlock = 4_096;

/** The distinct cells of a workbook; cell 0 is the empty one. */
export class CellTable {
  readonly #limits: SheetLimits;
  /** A text that was cut from the file holds that part of it in memory; put together they are free of it. */
  readonly #blocks: string[] = [];
  #block: string[] = [];
  readonly #textEnds: number[] = [0];
  readonly #kinds: number[] = [cellKinds.indexOf('empty')];
  readonly #values: number[] = [Number.NaN];
  /** Books written without shared strings repeat each word in every row. */
  readonly #known = new Map<string, number>();
  #placed = 0;
  #characters = 0;

  constructor(limits: SheetLimits) {
    this.#limits = limits;
  }

  /** Adds a cell and gives its number. */
  add(kind: CellKind, text: string, value = Number.NaN): number {
    const isPlain = kind === 'text' && text.length <= longestKnown;
    const known = isPlain ? this.#known.get(text) : undefined;
    if (known !== undefined) return known;
    this.#characters += text.length;
    const { cellText, allText, cells } = this.#limits;
    if (text.length > cellText) throw tooLarge(cellText, 'characters');
    if (this.#characters > allText) throw tooLarge(allText, 'characters');
    if (this.#kinds.length > cells) throw tooLarge(cells, 'cells');
    this.#kinds.push(cellKinds.indexOf(kind));
    this.#values.push(value);
    this.#textEnds.push(this.#characters);
    if (this.#block.push(text) === textsOfBlock) this.#endBlock();
    const at = this.#kinds.length - 1;
    if (isPlain && this.#known.size < mostKnown) this.#known.set(text, at);
    return at;
  }

  /** Counts cells that take up room in a sheet. */
  place(count: number): void {
    this.#placed += count;
    if (this.#placed > this.#limits.cells) throw tooLarge(this.#limits.cells, 'cells');
  }

  pack(dateSystem: 1900 | 1904, sheets: PackedSheet[]): PackedWorkbook {
    this.#endBlock();
    return {
      dateSystem,
      text: this.#blocks.join(''),
      textEnds: Uint32Array.from(this.#textEnds),
      kinds: Uint8Array.from(this.#kinds),
      values: Float64Array.from(this.#values),
      sheets,
    };
  }

  #endBlock(): void {
    this.#blocks.push(this.#block.join(''));
    this.#block = [];
  }
}

function tooLarge(limit: number, unit: string): SheetRefused {
  return new SheetRefused('tooLarge', { limit, unit });
}

/** The buffers that can be handed over between threads. */
export function buffersOf(packed: PackedWorkbook): ArrayBuffer[] {
  const arrays = packed.sheets.flatMap((sheet) => [sheet.rowNumbers, sheet.rowStarts, sheet.refs]);
  return [packed.textEnds, packed.kinds, packed.values, ...arrays].map(
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

function cellAt({ text: all, textEnds, kinds, values }: PackedWorkbook, at: number): Cell {
  if (at === 0) return emptyCell;
  const text = all.slice(textEnds[at - 1], textEnds[at]);
  const kind = cellKinds[kinds[at] ?? 0] ?? 'empty';
  const value = values[at] ?? Number.NaN;
  return Number.isNaN(value) ? { text, kind } : { text, kind, value };
}
