import type { Import, listImportRows } from '@xuanpai/contracts/imports';
import { useEffect, useRef, useState } from 'react';
import { usePageKeys } from '../../lib/keys.ts';
import { type ListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { nextPlace, rowOfPlace } from './problem-place.ts';

export interface ProblemPlace {
  /** Row and field whose words are open. */
  at: string | null;
  /** The place whose value is being corrected. */
  editing: string | null;
  open(place: string | null): void;
  edit(place: string): void;
  next(): void;
}

/** Which problem is looked at: in the address; F8 goes to the next, F2 corrects it. */
export function useProblemPlace(
  preview: Import,
  list: ListState<typeof listImportRows>,
  rows: readonly { row: number }[],
): ProblemPlace {
  const text = useText().imports.keys;
  const [at, setAt] = useUrlValue('at');
  const [editing, setEditing] = useState<string | null>(null);
  // Keys may come faster than the address gets back here.
  const latest = useRef(at);
  useEffect(() => {
    latest.current = at;
  }, [at]);
  usePageKeys([
    { keys: 'F8', does: text.next },
    { keys: 'F2', does: text.edit },
  ]);

  function open(place: string | null, correcting = false) {
    setEditing(correcting ? place : null);
    if (place === latest.current) return;
    latest.current = place;
    setAt(place);
  }
  const edit = (place: string) => open(place, true);
  const next = () => open(nextPlace(preview.problems, latest.current));

  const isShown = useShownRow(preview, list, rows, at);
  useEffect(() => {
    if (at === null || !isShown) return;
    const cell = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(at)}"]`);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (editing !== at) cell?.focus({ preventScroll: true });
  }, [at, editing, isShown]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const place = latest.current;
      if (event.key === 'F8' && preview.problems.length > 0) next();
      else if (event.key === 'F2' && place !== null && preview.status === 'previewed') edit(place);
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return { at, editing, open, edit, next };
}

/**
 * A row on another page, or behind another tab, is looked at among the wrong ones; when the last one
 * is right, all are shown. Tells whether the row is among those shown now.
 */
function useShownRow(
  { problems, headingRow }: Import,
  list: ListState<typeof listImportRows>,
  rows: readonly { row: number }[],
  at: string | null,
) {
  const row = rowOfPlace(at);
  const wrongRows = [...new Set(problems.map((problem) => problem.row))].filter(
    (one) => one > headingRow,
  );
  const isShown = row === null || rows.some((one) => one.row === row);
  const rowsAreThere = rows.length > 0;
  const index = row === null ? -1 : wrongRows.indexOf(row);
  const page = Math.floor(index / list.pageSize) + 1;
  useEffect(() => {
    if (isShown || index < 0 || !rowsAreThere) return;
    if (list.filters.state !== 'wrong') list.setFilter('state', 'wrong');
    else if (list.page !== page) list.setPage(page);
  }, [isShown, index, page, list, rowsAreThere]);
  const allRight = at === null && wrongRows.length === 0;
  useEffect(() => {
    if (allRight && list.filters.state === 'wrong') list.setFilter('state', null);
  }, [allRight, list]);
  return isShown;
}
