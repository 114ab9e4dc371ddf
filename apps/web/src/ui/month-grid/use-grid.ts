import { type RefObject, useImperativeHandle, useRef } from 'react';
import type { LeaveBy } from './cell-editor.tsx';
import { clipboardHandlers } from './clipboard-handlers.ts';
import { changeOf } from './grid-changes.ts';
import { isDay, moved, tabbed } from './grid-range.ts';
import type { GridHandle, GridPlace, MonthGridProps } from './grid-types.ts';
import { useChosen } from './use-chosen.ts';
import { useKeys } from './use-keys.ts';
import { usePointer } from './use-pointer.ts';
import { useWriting } from './use-writing.ts';

/** Where the person is in the grid, and what keys, mouse and clipboard do there. */
export function useGrid(props: MonthGridProps, handle: RefObject<GridHandle | null> | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const chosen = useChosen(props);
  const writing = useWriting(props, chosen);
  const { size, active, range, rowId, column, go, choose, chooseColumn } = chosen;
  const { sheet, write } = writing;

  useImperativeHandle(handle, () => ({
    apply: writing.apply,
    write: writing.writeChosen,
    focusCell: chosen.goTo,
    undo: writing.undo,
    redo: writing.redo,
  }));

  /** A double click: the field of a day, or what a fixed column opens. */
  function open({ col }: GridPlace) {
    if (!isDay(col, size)) props.onOpen?.(rowId, column);
    else if (writing.mayType()) chosen.openField();
  }

  function finishEditing(value: string | null, by: LeaveBy) {
    const change = changeOf(sheet, active.row, active.col, value);
    if (change) write([change]);
    if (by === 'stay') return chosen.closeField();
    const below = moved(active, { key: 'ArrowDown', ctrl: false, page: 1 }, size);
    const next = by === 'enter' ? below : tabbed(active, by === 'backTab', size);
    go(next ?? active);
  }

  const onKeyDown = useKeys(props, box, chosen, writing);
  const pointer = usePointer({ active, range, sheet, write, choose, chooseColumn, go, open });
  const clipboard = clipboardHandlers(props, { range, sheet, write, choose });
  const value = props.rows[active.row]?.cells[active.col - size.left]?.value ?? null;

  return {
    ...{ box, active, range, finishEditing },
    body: chosen.body,
    editing: chosen.editing,
    typed: chosen.typed !== undefined,
    initial: () => chosen.typed ?? props.format(value),
    cancelEditing: () => go(active),
    handlers: { onKeyDown, ...pointer, ...(chosen.editing ? {} : clipboard) },
  };
}
