import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { clamp, firstDayOf, type GridSize, lastColumn, rangeOf } from './grid-range.ts';
import type { GridPlace, GridRange, MonthGridProps } from './grid-types.ts';

interface State {
  /** Has the focus; a range reaches from `anchor` to it. */
  active: GridPlace;
  anchor: GridPlace;
  /** The field of F2 stands in the active cell. */
  editing: boolean;
  /** What it begins with, where a key opened it. */
  typed?: string;
}

export type Chosen = ReturnType<typeof useChosen>;

/** Where the person is in the grid: the cell with the focus, what is chosen, and whether its field is open. */
export function useChosen(props: MonthGridProps) {
  const { rows, days, leftColumns, rightColumns } = props;
  const body = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const size = sizeOf(props);
  const columns = [...leftColumns, ...days, ...rightColumns].map(({ key }) => key);
  const start = { row: 0, col: firstDayOf(size) };
  const [state, setState] = useState<State>({ active: start, anchor: start, editing: false });
  const active = inside(state.active);
  const range = rangeOf(inside(state.anchor), active);
  const rowId = rows[active.row]?.id ?? '';
  const column = columns[active.col] ?? '';

  // The focus follows the active cell, and the frozen columns never cover it (scroll-padding).
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place moves the focus
  useLayoutEffect(() => {
    if (state.editing || !wantsFocus.current) return;
    wantsFocus.current = false;
    const row = body.current?.children[active.row];
    const cell = row?.querySelector<HTMLElement>(`[data-col="${active.col}"]`);
    cell?.focus({ preventScroll: true });
    void cell?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [state]);

  const signature = `${active.row} ${active.col} ${Object.values(range).join()} ${size.rows}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `signature` stands for what is chosen
  useEffect(() => {
    if (!rows[active.row]) return props.onSelect?.(null);
    const { top, bottom, left, right } = range;
    const ofDays = days.slice(Math.max(0, left - size.left), right - size.left + 1);
    props.onSelect?.({
      rowIds: rows.slice(top, bottom + 1).map(({ id }) => id),
      columns: right < size.left ? [] : ofDays.map(({ key }) => key),
      rowId,
      column,
    });
  }, [signature]);

  /** Rows and columns may have gone since. */
  function inside({ row, col }: GridPlace): GridPlace {
    return { row: clamp(row, Math.max(0, size.rows - 1)), col: clamp(col, lastColumn(size)) };
  }

  function go(place: GridPlace, extend = false) {
    wantsFocus.current = true;
    setState((now) => ({
      active: place,
      anchor: extend ? inside(now.anchor) : place,
      editing: false,
    }));
  }

  function goTo(toRow: string, toColumn: string) {
    const row = rows.findIndex(({ id }) => id === toRow);
    const col = columns.indexOf(toColumn);
    if (row >= 0) go({ row, col: col < 0 ? active.col : col });
  }

  function choose({ top, bottom, left, right }: GridRange) {
    wantsFocus.current = true;
    setState({
      anchor: { row: bottom, col: right },
      active: { row: top, col: left },
      editing: false,
    });
  }

  const everyRow = { top: 0, bottom: size.rows - 1 };
  const ownDays = { left: firstDayOf(size), right: size.left + size.days - 1 };

  return {
    ...{ body, size, active, range, rowId, column, go, goTo, choose },
    editing: state.editing,
    typed: state.typed,
    chooseAll: () => choose({ ...everyRow, ...ownDays }),
    chooseColumn: (col: number) => choose({ ...everyRow, left: col, right: col }),
    /** Every day of the month in the row of the focus. */
    chooseRow: () => choose({ top: active.row, bottom: active.row, ...ownDays }),
    openField: (typed?: string) =>
      setState({
        ...{ active, anchor: active, editing: true },
        ...(typed === undefined ? {} : { typed }),
      }),
    /** Whoever clicked elsewhere is there already. */
    closeField: () => setState((now) => ({ ...now, editing: false })),
  };
}

function sizeOf({ rows, days, leftColumns, rightColumns }: MonthGridProps): GridSize {
  return {
    rows: rows.length,
    left: leftColumns.length,
    before: days.filter(({ before }) => before).length,
    days: days.length,
    right: rightColumns.length,
  };
}
