import type { KeyboardEvent, RefObject } from 'react';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { isComposing, type LeaveBy } from './cell-editor.tsx';
import { clipboardHandlers } from './clipboard-handlers.ts';
import { changeOf, fillDown, fillRight, rebased, type Sheet, setAll } from './grid-changes.ts';
import { noHistory, redo, remembered, undo } from './grid-history.ts';
import {
  clamp,
  firstDayOf,
  isDay,
  isSingle,
  lastColumn,
  moved,
  rangeOf,
  tabbed,
} from './grid-range.ts';
import type { GridChange, GridHandle, GridPlace, GridRange, MonthGridProps } from './grid-types.ts';
import { usePointer } from './use-pointer.ts';

interface Chosen {
  /** Has the focus; a range reaches from `anchor` to it. */
  active: GridPlace;
  anchor: GridPlace;
  /** The field of F2 stands in the active cell. */
  editing: boolean;
  /** What it begins with, where a key opened it. */
  typed?: string;
}

/** Where the person is in the grid, and what keys, mouse and clipboard do there. */
export function useGrid(props: MonthGridProps, handle: RefObject<GridHandle | null> | undefined) {
  const { rows, days, leftColumns, rightColumns } = props;
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const history = useRef(noHistory);
  const wantsFocus = useRef(false);
  const leaving = useRef(false);
  const size = {
    rows: rows.length,
    left: leftColumns.length,
    before: days.filter(({ before }) => before).length,
    days: days.length,
    right: rightColumns.length,
  };
  const start = { row: 0, col: firstDayOf(size) };
  const [chosen, setChosen] = useState<Chosen>({ active: start, anchor: start, editing: false });
  const inside = ({ row, col }: GridPlace): GridPlace => ({
    row: clamp(row, Math.max(0, size.rows - 1)),
    col: clamp(col, lastColumn(size)),
  });
  const active = inside(chosen.active);
  const range = rangeOf(inside(chosen.anchor), active);
  const sheet = (): Sheet => ({ rows, days: days.map(({ key }) => key), left: size.left });

  function cellElement({ row, col }: GridPlace): HTMLElement | null {
    return body.current?.children[row]?.querySelector(`[data-col="${col}"]`) ?? null;
  }

  // The focus follows the active cell, and the frozen columns never cover it (scroll-padding).
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place moves the focus
  useLayoutEffect(() => {
    if (chosen.editing || !wantsFocus.current) return;
    wantsFocus.current = false;
    const cell = cellElement(active);
    cell?.focus({ preventScroll: true });
    void cell?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);

  const signature = `${active.row} ${active.col} ${Object.values(range).join()} ${size.rows}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `signature` stands for what is chosen
  useEffect(() => {
    const row = rows[active.row];
    if (!row) return props.onSelect?.(null);
    const ids = rows.slice(range.top, range.bottom + 1).map(({ id }) => id);
    const columns = days.slice(Math.max(0, range.left - size.left), range.right - size.left + 1);
    props.onSelect?.({
      rowIds: ids,
      columns: range.right < size.left ? [] : columns.map(({ key }) => key),
      rowId: row.id,
      column: columnKey(active.col),
    });
  }, [signature]);

  function columnKey(col: number): string {
    const all = [...leftColumns, ...days, ...rightColumns];
    return all[col]?.key ?? '';
  }

  function go(place: GridPlace, extend = false) {
    wantsFocus.current = true;
    setChosen((now) => ({
      active: place,
      anchor: extend ? inside(now.anchor) : place,
      editing: false,
    }));
  }

  function write(changes: GridChange[], remember = true) {
    if (props.readOnly || changes.length === 0) return;
    if (remember) history.current = remembered(history.current, changes);
    props.onChange?.(changes);
  }

  function step(by: typeof undo) {
    const stepped = by(history.current, sheet());
    if (!stepped) return;
    history.current = stepped.history;
    write(stepped.changes, false);
    const [first] = stepped.changes;
    if (first) goTo(first.rowId, first.column);
  }

  function goTo(rowId: string, column: string) {
    const row = rows.findIndex(({ id }) => id === rowId);
    const all = [...leftColumns, ...days, ...rightColumns];
    const col = all.findIndex(({ key }) => key === column);
    if (row >= 0) go({ row, col: col < 0 ? active.col : col });
  }

  useImperativeHandle(handle, () => ({
    apply: (changes) => write(rebased(sheet(), changes)),
    write: (value) => write(setAll(sheet(), range, value)),
    focusCell: goTo,
    undo: () => step(undo),
    redo: () => step(redo),
  }));

  function mayEdit(): boolean {
    const cell = rows[active.row]?.cells[active.col - size.left];
    return !props.readOnly && cell !== undefined && !cell.closed && !cell.readOnly;
  }

  function startEditing(typed?: string) {
    if (!mayEdit()) return;
    setChosen({ active, anchor: active, editing: true, ...(typed === undefined ? {} : { typed }) });
  }

  function finishEditing(value: string | null, by: LeaveBy) {
    const change = changeOf(sheet(), active.row, active.col, value);
    if (change) write([change]);
    if (by === 'stay') return setChosen((now) => ({ ...now, editing: false }));
    const below = moved(active, { key: 'ArrowDown', ctrl: false, page: 1 }, size);
    const next = by === 'enter' ? below : tabbed(active, by === 'backTab', size);
    go(next ?? active);
  }

  function cancelEditing() {
    go(active);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event) || rows.length === 0) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.key === 'Tab') return onTab(event);
    leaving.current = false;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / 21) - 2);
    const to = event.altKey ? null : moved(active, { key: event.key, ctrl, page }, size);
    if (to) {
      event.preventDefault();
      return go(to, event.shiftKey);
    }
    const act = actOf(event, ctrl);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function onTab(event: KeyboardEvent) {
    const to = leaving.current ? null : tabbed(active, event.shiftKey, size);
    leaving.current = false;
    if (!to) return;
    event.preventDefault();
    go(to);
  }

  function actOf(event: KeyboardEvent, ctrl: boolean): (() => void) | null {
    const { key, shiftKey, altKey } = event;
    const letter = key.toLowerCase();
    if (key === ' ' && !altKey) {
      if (ctrl) return () => chooseColumn(active.col);
      return shiftKey ? chooseRow : null;
    }
    if (ctrl && !altKey) {
      if (letter === 'z') return () => step(shiftKey ? redo : undo);
      if (letter === 'y') return () => step(redo);
      if (letter === 'r') return () => write(fillRight(sheet(), range));
      if (letter === 'd') return () => write(fillDown(sheet(), range));
      if (letter === 'a') return chooseAll;
      return null;
    }
    if (ctrl || altKey) return null;
    if (key === 'F2') {
      return shiftKey ? () => props.onNote?.(rowId(), columnKey(active.col)) : () => startEditing();
    }
    if (key === 'Enter') return onEnter(shiftKey);
    if (key === 'Escape') {
      leaving.current = true;
      return isSingle(range) ? null : () => go(active);
    }
    if (key === 'Delete' || key === 'Backspace') return () => write(setAll(sheet(), range, null));
    const value = key.length === 1 ? props.keyToValue(key) : undefined;
    if (value !== undefined) return () => write(setAll(sheet(), range, value));
    return props.typesText && key.length === 1 && mayEdit() ? () => startEditing(key) : null;
  }

  function onEnter(back: boolean): () => void {
    if (!isDay(active.col, size)) return () => props.onOpen?.(rowId(), columnKey(active.col));
    const key = back ? 'ArrowUp' : 'ArrowDown';
    return () => go(moved(active, { key, ctrl: false, page: 1 }, size) ?? active);
  }

  function chooseColumn(col: number) {
    choose({ top: 0, bottom: size.rows - 1, left: col, right: col });
  }

  /** Every day of the month in the row of the focus. */
  function chooseRow() {
    const { row } = active;
    choose({ top: row, bottom: row, left: firstDayOf(size), right: size.left + size.days - 1 });
  }

  function rowId() {
    return rows[active.row]?.id ?? '';
  }

  function chooseAll() {
    const right = size.left + size.days - 1;
    choose({ top: 0, bottom: size.rows - 1, left: firstDayOf(size), right });
  }

  function choose(part: GridRange) {
    wantsFocus.current = true;
    setChosen({
      anchor: { row: part.bottom, col: part.right },
      active: { row: part.top, col: part.left },
      editing: false,
    });
  }

  const pointer = usePointer({
    active,
    range,
    sheet,
    write,
    choose,
    chooseColumn,
    go,
    open(place) {
      if (isDay(place.col, size)) startEditing();
      else props.onOpen?.(rowId(), columnKey(place.col));
    },
  });
  const clipboard = clipboardHandlers(props, { range, sheet, write, choose });

  return {
    box,
    body,
    active,
    range,
    editing: chosen.editing,
    typed: chosen.typed !== undefined,
    initial: () =>
      chosen.typed ?? props.format(rows[active.row]?.cells[active.col - size.left]?.value ?? null),
    finishEditing,
    cancelEditing,
    handlers: {
      onKeyDown,
      ...pointer,
      ...(chosen.editing ? {} : clipboard),
    },
  };
}
