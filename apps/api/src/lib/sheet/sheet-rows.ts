import type { CellTable, PackedSheet } from './packed-workbook.ts';
import { mergedBit } from './packed-workbook.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';

/** A merged range; rows and columns count from 1. */
export interface MergedRange {
  top: number;
  left: number;
  bottom: number;
}

/**
 * Collects the rows of a sheet and holds the limits. Rows and cells that hold nothing cost nothing:
 * they count only when something stands beyond them.
 */
export class SheetRows {
  readonly #name: string;
  readonly #table: CellTable;
  readonly #limits: SheetLimits;
  readonly #rowNumbers: number[] = [];
  #rows: number[][] = [];
  #row: number[] = [];
  #lastFilled = 0;

  constructor(name: string, table: CellTable, limits: SheetLimits) {
    this.#name = name;
    this.#table = table;
    this.#limits = limits;
  }

  /** Puts a filled cell into the row at hand; `column` counts from 1. */
  put(row: number, column: number, ref: number): void {
    if (column > this.#limits.columns)
      throw this.#refused('tooManyColumns', row, this.#limits.columns);
    if (row > this.#limits.rows) throw this.#refused('tooManyRows', row, this.#limits.rows);
    if (row - this.#lastFilled > this.#limits.emptyRows + 1) {
      throw this.#refused('emptyRows', row, this.#limits.emptyRows);
    }
    if (row !== this.#lastFilled || this.#rows.length === 0) {
      this.#row = [];
      this.#rows.push(this.#row);
      this.#rowNumbers.push(row);
      this.#lastFilled = row;
      if (this.#rows.length > this.#limits.rows) {
        throw this.#refused('tooManyRows', row, this.#limits.rows);
      }
    }
    this.#table.place(Math.max(0, column - this.#row.length));
    while (this.#row.length < column - 1) this.#row.push(0);
    this.#row[column - 1] = ref;
  }

  /** Repeats the first cell of ranges that are merged over several rows, in their first column. */
  fill(ranges: readonly MergedRange[]): void {
    const indexes = new Map(this.#rowNumbers.map((number, index) => [number, index]));
    for (const { top, left, bottom } of ranges) {
      const first = indexes.get(top);
      const ref = first === undefined ? 0 : (this.#rows[first]?.[left - 1] ?? 0);
      if (first === undefined || ref === 0 || ref >= mergedBit) continue;
      for (
        let at = first + 1;
        (this.#rowNumbers[at] ?? Number.POSITIVE_INFINITY) <= bottom;
        at += 1
      ) {
        const row = this.#rows[at];
        if (row === undefined) break;
        this.#table.place(1 + Math.max(0, left - row.length));
        while (row.length < left) row.push(0);
        if (row[left - 1] === 0) row[left - 1] = ref + mergedBit;
      }
    }
  }

  pack(): PackedSheet {
    const rowStarts = new Uint32Array(this.#rows.length + 1);
    for (const [index, row] of this.#rows.entries()) {
      rowStarts[index + 1] = (rowStarts[index] ?? 0) + row.length;
    }
    const refs = new Uint32Array(rowStarts.at(-1) ?? 0);
    for (const [index, row] of this.#rows.entries()) refs.set(row, rowStarts[index]);
    this.#rows = [];
    return { name: this.#name, rowNumbers: Uint32Array.from(this.#rowNumbers), rowStarts, refs };
  }

  #refused(code: 'tooManyRows' | 'tooManyColumns' | 'emptyRows', row: number, limit: number) {
    return new SheetRefused(code, { sheet: this.#name, row, limit });
  }
}
