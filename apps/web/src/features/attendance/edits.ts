import type { AttendanceMonth, SheetRow } from '@xuanpai/contracts/attendance';
import type { saveAttendanceMonth } from '@xuanpai/contracts/attendance-entry';
import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import { asText, type Edits, firstPlaces } from '../../lib/saving/edits.ts';

const entryFields = ['shortReason', 'signedOn', 'objection', 'answer'] as const;
export type EntryField = (typeof entryFields)[number];

/** A cell, a note or an entry of a row. */
export interface SheetPlace {
  assignmentId: string;
  field: 'cell' | 'note' | EntryField;
  /** Of cells and notes. */
  day: string | null;
}

/** As the server names places: `assignment/day`, `assignment/day/note`, `assignment/field`. */
export function nameOf({ assignmentId, field, day }: SheetPlace): string {
  if (field === 'cell') return `${assignmentId}/${day}`;
  return field === 'note' ? `${assignmentId}/${day}/note` : `${assignmentId}/${field}`;
}

export function placeOf(name: string): SheetPlace {
  const [assignmentId = '', second = '', note] = name.split('/');
  if (note) return { assignmentId, field: 'note', day: second };
  return isEntryField(second)
    ? { assignmentId, field: second, day: null }
    : { assignmentId, field: 'cell', day: second };
}

function isEntryField(name: string): name is EntryField {
  return (entryFields as readonly string[]).includes(name);
}

interface Typed extends SheetPlace {
  was: string | null;
  is: string | null;
}

export function editsOf(typed: readonly Typed[]): Edits {
  return new Map(typed.map(({ was, is, ...place }) => [nameOf(place), { was, is }]));
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
  const cells = new Map([...waiting].filter(([name]) => placeOf(name).field === 'cell'));
  return cells.size > 0 ? firstPlaces(cells, mostCells) : firstPlaces(waiting, mostOthers);
}

export function bodyOf(edits: Edits): SaveBody {
  const all = [...edits].map(([name, { was, is }]) => ({
    ...placeOf(name),
    ...{ was: asText(was), is: asText(is) },
  }));
  const days = (field: SheetPlace['field']) =>
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
  field: SheetPlace['field'],
  day: string | null,
  edits: Edits,
): string | null {
  const edit = edits.get(nameOf({ assignmentId: row.assignmentId, field, day }));
  if (edit) return asText(edit.is);
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
