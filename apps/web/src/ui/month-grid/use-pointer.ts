import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { fillTo, type Sheet } from './grid-changes.ts';
import type { GridChange, GridPlace, GridRange } from './grid-types.ts';

interface Pointed {
  active: GridPlace;
  range: GridRange;
  sheet: Sheet;
  write: (changes: readonly GridChange[]) => void;
  choose: (range: GridRange) => void;
  go: (place: GridPlace, extend?: boolean) => void;
  /** All rows of a column. */
  chooseColumn: (col: number) => void;
  /** A double click: the field of a day, or what a fixed column opens. */
  open: (place: GridPlace) => void;
}

/** The mouse chooses and drags a range, or fills it on by its handle; a finger taps, and scrolls. */
export function usePointer(pointed: Pointed) {
  const latest = useRef(pointed);
  latest.current = pointed;
  /** The range that the handle was taken at, while it fills. */
  const drag = useRef<'choose' | GridRange | null>(null);
  const over = useRef<GridPlace | null>(null);

  function end() {
    const from = drag.current;
    drag.current = null;
    if (from === null || from === 'choose' || over.current === null) return;
    const { sheet, write } = latest.current;
    write(fillTo(sheet, from, over.current).changes);
  }

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const place = placeAt(event.target);
    if (!place || isField(event.target)) return;
    const fills = isHandle(event.target);
    drag.current = fills ? pointed.range : 'choose';
    over.current = null;
    window.addEventListener('pointerup', end, { once: true });
    // The handle leaves the focus where it is.
    if (fills) event.preventDefault();
    else pointed.go(place, event.shiftKey);
  }

  function onPointerOver(event: PointerEvent) {
    const place = drag.current === null ? null : placeAt(event.target);
    if (!place || drag.current === null) return;
    if (drag.current !== 'choose') {
      over.current = place;
      pointed.choose(fillTo(pointed.sheet, drag.current, place).range);
    } else if (!isAt(place)) pointed.go(place, true);
  }

  /** A tap; the mouse has chosen already. */
  function onClick(event: MouseEvent) {
    const head = event.target instanceof Element ? event.target.closest('[data-head]') : null;
    if (head) return pointed.chooseColumn(Number(head.getAttribute('data-head')));
    const place = placeAt(event.target);
    if (!place || isField(event.target) || isHandle(event.target)) return;
    if (!isAt(place)) pointed.go(place, event.shiftKey);
  }

  function onDoubleClick(event: MouseEvent) {
    const place = placeAt(event.target);
    if (place && !isField(event.target)) pointed.open(place);
  }

  function isAt({ row, col }: GridPlace): boolean {
    return row === pointed.active.row && col === pointed.active.col;
  }

  return { onPointerDown, onPointerOver, onClick, onDoubleClick };
}

function placeAt(target: EventTarget | null): GridPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest('[data-col]');
  const row = cell?.closest('[data-row]');
  if (!cell || !row) return null;
  return { row: Number(row.getAttribute('data-row')), col: Number(cell.getAttribute('data-col')) };
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement;
}

function isHandle(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-handle]') !== null;
}
