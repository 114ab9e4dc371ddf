import type { GridPlace, GridRange } from './grid-types.ts';

export function rangeOf(anchor: GridPlace, active: GridPlace): GridRange {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.col, active.col),
    right: Math.max(anchor.col, active.col),
  };
}

export function isSingle({ top, bottom, left, right }: GridRange): boolean {
  return top === bottom && left === right;
}

export function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

/** How many columns of each kind there are; positions count over all of them. */
export interface GridSize {
  rows: number;
  left: number;
  /** How many of the days are of the month before. */
  before: number;
  days: number;
  right: number;
}

export function lastColumn({ left, days, right }: GridSize): number {
  return left + days + right - 1;
}

/** Where Home goes, and where one begins. */
export function firstDayOf({ left, before }: GridSize): number {
  return left + before;
}

export function isDay(col: number, { left, days }: GridSize): boolean {
  return col >= left && col < left + days;
}

interface Step {
  key: string;
  ctrl: boolean;
  /** Rows that a page of them takes. */
  page: number;
}

/** Where a key that moves leads; null where it isn't one. Home and End are the first and last day. */
export function moved({ row, col }: GridPlace, step: Step, size: GridSize): GridPlace | null {
  const lastRow = size.rows - 1;
  const last = lastColumn(size);
  const firstDay = firstDayOf(size);
  const lastDay = size.left + size.days - 1;
  switch (step.key) {
    case 'ArrowLeft':
      return { row, col: step.ctrl ? firstDay : clamp(col - 1, last) };
    case 'ArrowRight':
      return { row, col: step.ctrl ? lastDay : clamp(col + 1, last) };
    case 'ArrowUp':
      return { row: step.ctrl ? 0 : clamp(row - 1, lastRow), col };
    case 'ArrowDown':
      return { row: step.ctrl ? lastRow : clamp(row + 1, lastRow), col };
    case 'PageUp':
      return { row: clamp(row - step.page, lastRow), col };
    case 'PageDown':
      return { row: clamp(row + step.page, lastRow), col };
    case 'Home':
      return { row: step.ctrl ? 0 : row, col: firstDay };
    case 'End':
      return { row: step.ctrl ? lastRow : row, col: lastDay };
    default:
      return null;
  }
}

/** The next place of Tab: on at the next row's first day; null at the very end, where Tab leaves. */
export function tabbed({ row, col }: GridPlace, back: boolean, size: GridSize): GridPlace | null {
  const firstDay = firstDayOf(size);
  const lastDay = size.left + size.days - 1;
  if (back) {
    if (col > firstDay) return { row, col: Math.min(col - 1, lastDay) };
    return row === 0 ? null : { row: row - 1, col: lastDay };
  }
  if (col < lastDay) return { row, col: Math.max(col + 1, firstDay) };
  return row === size.rows - 1 ? null : { row: row + 1, col: firstDay };
}
