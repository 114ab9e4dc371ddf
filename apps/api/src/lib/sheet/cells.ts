export const cellKinds = ['empty', 'text', 'number', 'date', 'boolean', 'error'] as const;

export type CellKind = (typeof cellKinds)[number];

/**
 * A cell. Cells with the same content may be the same object: don't change them.
 *
 * - `number`: `text` is plain decimal, padded where the number format pads (007, 1977.10), never rounded
 * - `date`: `text` is `YYYY-MM-DD`, or `YYYY-MM` where only year and month are shown; `value` the serial
 * - `boolean`: `TRUE` or `FALSE`, value 1 or 0
 * - `error`: `#N/A` and its like; `#CALC!` for a formula that was stored without its value
 */
export interface Cell {
  readonly text: string;
  readonly kind: CellKind;
  readonly value?: number;
  /** Filled from the cell above, with which it is merged: one township name beside its twelve villages. */
  readonly merged?: true;
}

/** The filled rows of a sheet, each up to its last filled cell. */
export interface Sheet {
  name: string;
  rows: Cell[][];
  /** The number of each row as the workbook program shows it. */
  rowNumbers: number[];
}

export interface Workbook {
  /** The visible sheets that have cells, in the order of their tabs. */
  sheets: Sheet[];
  /** Which day serial numbers count from, for dates that were left as plain numbers. */
  dateSystem: 1900 | 1904;
}

export const emptyCell: Cell = { text: '', kind: 'empty' };
