import { useIsPhone } from '../lib/media.ts';
import styles from './plain-table.module.css';
import { RowList } from './row-list.tsx';
import type { Column } from './table-column.ts';
import { columnLabel } from './table-column.ts';

interface PlainTableProps<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** 28 px; 24 in panels, 32 in the page, 40 for work to do. */
  rowHeight?: 24 | 26 | 28 | 32 | 40;
  /** Without the line of titles, where the columns speak for themselves. */
  headless?: boolean;
}

/** A small table in the text: no orders, no pages, no selection. On the telephone its columns with `phone`. */
export function PlainTable<Row>(props: PlainTableProps<Row>) {
  const { columns, rows, rowHeight = 28, headless = false } = props;
  const phone = useIsPhone();
  if (phone && columns.some((column) => column.phone)) {
    return (
      <RowList flush label={props.label} columns={columns} rows={rows} rowKey={props.rowKey} />
    );
  }
  const hasTotals = columns.some((column) => column.total !== undefined);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} style={{ ['--row' as string]: `${rowHeight}px` }}>
        <caption className="visually-hidden">{props.label}</caption>
        <thead className={headless ? 'visually-hidden' : undefined}>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={styles.head}
                data-align={column.align}
                style={column.width ? { width: column.width } : undefined}
              >
                <span className={column.untitled ? 'visually-hidden' : undefined}>
                  {columnLabel(column)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={styles.cell}
                  data-align={column.align}
                  style={headless && column.width ? { width: column.width } : undefined}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {hasTotals && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={styles.total} data-align={column.align}>
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
