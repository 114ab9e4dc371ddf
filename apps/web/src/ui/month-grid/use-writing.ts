import { useRef } from 'react';
import { rebased, type Sheet, setAll } from './grid-changes.ts';
import { noHistory, redo, remembered, undo } from './grid-history.ts';
import type { GridChange, MonthGridProps } from './grid-types.ts';
import type { Chosen } from './use-chosen.ts';

export type Writing = ReturnType<typeof useWriting>;

/** What is written into the grid, and how it is taken back. */
export function useWriting(
  { rows, days, readOnly, onChange }: MonthGridProps,
  { size, active, range, goTo }: Chosen,
) {
  const history = useRef(noHistory);
  const sheet: Sheet = { rows, days: days.map(({ key }) => key), left: size.left };

  function send(changes: readonly GridChange[]) {
    if (!readOnly && changes.length > 0) onChange?.([...changes]);
  }

  function write(changes: readonly GridChange[]) {
    if (readOnly || changes.length === 0) return;
    history.current = remembered(history.current, changes);
    send(changes);
  }

  function step(by: typeof undo) {
    const stepped = by(history.current, sheet);
    if (!stepped) return;
    history.current = stepped.history;
    send(stepped.changes);
    const [first] = stepped.changes;
    if (first) goTo(first.rowId, first.column);
  }

  return {
    sheet,
    write,
    /** Changes that were made elsewhere, from what stands in the cells now. */
    apply: (changes: readonly GridChange[]) => write(rebased(sheet, changes)),
    /** One value into all that is chosen. */
    writeChosen: (value: string | null) => write(setAll(sheet, range, value)),
    undo: () => step(undo),
    redo: () => step(redo),
    /** Whether something can be typed into the active cell. */
    mayType(): boolean {
      const cell = rows[active.row]?.cells[active.col - size.left];
      return !readOnly && cell !== undefined && !cell.closed && !cell.readOnly;
    },
  };
}
