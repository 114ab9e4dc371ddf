import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Also the name of the order that the API knows, where `sortable`. */
  key: string;
  title: string;
  /** The title is for screen readers only: acts at the end of a row. */
  untitled?: boolean;
  /** In brackets after the title: 在村(天). */
  unit?: string;
  /** In px; one column without it takes what is left. */
  width?: number;
  /** Figures are at the end. */
  align?: 'start' | 'center' | 'end';
  sortable?: boolean;
  /** Shown only when chosen among the columns. */
  hidden?: boolean;
  /** Can't be hidden: the name. */
  fixed?: boolean;
  cell: (row: Row) => ReactNode;
  /** In the last line. */
  total?: ReactNode;
  /** Place on the telephone: shape at the left, first line, its right end, or the line below; else left out. */
  phone?: 'mark' | 'title' | 'side' | 'note';
  /** There, where no headings are, its title stands before it: a day or a figure that doesn't speak for itself. */
  named?: boolean;
}

/** Rows of the same key stand together under a heading. */
export interface RowGroup {
  key: string;
  title: ReactNode;
  /** At the right end of the heading. */
  extra?: ReactNode;
}

export function columnLabel<Row>(column: Column<Row>): string {
  return column.unit ? `${column.title}(${column.unit})` : column.title;
}
