import type { Import, listImportRows } from '@xuanpai/contracts/imports';
import { useEffect, useState } from 'react';
import { usePageKeys } from '../../lib/keys.ts';
import { type ListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { nextPlace, rowOfPlace } from './problem-place.ts';

export interface ProblemPlace {
  /** Row and field whose words are open. */
  at: string | null;
  /** Its value is being corrected. */
  editing: boolean;
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
  const [editing, setEditing] = useState(false);
  const { problems, status } = preview;
  usePageKeys([
    { keys: 'F8', does: text.next },
    { keys: 'F2', does: text.edit },
  ]);

  function open(place: string | null) {
    setEditing(false);
    setAt(place);
  }
  const next = () => open(nextPlace(problems, at));
  const edit = (place: string) => {
    setAt(place);
    setEditing(true);
  };

  // A place on another page, or behind another tab, is shown among the wrong rows.
  const row = rowOfPlace(at);
  const isShown = row === null || rows.length === 0 || rows.some((one) => one.row === row);
  const wrongRows = [...new Set(problems.map((problem) => problem.row))].filter(
    (one) => one > preview.headingRow,
  );
  const index = row === null ? -1 : wrongRows.indexOf(row);
  const page = Math.floor(index / list.pageSize) + 1;
  useEffect(() => {
    if (isShown || index < 0) return;
    if (list.filters.state !== 'wrong') list.setFilter('state', 'wrong');
    else if (list.page !== page) list.setPage(page);
  }, [isShown, index, page, list]);

  useEffect(() => {
    if (!isShown || at === null) return;
    const cell = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(at)}"]`);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (!editing) cell?.focus({ preventScroll: true });
  }, [isShown, at, editing]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'F8' && problems.length > 0) next();
      else if (event.key === 'F2' && at !== null && status === 'previewed') edit(at);
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return { at, editing, open, edit, next };
}
