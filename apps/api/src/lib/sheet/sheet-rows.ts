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
  /** Where each row begins in `#refs`: one array for all of them, since an array a row is most of the memory. */
  readonly #starts: number[] = [];
  #refs = new Uint32Array(1024);
  #used = 0;
  /** Rows that a merged range made longer. */
  readonly #longer = new Map<number, number[]>();
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
    if (row !== this.#lastFilled || this.#starts.length === 0) {
      this.#starts.push(this.#used);
      this.#rowNumbers.push(row);
      this.#lastFilled = row;
      if (this.#starts.length > this.#limits.rows) {
        throw this.#refused('tooManyRows', row, this.#limits.rows);
      }
    }
    const end = (this.#starts.at(-1) ?? 0) + column;
    if (end > this.#used) {
      this.#table.place(end - this.#used);
      this.#reach(end);
    }
    this.#refs[end - 1] = ref;
  }

  #reach(end: number): void {
    this.#used = end;
    if (end <= this.#refs.length) return;
    const refs = new Uint32Array(Math.max(end, this.#refs.length * 2));
    refs.set(this.#refs);
    this.#refs = refs;
  }

  #rowAt(index: number): ArrayLike<number> {
    const longer = this.#longer.get(index);
    return (
      longer ?? this.#refs.subarray(this.#starts[index], this.#starts[index + 1] ?? this.#used)
    );
  }

  /** Fills a cell that is empty. */
  #fillCell(index: number, column: number, ref: number): void {
    const row = this.#rowAt(index);
    this.#table.place(1 + Math.max(0, column - row.length));
    if ((row[column - 1] ?? 0) !== 0) return;
    const longer = this.#longer.get(index);
    if (column <= row.length && !longer) {
      this.#refs[(this.#starts[index] ?? 0) + column - 1] = ref;
      return;
    }
    const cells = longer ?? Array.from(row);
    while (cells.length < column) cells.push(0);
    cells[column - 1] = ref;
    this.#longer.set(index, cells);
  }

  /** Repeats the first cell of ranges that are merged over several rows, in their first column. */
  fill(ranges: readonly MergedRange[]): void {
    const indexes = new Map(this.#rowNumbers.map((number, index) => [number, index]));
    for (const { top, left, bottom } of ranges) {
      const first = indexes.get(top);
      const ref = first === undefined ? 0 : (this.#rowAt(first)[left - 1] ?? 0);
      if (first === undefined || ref === 0 || ref >= mergedBit) continue;
      for (
        let at = first + 1;
        (this.#rowNumbers[at] ?? Number.POSITIVE_INFINITY) <= bottom;
        at += 1
      ) {
        this.#fillCell(at, left, ref + mergedBit);
      }
    }
  }

  pack(): PackedSheet {
    const rowNumbers = Uint32Array.from(this.#rowNumbers);
    if (this.#longer.size === 0) {
      const rowStarts = Uint32Array.from([...this.#starts, this.#used]);
      return { name: this.#name, rowNumbers, rowStarts, refs: this.#refs.slice(0, this.#used) };
    }
    const rowStarts = new Uint32Array(rowNumbers.length + 1);
    for (const index of rowNumbers.keys()) {
      rowStarts[index + 1] = (rowStarts[index] ?? 0) + this.#rowAt(index).length;
    }
    const refs = new Uint32Array(rowStarts.at(-1) ?? 0);
    for (const index of rowNumbers.keys()) refs.set(this.#rowAt(index), rowStarts[index]);
    return { name: this.#name, rowNumbers, rowStarts, refs };
  }

  #refused(code: 'tooManyRows' | 'tooManyColumns' | 'emptyRows', row: number, limit: number) {
    return new SheetRefused(code, { sheet: this.#name, row, limit });
  }
}
