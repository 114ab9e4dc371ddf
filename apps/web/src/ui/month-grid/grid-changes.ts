import type { GridChange, GridRange, GridRow, Parse } from './grid-types.ts';

/** The grid as far as writing needs it. */
export interface Sheet {
  rows: readonly GridRow[];
  /** The keys of the days. */
  days: readonly string[];
  /** How many fixed columns stand before them. */
  left: number;
}

function cellOf({ rows, left }: Sheet, row: number, col: number) {
  return rows[row]?.cells[col - left];
}

/** A change of one cell; none where it is closed, read-only, or has the value already. */
export function changeOf(
  sheet: Sheet,
  row: number,
  col: number,
  is: string | null,
): GridChange | null {
  const cell = cellOf(sheet, row, col);
  const rowId = sheet.rows[row]?.id;
  const column = sheet.days[col - sheet.left];
  if (!cell || rowId === undefined || column === undefined) return null;
  if (cell.closed || cell.readOnly || cell.value === is) return null;
  return { rowId, column, was: cell.value, is };
}

function changesIn(
  sheet: Sheet,
  { top, bottom, left, right }: GridRange,
  valueAt: (row: number, col: number) => string | null | undefined,
): GridChange[] {
  const changes: GridChange[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let col = left; col <= right; col += 1) {
      const value = valueAt(row, col);
      const change = value === undefined ? null : changeOf(sheet, row, col, value);
      if (change) changes.push(change);
    }
  }
  return changes;
}

/** One value into every cell of a range. */
export function setAll(sheet: Sheet, range: GridRange, value: string | null): GridChange[] {
  return changesIn(sheet, range, () => value);
}

/** Ctrl+R: the first column of the range into the others; of one column, the one before it. */
export function fillRight(sheet: Sheet, range: GridRange): GridChange[] {
  const from = range.left === range.right ? range.left - 1 : range.left;
  return changesIn(sheet, range, (row) => sourceOf(sheet, row, from));
}

/** Ctrl+D: the first row of the range into the others; of one row, the one above. */
export function fillDown(sheet: Sheet, range: GridRange): GridChange[] {
  const from = range.top === range.bottom ? range.top - 1 : range.top;
  return changesIn(sheet, range, (_, col) => sourceOf(sheet, from, col));
}

/**
 * The handle at the range's corner dragged to a place: the range is repeated over the rows or the
 * columns up to there, whichever lie further away, as in Excel.
 */
export function fillTo(
  sheet: Sheet,
  range: GridRange,
  to: { row: number; col: number },
): { range: GridRange; changes: GridChange[] } {
  const down = Math.max(to.row - range.bottom, range.top - to.row);
  const across = Math.max(to.col - range.right, range.left - to.col);
  if (down <= 0 && across <= 0) return { range, changes: [] };
  const covered =
    down >= across
      ? { ...range, top: Math.min(range.top, to.row), bottom: Math.max(range.bottom, to.row) }
      : { ...range, left: Math.min(range.left, to.col), right: Math.max(range.right, to.col) };
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  const wrap = (distance: number, size: number) => ((distance % size) + size) % size;
  const changes = changesIn(sheet, covered, (row, col) =>
    sourceOf(
      sheet,
      range.top + wrap(row - range.top, height),
      range.left + wrap(col - range.left, width),
    ),
  );
  return { range: covered, changes };
}

function sourceOf(sheet: Sheet, row: number, col: number): string | null | undefined {
  const cell = cellOf(sheet, row, col);
  return cell && !cell.closed ? cell.value : undefined;
}

export interface Pasted {
  changes: GridChange[];
  /** Texts that mean nothing, each once. */
  unreadable: string[];
  /** The cells that the block covers. */
  range: GridRange;
}

/**
 * A block of texts at the range's first cell. One cell fills the range, and a range that is a multiple
 * of the block is filled with it, as in Excel; what lies outside of the grid is left out.
 */
export function paste(
  sheet: Sheet,
  range: GridRange,
  block: readonly (readonly string[])[],
  parse: Parse,
): Pasted {
  const height = block.length;
  const width = Math.max(0, ...block.map((row) => row.length));
  const covered = coveredBy(range, height, width);
  const unreadable = new Set<string>();
  if (height === 0 || width === 0) return { changes: [], unreadable: [], range };
  const changes = changesIn(sheet, covered, (row, col) => {
    const text = block[(row - covered.top) % height]?.[(col - covered.left) % width];
    const cell = cellOf(sheet, row, col);
    if (text === undefined || !cell || cell.closed || cell.readOnly) return undefined;
    const value = parse(text, sheet.days[col - sheet.left]);
    if (value === undefined) unreadable.add(text);
    return value;
  });
  const bottom = Math.min(covered.bottom, sheet.rows.length - 1);
  const right = Math.min(covered.right, sheet.left + sheet.days.length - 1);
  return {
    changes,
    unreadable: [...unreadable],
    range: { ...covered, bottom, right: Math.max(covered.left, right) },
  };
}

function coveredBy(range: GridRange, height: number, width: number): GridRange {
  const { top, left } = range;
  const rows = range.bottom - top + 1;
  const columns = range.right - left + 1;
  const repeats = height > 0 && width > 0 && rows % height === 0 && columns % width === 0;
  if (repeats) return range;
  return { top, left, bottom: top + height - 1, right: left + width - 1 };
}

/** The cells of changes made elsewhere, as they stand now; what can't be written is left out. */
export function rebased(sheet: Sheet, changes: readonly GridChange[]): GridChange[] {
  const rowAt = new Map(sheet.rows.map((row, at) => [row.id, at]));
  const colAt = new Map(sheet.days.map((day, at) => [day, at + sheet.left]));
  return changes.flatMap(({ rowId, column, is }) => {
    const row = rowAt.get(rowId);
    const col = colAt.get(column);
    const change = row === undefined || col === undefined ? null : changeOf(sheet, row, col, is);
    return change ? [change] : [];
  });
}
