import type { ReactNode } from 'react';
import { Fragment } from 'react';
import styles from './row-list.module.css';
import { type Column, columnLabel, type RowGroup } from './table-column.ts';

interface RowListProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selected?: string | null;
  onOpen?: (row: Row) => void;
  groupOf?: (row: Row) => RowGroup | null;
  /** Without the page's gutter: inside a section. */
  flush?: boolean;
}

function placed<Row>(columns: readonly Column<Row>[]) {
  const at = (place: Column<Row>['phone']) => columns.filter((column) => column.phone === place);
  const titles = at('title');
  return {
    titles: titles.length > 0 ? titles : columns.slice(0, 1),
    sides: at('side'),
    notes: at('note'),
    marks: at('mark'),
  };
}

/** The same rows on a telephone: two lines each, what matters at the left, the state at the right. */
export function RowList<Row>(props: RowListProps<Row>) {
  const { rows, onOpen, groupOf } = props;
  const { titles, sides, notes, marks } = placed(props.columns);
  const cells = (columns: readonly Column<Row>[], row: Row): ReactNode =>
    columns.map((column) => {
      const cell = column.cell(row);
      // Nothing without a name says nothing.
      if (!column.named && column.phone === 'note' && (!cell || cell === '–')) return null;
      return (
        <span key={column.key}>
          {column.named && `${columnLabel(column)} `}
          {cell}
        </span>
      );
    });
  const totals = (columns: readonly Column<Row>[]): ReactNode[] =>
    columns.flatMap(({ key, total }) =>
      total === undefined ? [] : [<span key={key}>{total}</span>],
    );
  const sums = totals(titles);
  let lastGroup: string | undefined;
  return (
    <ul className={props.flush ? styles.flush : styles.list} aria-label={props.label}>
      {rows.map((row) => {
        const key = props.rowKey(row);
        const group = groupOf?.(row) ?? null;
        const opensGroup = group !== null && group.key !== lastGroup;
        lastGroup = group?.key;
        const content = (
          <>
            {marks.length > 0 && <span className={styles.mark}>{cells(marks, row)}</span>}
            <span className={styles.first}>
              <span className={styles.title}>{cells(titles, row)}</span>
              <span className={styles.side}>{cells(sides, row)}</span>
            </span>
            {notes.length > 0 && <span className={styles.note}>{cells(notes, row)}</span>}
          </>
        );
        return (
          <Fragment key={key}>
            {opensGroup && (
              <li className={styles.group}>
                {group.title}
                <span>{group.extra}</span>
              </li>
            )}
            <li
              className={marks.length > 0 ? styles.marked : styles.item}
              aria-current={key === props.selected ? 'true' : undefined}
            >
              {content}
              {onOpen && (
                <button type="button" className={styles.open} onClick={() => onOpen(row)}>
                  <span className="visually-hidden">{cells(titles, row)}</span>
                </button>
              )}
            </li>
          </Fragment>
        );
      })}
      {sums.length > 0 && (
        <li className={styles.item}>
          <span className={styles.first}>
            <strong className={styles.title}>{sums}</strong>
            <span className={styles.side}>{totals(sides)}</span>
          </span>
        </li>
      )}
    </ul>
  );
}
