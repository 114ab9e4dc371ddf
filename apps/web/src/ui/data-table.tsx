import { useFirstAnswer } from '../lib/first-answer.ts';
import { usePageKeys } from '../lib/keys.ts';
import { useIsPhone } from '../lib/media.ts';
import type { ListPosition } from '../lib/url-state.ts';
import { useText } from '../locales/use-text.ts';
import { ColumnChooser } from './column-chooser.tsx';
import styles from './data-table.module.css';
import { Pager } from './pager.tsx';
import { RowList } from './row-list.tsx';
import { TableBody } from './table-body.tsx';
import type { Column, RowGroup } from './table-column.ts';
import { TableHead } from './table-head.tsx';
import type { EmptyWords } from './table-states.tsx';
import { Empty, EmptyFiltered, Failed, Skeleton } from './table-states.tsx';
import { useShownColumns } from './use-shown-columns.ts';

/** The parts of a react-query result that a table shows. */
export interface TableQuery<Row> {
  data: { items: readonly Row[]; total?: number } | undefined;
  error: unknown;
  isFetching: boolean;
  refetch: () => unknown;
}

export interface DataTableProps<Row> {
  /** Under which the chosen columns are kept. */
  id: string;
  /** What the table holds, for screen readers: 村名册. */
  label: string;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Names a row for screen readers; the first cell's text unless given. */
  rowLabel?: (row: Row) => string;
  query: TableQuery<Row>;
  /** From `useListState`; without it there are no orders and pages. */
  list?: ListPosition & { active: number; clear: () => void };
  empty: EmptyWords;
  /** The row that is open at the right. */
  selected?: string | null;
  /** Click and Enter. Arrows follow while a row is open. */
  onOpen?: (row: Row) => void;
  /** Rows picked with the box at the left, Space. */
  picked?: ReadonlySet<string>;
  onPick?: (picked: ReadonlySet<string>) => void;
  groupOf?: (row: Row) => RowGroup | null;
  /** 32 px; 28 or 26 for side tables. */
  rowHeight?: 32 | 28 | 26 | 40;
  /** Takes the height of its surroundings and scrolls inside (in a page that fills). */
  fill?: boolean;
}

/** A dense list: orders and pages in the address, rows by keyboard, columns to choose. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { query, list, columns, fill = true } = props;
  const text = useText().ui;
  const phone = useIsPhone();
  const { shown, toggle, reset } = useShownColumns(props.id, columns);
  usePageKeys([
    { keys: '↑ ↓', does: text.keys.move },
    { keys: 'Home End', does: text.keys.ends },
    ...(props.onOpen ? [{ keys: 'Enter', does: text.keys.open }] : []),
    ...(props.onPick ? [{ keys: '␣', does: text.keys.pick }] : []),
    ...(list ? [{ keys: '[ ]', does: text.keys.page }] : []),
  ]);
  const data = useFirstAnswer(query.data);
  const { error } = query;
  const rows = data?.items ?? [];
  const total = data?.total ?? rows.length;
  const width = shown.reduce((sum, column) => sum + (column.width ?? 120), props.onPick ? 36 : 0);
  return (
    <div className={fill ? styles.fill : styles.flow}>
      <div className={styles.scroll} data-busy={query.isFetching && data !== undefined}>
        {phone ? (
          rows.length > 0 && <RowList {...props} rows={rows} flush={!fill} />
        ) : (
          <table
            className={styles.table}
            style={{ minWidth: width, ['--row' as string]: `${props.rowHeight ?? 32}px` }}
          >
            <caption className="visually-hidden">{props.label}</caption>
            <TableHead {...props} columns={shown} rows={rows} />
            {rows.length > 0 && <TableBody {...props} columns={shown} rows={rows} total={total} />}
          </table>
        )}
        {data === undefined && !error && <Skeleton />}
        {error !== null && error !== undefined && (
          <Failed error={error} onRetry={() => void query.refetch()} />
        )}
        {data !== undefined &&
          rows.length === 0 &&
          (list && list.active > 0 ? (
            <EmptyFiltered onClear={() => list.clear()} />
          ) : (
            <Empty {...props.empty} />
          ))}
      </div>
      {list && data !== undefined && (
        <div className={styles.foot}>
          <Pager list={list} total={total} />
          {!phone && (
            <span className={styles.chooser}>
              <ColumnChooser columns={columns} shown={shown} onToggle={toggle} onReset={reset} />
            </span>
          )}
        </div>
      )}
    </div>
  );
}
