import { rebased, type Sheet } from './grid-changes.ts';
import type { GridChange } from './grid-types.ts';

const most = 200;

/** What was written, step by step, to be taken back and done again. */
export interface History {
  done: readonly (readonly GridChange[])[];
  undone: readonly (readonly GridChange[])[];
}

export const noHistory: History = { done: [], undone: [] };

export function remembered({ done }: History, changes: readonly GridChange[]): History {
  return { done: [...done.slice(1 - most), changes], undone: [] };
}

interface Stepped {
  history: History;
  changes: GridChange[];
}

/**
 * Takes the last step back. A cell that is no longer as the step left it has been written by somebody
 * else, and stays.
 */
export function undo({ done, undone }: History, sheet: Sheet): Stepped | null {
  const step = done.at(-1);
  if (!step) return null;
  const back = step.map(({ was, is, ...place }) => ({ ...place, was: is, is: was }));
  return {
    history: { done: done.slice(0, -1), undone: [...undone, step] },
    changes: standing(sheet, back),
  };
}

export function redo({ done, undone }: History, sheet: Sheet): Stepped | null {
  const step = undone.at(-1);
  if (!step) return null;
  return {
    history: { done: [...done, step], undone: undone.slice(0, -1) },
    changes: standing(sheet, step),
  };
}

function standing(sheet: Sheet, changes: readonly GridChange[]): GridChange[] {
  const expected = new Map(changes.map((one) => [`${one.rowId} ${one.column}`, one.was]));
  return rebased(sheet, changes).filter(
    (one) => expected.get(`${one.rowId} ${one.column}`) === one.was,
  );
}
