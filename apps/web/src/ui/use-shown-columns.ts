import { useMemo, useState } from 'react';
import { remember, remembered } from '../lib/remember.ts';
import type { Column } from './table-column.ts';

function read(id: string): Set<string> | null {
  const text = remembered(`columns.${id}`);
  return text === null ? null : new Set(text.split(','));
}

/** Which columns a person wants in a table, kept on this machine. */
export function useShownColumns<Row>(id: string, columns: readonly Column<Row>[]) {
  const [chosen, setChosen] = useState(() => read(id));
  const shown = useMemo(
    () =>
      columns.filter((column) =>
        column.fixed ? true : chosen ? chosen.has(column.key) : !column.hidden,
      ),
    [columns, chosen],
  );
  function toggle(key: string) {
    const next = new Set(shown.map((column) => column.key));
    if (!next.delete(key)) next.add(key);
    remember(`columns.${id}`, [...next].join(','));
    setChosen(next);
  }
  function reset() {
    const usual = columns.filter((column) => !column.hidden).map((column) => column.key);
    remember(`columns.${id}`, usual.join(','));
    setChosen(new Set(usual));
  }
  return { shown, toggle, reset };
}
