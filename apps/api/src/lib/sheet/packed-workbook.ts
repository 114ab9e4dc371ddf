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
  texts: string[];
  kinds: Uint8Array;
  values: Float64Array;
  sheets: PackedSheet[];
}

export const mergedBit = 0x8000_0000;

/** The distinct cells of a workbook; cell 0 is the empty one. */
export class CellTable {
  readonly #limits: SheetLimits;
  readonly #texts: string[] = [''];
  readonly #kinds: number[] = [cellKinds.indexOf('empty')];
  readonly #values: number[] = [Number.NaN];
  #placed = 0;
  #characters = 0;

  constructor(limits: SheetLimits) {
    this.#limits = limits;
  }

  /** Adds a cell and gives its number. */
  add(kind: CellKind, text: string, value = Number.NaN): number {
    this.#characters += text.length;
    const { cellText, allText, cells } = this.#limits;
    if (text.length > cellText) throw tooLarge(cellText, 'characters');
    if (this.#characters > allText) throw tooLarge(allText, 'characters');
    if (this.#texts.length > cells) throw tooLarge(cells, 'cells');
    this.#kinds.push(cellKinds.indexOf(kind));
    this.#values.push(value);
    return this.#texts.push(text) - 1;
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
      kinds: Uint8Array.from(this.#kinds),
      values: Float64Array.from(this.#values),
      sheets,
    };
  }
}

function tooLarge(limit: number, unit: string): SheetRefused {
  return new SheetRefused('tooLarge', { limit, unit });
}

/** The buffers that can be handed over between threads. */
export function buffersOf(packed: PackedWorkbook): ArrayBuffer[] {
  const arrays = packed.sheets.flatMap((sheet) => [sheet.rowNumbers, sheet.rowStarts, sheet.refs]);
  return [packed.kinds, packed.values, ...arrays].map((array) => array.buffer as ArrayBuffer);
}

/** Makes the cells. Gives way to other work now and then, since it runs where requests are served. */
export async function unpacked(packed: PackedWorkbook): Promise<Workbook> {
  const made: (Cell | undefined)[] = [emptyCell];
  const sheets: Sheet[] = [];
  for (const sheet of packed.sheets) {
    const rows: Cell[][] = [];
    for (let row = 0; row < sheet.rowNumbers.length; row += 1) {
      if (row % 5000 === 4999) await setImmediate();
      const refs = sheet.refs.subarray(sheet.rowStarts[row], sheet.rowStarts[row + 1]);
      rows.push(Array.from(refs, (ref) => cellAt(packed, made, ref)));
    }
    sheets.push({ name: sheet.name, rows, rowNumbers: Array.from(sheet.rowNumbers) });
  }
  return { sheets, dateSystem: packed.dateSystem };
}

function cellAt(packed: PackedWorkbook, made: (Cell | undefined)[], ref: number): Cell {
  const index = ref >= mergedBit ? ref - mergedBit : ref;
  let cell = made[index];
  if (cell === undefined) {
    const text = packed.texts[index] ?? '';
    const kind = cellKinds[packed.kinds[index] ?? 0] ?? 'empty';
    const value = packed.values[index] ?? Number.NaN;
    cell = Number.isNaN(value) ? { text, kind } : { text, kind, value };
    made[index] = cell;
  }
  return ref >= mergedBit ? { ...cell, merged: true } : cell;
}
