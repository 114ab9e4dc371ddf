import type { ImportKind } from '@xuanpai/contracts/imports';
import type { Actor } from '../../../lib/actor.ts';
import type { Keyring } from '../../../lib/keyring.ts';
import type { CellEdit, SheetChoice } from '../import-kind.ts';

/** What a run is to do, and for whom. */
export interface Task {
  actor: Actor;
  /** The caller waits for the end: without it the run makes no sense. */
  awaited: boolean;
  /** For reading. */
  read?: {
    /** Null: what the headings say. */
    kind: ImportKind | null;
    /** Index and field; null at the first reading. */
    mapping: (readonly [number, string | null])[] | null;
    /** Of `mapping`, what somebody decided just now. */
    changed: { index: number; field: string | null }[];
    edits: CellEdit[];
    /** Of the sheets of a book, what somebody chose. */
    choices?: SheetChoice[];
    /** The version of the preview that is read again. */
    version: number;
  };
}

const place = (id: string) => ({ table: 'import_run', column: 'task', id });

/** Sealed, since it holds what somebody typed over cells. */
export function sealTask(keys: Keyring, importId: string, task: Task): string {
  return keys.seal(JSON.stringify(task), place(importId));
}

export function openTask(keys: Keyring, importId: string, sealed: string): Task {
  return JSON.parse(keys.open(sealed, place(importId))) as Task;
}
