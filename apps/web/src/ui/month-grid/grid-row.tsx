import { memo } from 'react';
import { CellEditor, type EditorProps } from './cell-editor.tsx';
import type {
  DayCell,
  DayColumn,
  FixedCell,
  FixedColumn,
  GridRow,
  GridWords,
} from './grid-types.ts';
import styles from './month-grid.module.css';

export interface GridColumns {
  left: readonly FixedColumn[];
  days: readonly DayColumn[];
  right: readonly FixedColumn[];
}

interface RowProps {
  row: GridRow;
  /** From 0. */
  at: number;
  columns: GridColumns;
  words: GridWords;
  readOnly: boolean;
  /** The columns of the range that lie in this row; −1 where none do. */
  from: number;
  to: number;
  /** Whether the range begins and ends in this row. */
  first: boolean;
  last: boolean;
  /** The column that takes the focus; −1 in another row. */
  active: number;
  editor: EditorProps | null;
}

/** A row, drawn again only when it, the range in it or the focus in it changes. */
export const Row = memo(function Row(props: RowProps) {
  const { row, at, columns, from, active } = props;
  const daysFrom = columns.left.length;
  const rightFrom = daysFrom + columns.days.length;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: its cells take the focus
    <div
      role="row"
      className={styles.row}
      aria-rowindex={at + 2}
      data-row={at}
      data-chosen={from >= 0 || undefined}
    >
      <div role="none" className={styles.left}>
        {columns.left.map((column, index) => (
          <Fixed
            key={column.key}
            column={column}
            cell={row.left[index]}
            role={index < 2 ? 'rowheader' : 'gridcell'}
            col={index}
            edge={edgeOf(props, index)}
            focusable={active === index}
          />
        ))}
      </div>
      {columns.days.map((column, index) => {
        const col = daysFrom + index;
        const cell = row.cells[index] ?? nothing;
        return (
          // biome-ignore lint/a11y/useSemanticElements: thousands of them, laid out by the row
          <div
            key={column.key}
            role="gridcell"
            className={styles.day}
            tabIndex={active === col ? 0 : -1}
            aria-colindex={col + 1}
            aria-selected={isIn(props, col)}
            aria-readonly={cell.closed || cell.readOnly || props.readOnly || undefined}
            aria-label={wordsOf(cell, props.words)}
            title={cell.tip}
            data-col={col}
            data-shade={column.shade}
            data-apart={column.apart}
            data-tone={cell.tone}
            data-closed={cell.closed}
            data-flagged={cell.flagged}
            data-noted={cell.noted}
            data-long={cell.text.length > 1 || undefined}
            data-edge={edgeOf(props, col)}
          >
            {active === col && props.editor ? <CellEditor {...props.editor} /> : cell.text}
            {props.last && col === props.to && !props.readOnly && (
              <span className={styles.handle} data-handle aria-hidden="true" />
            )}
          </div>
        );
      })}
      <div role="none" className={styles.right}>
        {columns.right.map((column, index) => (
          <Fixed
            key={column.key}
            column={column}
            cell={row.right[index]}
            role="gridcell"
            col={rightFrom + index}
            edge={edgeOf(props, rightFrom + index)}
            focusable={active === rightFrom + index}
          />
        ))}
      </div>
    </div>
  );
});

const nothing: DayCell = { value: null, text: '' };

interface FixedProps {
  column: FixedColumn;
  cell: FixedCell | undefined;
  role: 'rowheader' | 'gridcell';
  col: number;
  edge: string | undefined;
  focusable: boolean;
}

function Fixed({ column, cell, role, col, edge, focusable }: FixedProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take them
    <div
      role={role}
      className={styles.fixed}
      style={sizeOf(column)}
      tabIndex={focusable ? 0 : -1}
      aria-colindex={col + 1}
      aria-selected={edge !== undefined}
      aria-readonly
      title={cell?.tip}
      data-col={col}
      data-align={column.align}
      data-tone={cell?.tone}
      data-strong={cell?.strong}
      data-edge={edge}
    >
      {cell?.show ?? cell?.text}
    </div>
  );
}

export function sizeOf({ width, grows }: FixedColumn) {
  return { flex: grows ? `1 1 ${width}px` : `0 0 ${width}px` };
}

function isIn({ from, to }: RowProps, col: number) {
  return from >= 0 && col >= from && col <= to;
}

/** The sides of the range at this cell: `t`, `b`, `l`, `r`, and `i` for inside. */
function edgeOf(props: RowProps, col: number): string | undefined {
  if (!isIn(props, col)) return undefined;
  const { from, to, first, last } = props;
  return `i${first ? 't' : ''}${last ? 'b' : ''}${col === from ? 'l' : ''}${col === to ? 'r' : ''}`;
}

/** What is read out; where the cell shows more than one sign, what it shows comes first. */
function wordsOf(cell: DayCell, words: GridWords): string | undefined {
  if (cell.closed) return words.closed;
  const { text, label, noted } = cell;
  if (label === undefined) return noted ? text + words.noted : undefined;
  return `${text.length > 1 ? `${text} ` : ''}${label}${noted ? words.noted : ''}`;
}
