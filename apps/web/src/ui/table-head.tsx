import { Checkbox } from 'antd';
import type { ListPosition } from '../lib/url-state.ts';
import { useText } from '../locales/use-text.ts';
import styles from './data-table.module.css';
import { Icon } from './icon.tsx';
import type { Column } from './table-column.ts';
import { columnLabel } from './table-column.ts';

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  list?: ListPosition;
  picked?: ReadonlySet<string>;
  onPick?: (picked: ReadonlySet<string>) => void;
}

export function TableHead<Row>(props: TableHeadProps<Row>) {
  const { columns, rows, list, picked, onPick } = props;
  const text = useText().ui;
  const keys = rows.map(props.rowKey);
  const pickedHere = keys.filter((key) => picked?.has(key)).length;
  function pickAll(all: boolean) {
    const next = new Set(picked);
    for (const key of keys) {
      if (all) next.add(key);
      else next.delete(key);
    }
    onPick?.(next);
  }
  return (
    <>
      <colgroup>
        {onPick && <col style={{ width: 36 }} />}
        {columns.map((column) => (
          <col key={column.key} style={column.width ? { width: column.width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {onPick && (
            <th scope="col" className={styles.pickHead}>
              <Checkbox
                aria-label={text.pickPage}
                checked={keys.length > 0 && pickedHere === keys.length}
                indeterminate={pickedHere > 0 && pickedHere < keys.length}
                onChange={(event) => pickAll(event.target.checked)}
              />
            </th>
          )}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} list={list} />
          ))}
        </tr>
      </thead>
    </>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  list: ListPosition | undefined;
}

function HeadCell<Row>({ column, list }: HeadCellProps<Row>) {
  const text = useText().ui;
  const label = columnLabel(column);
  const ascending = list?.sort === column.key;
  const descending = list?.sort === `-${column.key}`;
  const order = ascending ? 'ascending' : descending ? 'descending' : undefined;
  return (
    <th scope="col" className={styles.head} data-align={column.align} aria-sort={order}>
      {column.sortable && list ? (
        <button
          type="button"
          className={styles.sort}
          title={text.sortBy(column.title)}
          onClick={() =>
            list.setSort(ascending ? `-${column.key}` : descending ? null : column.key)
          }
        >
          {label}
          <span className={styles.arrow} data-on={order !== undefined}>
            <Icon name={descending ? 'sortDown' : 'sortUp'} size={12} />
          </span>
        </button>
      ) : (
        <span className={column.untitled ? 'visually-hidden' : undefined}>{label}</span>
      )}
    </th>
  );
}
