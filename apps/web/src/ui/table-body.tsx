import { Checkbox } from 'antd';
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { Fragment, useRef, useState } from 'react';
import type { ListPosition } from '../lib/url-state.ts';
import { useText } from '../locales/use-text.ts';
import styles from './data-table.module.css';
import type { Column, RowGroup } from './table-column.ts';

interface TableBodyProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  total: number;
  rowKey: (row: Row) => string;
  rowLabel?: (row: Row) => string;
  list?: ListPosition;
  selected?: string | null;
  onOpen?: (row: Row) => void;
  picked?: ReadonlySet<string>;
  onPick?: (picked: ReadonlySet<string>) => void;
  groupOf?: (row: Row) => RowGroup | null;
}

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** A click in a link, a field or a text being marked isn't meant for the row. */
function isForRow(event: MouseEvent<HTMLElement>): boolean {
  if (!(event.target instanceof Element)) return false;
  if (event.target.closest('a, button, input, label, select, textarea')) return false;
  return getSelection()?.isCollapsed !== false;
}

/** A cell that is too narrow tells its whole text. */
function tellClipped(event: PointerEvent<HTMLElement>): void {
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  if (cell && cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent ?? '';
}

/** Enter on the row that is open goes on into its panel; Esc comes back. */
function focusPanel(): void {
  document.querySelector<HTMLElement>('[data-side-panel]')?.focus();
}

export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { rows, columns, selected, onOpen, onPick, picked, list, groupOf } = props;
  const text = useText().ui;
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const chosen = rows.findIndex((row) => props.rowKey(row) === selected);
  const reachable = chosen >= 0 ? chosen : Math.min(current, rows.length - 1);

  function rowElements(): HTMLElement[] {
    return [...(body.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])];
  }
  function toggle(row: Row) {
    const next = new Set(picked);
    if (!next.delete(props.rowKey(row))) next.add(props.rowKey(row));
    onPick?.(next);
  }
  function moveTo(index: number) {
    const row = rows[index];
    rowElements()[index]?.focus();
    setCurrent(index);
    if (row && selected && onOpen) onOpen(row);
  }
  function turnPage(by: number) {
    if (!list) return;
    const page = list.page + by;
    if (page >= 1 && page <= Math.ceil(props.total / list.pageSize)) list.setPage(page);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const index = rowElements().indexOf(event.target as HTMLElement);
    const row = rows[index];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step) moveTo(step(index, rows.length - 1));
    else if (event.key === 'Enter' && index === chosen) focusPanel();
    else if (event.key === 'Enter' && onOpen) onOpen(row);
    else if (event.key === ' ' && onPick) toggle(row);
    else if (event.key === '[') turnPage(-1);
    else if (event.key === ']') turnPage(1);
    else return;
    event.preventDefault();
  }

  let lastGroup: string | undefined;
  return (
    <>
      <tbody ref={body} onKeyDown={onKeyDown} onPointerOver={tellClipped}>
        {rows.map((row, index) => {
          const key = props.rowKey(row);
          const group = groupOf?.(row) ?? null;
          const opensGroup = group !== null && group.key !== lastGroup;
          lastGroup = group?.key;
          return (
            <Fragment key={key}>
              {opensGroup && (
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={columns.length + (onPick ? 1 : 0)}>
                    <span className={styles.groupLine}>
                      {group.title}
                      <span>{group.extra}</span>
                    </span>
                  </th>
                </tr>
              )}
              <tr
                data-row={key}
                className={styles.row}
                data-openable={onOpen !== undefined}
                tabIndex={index === reachable ? 0 : -1}
                aria-current={key === selected ? 'true' : undefined}
                onFocus={() => setCurrent(index)}
                onClick={(event) => {
                  if (onOpen && isForRow(event)) onOpen(row);
                }}
              >
                {onPick && (
                  <td className={styles.pick}>
                    <Checkbox
                      aria-label={text.pick(props.rowLabel?.(row) ?? key)}
                      tabIndex={-1}
                      checked={picked?.has(key) ?? false}
                      onChange={() => toggle(row)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.key} className={styles.cell} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            </Fragment>
          );
        })}
      </tbody>
      {columns.some((column) => column.total !== undefined) && (
        <tfoot>
          <tr className={styles.total}>
            {onPick && <td />}
            {columns.map((column) => (
              <td key={column.key} className={styles.cell} data-align={column.align}>
                {column.total}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </>
  );
}
