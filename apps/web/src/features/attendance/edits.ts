import type { AttendanceMonth, SheetRow } from '@xuanpai/contracts/attendance';
import type { saveAttendanceMonth } from '@xuanpai/contracts/attendance-entry';
import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type { ApiProblem } from '../../lib/api-problem.ts';

export type EntryField = 'shortReason' | 'signedOn' | 'objection' | 'answer';

/** Something typed that the server may not have yet. `was` is what stood there for the server. */
export interface Edit {
  assignmentId: string;
  field: 'cell' | 'note' | EntryField;
  /** Of cells and notes. */
  day: string | null;
  was: string | null;
  is: string | null;
  /** What was sent of it before: if that is what stands there now, it was this page that wrote it. */
  sent?: readonly (string | null)[];
}

export type Edits = ReadonlyMap<string, Edit>;

/** As the server names places: `assignment/day`, `assignment/day/note`, `assignment/field`. */
export function keyOf({ assignmentId, field, day }: Pick<Edit, 'assignmentId' | 'field' | 'day'>) {
  if (field === 'cell') return `${assignmentId}/${day}`;
  return field === 'note' ? `${assignmentId}/${day}/note` : `${assignmentId}/${field}`;
}

/**
 * Adds what was typed to what waits. The first `was` stays, or what is on its way; an edit back to it
 * is none, unless another value is on its way.
 */
export function withEdits(waiting: Edits, sending: Edits, edits: readonly Edit[]): Edits {
  const next = new Map(waiting);
  for (const edit of edits) {
    const key = keyOf(edit);
    const before = next.get(key);
    const onItsWay = sending.get(key);
    const was = before ? before.was : onItsWay ? onItsWay.is : edit.was;
    if (edit.is === was) next.delete(key);
    else {
      const sent = before?.sent ?? edit.sent;
      next.set(key, { ...edit, was, ...(sent ? { sent } : {}) });
    }
  }
  return next;
}

/** What was on its way goes back to what waits, when nobody knows whether it arrived. */
export function takenBack(waiting: Edits, sending: Edits): Edits {
  const next = new Map(waiting);
  for (const [key, edit] of sending) {
    const later = waiting.get(key);
    const sent = [...(edit.sent ?? []), edit.is];
    next.set(key, { ...edit, is: later ? later.is : edit.is, sent });
  }
  return next;
}

/** Somebody else's value in the place of an edit, or why the edit can't be; it waits for a decision. */
export interface Conflict {
  edit: Edit;
  theirs: string | null;
  by: string | null;
  at: string | null;
  /** Why it was refused; null where somebody else wrote there. */
  message: string | null;
}

export type Conflicts = ReadonlyMap<string, Conflict>;

interface Sorted {
  conflicts: Conflict[];
  /** To be sent again: those without a fault, and those that were this page's own earlier. */
  again: Edit[];
}

/** Sorts what was refused: place by place what is there now, and the rest to be sent again. */
export function sortRefused(problem: ApiProblem, sending: Edits): Sorted | null {
  const faults = new Map<string, Conflict | null>();
  const place = (path: string) => {
    const key = path.replace(/^\/+|\/+$/g, '');
    if (sending.has(key)) return key;
    return sending.has(`${key}/note`) ? `${key}/note` : null;
  };
  for (const { path, message } of problem.errors) {
    const key = place(path);
    const edit = key && sending.get(key);
    if (!edit) continue;
    const why = problem.code === 'cellsChanged' ? null : message;
    faults.set(key, { edit, theirs: edit.was, by: null, at: null, message: why });
  }
  for (const { path, is, by, at } of problem.changes) {
    const key = place(path);
    const edit = key && sending.get(key);
    if (edit) faults.set(key, { edit, theirs: is, by, at, message: null });
  }
  if (faults.size === 0) return null;
  const conflicts: Conflict[] = [];
  const again: Edit[] = [];
  for (const [key, edit] of sending) {
    const conflict = faults.get(key);
    if (!conflict) again.push(edit);
    else if (conflict.message !== null) conflicts.push(conflict);
    else if (conflict.theirs === edit.is) continue;
    else if (edit.sent?.includes(conflict.theirs)) again.push({ ...edit, was: conflict.theirs });
    else conflicts.push(conflict);
  }
  return { conflicts, again };
}

type SaveBody = BodyInputOf<typeof saveAttendanceMonth>;

/** The most of each kind that one request takes; the rest follows. */
const mostCells = 10_000;
const mostOthers = 1_000;

/**
 * As many as one request takes, in the order of typing. Cells go first and by themselves: a note that
 * somebody else changed is named by its cell's place.
 */
export function firstOf(waiting: Edits): Edits {
  const all = [...waiting];
  const cells = all.filter(([, { field }]) => field === 'cell').slice(0, mostCells);
  return new Map(cells.length > 0 ? cells : all.slice(0, mostOthers));
}

export function bodyOf(edits: Edits): SaveBody {
  const all = [...edits.values()];
  const days = (field: Edit['field']) =>
    all
      .filter((edit) => edit.field === field)
      .map(({ assignmentId, day, was, is }) => ({ assignmentId, day: day ?? '', was, is }));
  const entries = all.flatMap(({ assignmentId, field, was, is }) =>
    field === 'cell' || field === 'note' ? [] : [{ assignmentId, field, was, is }],
  );
  const changes = days('cell');
  const notes = days('note');
  return {
    ...(changes.length > 0 ? { changes } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...(entries.length > 0 ? { entries } : {}),
  } as SaveBody;
}

/** What the person sees: what was typed over what the server has. */
export function shownValue(
  row: SheetRow,
  field: Edit['field'],
  day: string | null,
  edits: Edits,
): string | null {
  const edit = edits.get(keyOf({ assignmentId: row.assignmentId, field, day }));
  if (edit) return edit.is;
  if (field === 'cell') return row.days[day ?? ''] ?? null;
  return field === 'note' ? (row.notes[day ?? ''] ?? null) : row[field];
}

type SaveReply = Pick<
  AttendanceMonth,
  'version' | 'status' | 'rows' | 'blocks' | 'contradictions' | 'acts'
>;

/** The sheet with what a save answered; the rows that weren't touched stay the same objects. */
export function withReply(sheet: AttendanceMonth, reply: SaveReply): AttendanceMonth {
  const touched = new Map(reply.rows.map((row) => [row.assignmentId, row]));
  const rows = sheet.rows.map((row) => touched.get(row.assignmentId) ?? row);
  return { ...sheet, ...reply, rows };
}
