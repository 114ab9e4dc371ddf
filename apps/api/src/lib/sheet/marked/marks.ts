/** What is wrong with a cell stands above what is worth knowing, and that above what was corrected. */
export const markKinds = ['problem', 'notice', 'corrected'] as const;
export type MarkKind = (typeof markKinds)[number];

/** A cell to be marked; row and column count from 1. */
export interface CellMark {
  row: number;
  column: number;
  kind: MarkKind;
  note: string;
  /** The tab, where it isn't the order's. */
  sheet?: string;
}

/** The sheet that is added behind the others. */
export interface ListSheet {
  name: string;
  /** In characters of half width. */
  columns: { heading: string; width: number }[];
  rows: (string | number)[][];
}

/** What is to be marked in a workbook. */
export interface MarkOrder {
  /** The tab that marks without one of their own belong to. */
  sheet: string;
  marks: CellMark[];
  list: ListSheet;
  /** Whom the notes are from. */
  author: string;
}

/** Notes of one workbook; with more, workbook programs take minutes to open it. */
export const mostNotes = 5000;

/** The marks by row, in the order of the columns, one for a cell: its notes one below the other. */
export function marksByRow(marks: readonly CellMark[]): Map<number, CellMark[]> {
  const rows = new Map<number, Map<number, CellMark>>();
  for (const mark of marks) {
    const row = rows.get(mark.row) ?? new Map<number, CellMark>();
    const known = row.get(mark.column);
    row.set(mark.column, known ? together(known, mark) : mark);
    rows.set(mark.row, row);
  }
  return new Map(
    [...rows].map(([number, row]) => [
      number,
      [...row.values()].sort((left, right) => left.column - right.column),
    ]),
  );
}

function together(known: CellMark, mark: CellMark): CellMark {
  const kind = markKinds.find((one) => one === known.kind || one === mark.kind) ?? known.kind;
  return { ...known, kind, note: `${known.note}\n${mark.note}` };
}
