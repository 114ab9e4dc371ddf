import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { isComposing } from './cell-editor.tsx';
import { fillDown, fillRight } from './grid-changes.ts';
import { isDay, isSingle, moved, tabbed } from './grid-range.ts';
import type { MonthGridProps } from './grid-types.ts';
import type { Chosen } from './use-chosen.ts';
import type { Writing } from './use-writing.ts';

/** As many rows fit into the height of a page. */
const leastRow = 21;

/** The keys of Excel. Tab goes from day to day, and leaves the grid at its end or after Escape. */
export function useKeys(
  { rows, keyToValue, typesText, onNote, onOpen }: MonthGridProps,
  box: RefObject<HTMLElement | null>,
  chosen: Chosen,
  writing: Writing,
) {
  const { size, active, range, rowId, column, go } = chosen;
  const { sheet, write } = writing;
  const leaving = useRef(false);

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event) || rows.length === 0) return;
    if (event.key === 'Tab') return onTab(event);
    leaving.current = event.key === 'Escape' && !withModifier(event);
    const to = event.altKey ? null : moved(active, { ...stepOf(event), page: page() }, size);
    if (to) {
      event.preventDefault();
      return go(to, event.shiftKey);
    }
    const act = actOf(event);
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

  function page(): number {
    return Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / leastRow) - 2);
  }

  function actOf(event: KeyboardEvent): (() => void) | null {
    if (event.key === ' ' && !event.altKey) return spaceAct(event);
    if (!withModifier(event)) return plainAct(event);
    return event.altKey ? null : controlAct(event);
  }

  /** Space chooses: with Ctrl the column, with Shift the row. */
  function spaceAct(event: KeyboardEvent): (() => void) | null {
    if (withModifier(event)) return () => chosen.chooseColumn(active.col);
    return event.shiftKey ? chosen.chooseRow : null;
  }

  function controlAct({ key, shiftKey }: KeyboardEvent): (() => void) | null {
    switch (key.toLowerCase()) {
      case 'z':
        return shiftKey ? writing.redo : writing.undo;
      case 'y':
        return writing.redo;
      case 'r':
        return () => write(fillRight(sheet, range));
      case 'd':
        return () => write(fillDown(sheet, range));
      case 'a':
        return chosen.chooseAll;
      default:
        return null;
    }
  }

  function plainAct({ key, shiftKey }: KeyboardEvent): (() => void) | null {
    switch (key) {
      case 'F2':
        return shiftKey ? () => onNote?.(rowId, column) : openField;
      case 'Enter':
        return enterAct(shiftKey);
      case 'Escape':
        return isSingle(range) ? null : () => go(active);
      case 'Delete':
      case 'Backspace':
        return () => writing.writeChosen(null);
      default:
        return key.length === 1 ? signAct(key) : null;
    }
  }

  function enterAct(back: boolean): () => void {
    if (!isDay(active.col, size)) return () => onOpen?.(rowId, column);
    const key = back ? 'ArrowUp' : 'ArrowDown';
    return () => go(moved(active, { key, ctrl: false, page: 1 }, size) ?? active);
  }

  /** A key that is a sign of itself, or begins what is typed. */
  function signAct(key: string): (() => void) | null {
    const value = keyToValue(key);
    if (value !== undefined) return () => writing.writeChosen(value);
    return typesText && writing.mayType() ? () => chosen.openField(key) : null;
  }

  function openField() {
    if (writing.mayType()) chosen.openField();
  }

  return onKeyDown;
}

function stepOf(event: KeyboardEvent) {
  return { key: event.key, ctrl: event.ctrlKey || event.metaKey };
}

function withModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}
