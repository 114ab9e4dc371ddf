import type { ReactNode } from 'react';

export type GridTone = 'faint' | 'red' | 'amber' | 'green';

/** A column beside the days, frozen at the left or at the right. */
export interface FixedColumn {
  key: string;
  title: ReactNode;
  /** Its name for screen readers, where the title isn't words. */
  label?: string;
  /** In px; the one that `grows` is at least as wide. */
  width: number;
  grows?: boolean;
  align?: 'start' | 'center' | 'end';
}

export interface DayColumn {
  key: string;
  /** Two lines: the number and the weekday. */
  head: string;
  below: string;
  /** In words, for screen readers and tips: 6月1日 周三. */
  label: string;
  shade?: 'weekend' | 'holiday';
  /** A day that is worked though its weekday isn't. */
  strong?: boolean;
  /** Something is on that day: a line below its head; the label says what. */
  marked?: boolean;
  /** Of the month before, to read: Home, End and Tab pass it over. */
  before?: boolean;
  /** A line at its left: another month begins. */
  apart?: boolean;
}

/** What stands in a fixed column; `text` goes to the clipboard, `show` is drawn where it says more. */
export interface FixedCell {
  text: string;
  show?: ReactNode;
  tone?: GridTone | undefined;
  strong?: boolean | undefined;
  tip?: string | undefined;
}

/** A cell of a day. `value` is the caller's own; the grid compares it, and hands it back. */
export interface DayCell {
  value: string | null;
  /** As it is drawn: a sign or two. */
  text: string;
  /** As it is read out; the text where there is none. */
  label?: string | undefined;
  tone?: GridTone | undefined;
  /** A frame around it: something is to be done here. */
  flagged?: 'red' | 'amber' | undefined;
  noted?: boolean | undefined;
  tip?: string | undefined;
  /** There is no such day here; it is passed over. */
  closed?: boolean | undefined;
  readOnly?: boolean | undefined;
}

/** Rows keep their identity while nothing in them changes: only changed ones are drawn again. */
export interface GridRow {
  id: string;
  left: readonly FixedCell[];
  cells: readonly DayCell[];
  right: readonly FixedCell[];
}

export interface GridChange {
  rowId: string;
  column: string;
  was: string | null;
  is: string | null;
}

/** What a text that is typed or pasted means: a value, null for an empty cell, undefined for nothing known. */
export type Parse = (text: string, column?: string) => string | null | undefined;

export interface GridWords {
  /** Read out on entering: how to move, and how to leave. */
  hint: string;
  closed: string;
  noted: string;
  /** What the field of F2 takes. */
  editor: string;
  unreadable: (text: string) => string;
}

/** Rows and columns of the whole grid, both ends included. */
export interface GridRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface GridPlace {
  row: number;
  col: number;
}

/** What is chosen, in the caller's own keys: for acts on it, and for words about it. */
export interface GridSelection {
  rowIds: readonly string[];
  /** Of days only; none where a fixed column is chosen. */
  columns: readonly string[];
  /** The cell that has the focus. */
  rowId: string;
  column: string;
}

export interface GridHandle {
  /** Writes like typing does, so that it can be undone; closed and read-only cells are left alone. */
  apply: (changes: readonly GridChange[]) => void;
  /** Writes one value into what is chosen. */
  write: (value: string | null) => void;
  focusCell: (rowId: string, column: string) => void;
  undo: () => void;
  redo: () => void;
}

export interface MonthGridProps {
  label: string;
  leftColumns: readonly FixedColumn[];
  days: readonly DayColumn[];
  rightColumns: readonly FixedColumn[];
  rows: readonly GridRow[];
  words: GridWords;
  /** The value that a key sets, null to clear; undefined where the key means nothing. */
  keyToValue: (key: string) => string | null | undefined;
  parse: Parse;
  /** What goes to the clipboard, and into the field of F2. */
  format: (value: string | null) => string;
  onChange?: ((changes: GridChange[]) => void) | undefined;
  onSelect?: ((selection: GridSelection | null) => void) | undefined;
  /** Enter or a double click on a fixed column. */
  onOpen?: ((rowId: string, column: string) => void) | undefined;
  /** Shift+F2. */
  onNote?: ((rowId: string, column: string) => void) | undefined;
  /** Texts of a paste that mean nothing, each once. */
  onUnreadable?: ((texts: readonly string[]) => void) | undefined;
  /** Nothing can be written; reading, choosing and copying go on. */
  readOnly?: boolean;
  /** 21 unless given. */
  rowHeight?: number;
  /** In px, for columns of words and figures instead of days: their heads wrap, their cells end flush. */
  columnWidth?: number;
  /** A key that sets no value begins to write into the cell. */
  typesText?: boolean;
}
