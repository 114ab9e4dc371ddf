import type { Month } from '@xuanpai/contracts/attendance';
import type { NoteChange, RowEntry } from '@xuanpai/contracts/attendance-entry';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { commonDays, firstDayOf, lastDayOf, monthOf } from '@xuanpai/domain/attendance/month';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid } from '../../lib/api-error.ts';
import { type Conflict, conflictsOf } from '../../lib/attendance/conflicts.ts';
import type { HeldSheet } from '../../lib/attendance/hold-sheet.ts';
import { keepRows } from '../../lib/attendance/keep-rows.ts';
import { type PostOfMonth, readPostsOfMonth } from '../../lib/attendance/read-posts.ts';
import type { SheetPlace } from '../../lib/attendance/write-cells.ts';
import { type AuditChange, record } from '../../lib/audit.ts';
import { oneOf, runnerOf } from '../../lib/sql.ts';

/** Notes of cells, and the reason, signature, objection and answer of rows. */
export async function writeBeside(
  tx: Tx,
  actor: Actor,
  sheet: HeldSheet,
  { townshipId, townshipName, month, today }: SheetPlace,
  notes: readonly NoteChange[],
  entries: readonly RowEntry[],
): Promise<void> {
  if (notes.length === 0 && entries.length === 0) return;
  const ids = [...new Set([...notes, ...entries].map(({ assignmentId }) => assignmentId))];
  const found = await readPostsOfMonth(runnerOf(tx), month, oneOf('a.id', ids, 'uuid'), townshipId);
  const posts = new Map(found.map((post) => [post.assignmentId, post]));
  const kept = await keptNotes(tx, ids, month);
  const faults = [
    ...notes.flatMap((note) => noteFault(note, posts, month)),
    ...entries.flatMap((entry) => entryFault(entry, posts, { month, today })),
  ];
  if (faults.length > 0) throw invalid(faults);
  const conflicts = [
    ...notes.flatMap((note) => noteConflict(note, kept)),
    ...entries.flatMap((entry) => entryConflict(entry, posts)),
  ];
  if (conflicts.length > 0) throw await conflictsOf(tx, conflicts);

  // A row that nobody typed in yet is there from its first entry on.
  const bare = found.filter(({ version }) => version === null);
  const empty = Array.from({ length: 31 }, () => null);
  const missing = bare.filter(({ assignmentId }) =>
    entries.some((entry) => entry.assignmentId === assignmentId),
  );
  await keepRows(
    tx,
    sheet,
    month,
    missing.map((post) => ({ post, marks: post.marks ?? empty })),
  );
  for (const note of notes) await writeNote(tx, actor, note);
  for (const entry of entries) await writeEntry(tx, month, entry);
  record(tx, {
    action: 'attendance.note',
    entity: 'attendanceSheet',
    entityId: sheet.id,
    params: { township: townshipName, month, places: notes.length + entries.length },
    changes: changesOf(notes, entries),
  });
}

async function keptNotes(tx: Tx, ids: readonly string[], month: Month) {
  const found = await tx.$queryRaw<{ id: string; day: string; text: string }[]>`
    SELECT assignment_id AS id, day::text, text FROM attendance_note
    WHERE assignment_id = ANY(${ids}::uuid[])
      AND day BETWEEN ${firstDayOf(month)}::date AND ${lastDayOf(month)}::date`;
  return new Map(found.map(({ id, day, text }) => [`${id}/${day}`, text]));
}

function inPostOf(post: PostOfMonth | undefined, month: Month) {
  return post ? commonDays(firstDayOf(month), lastDayOf(month), post.startsOn, post.endsOn) : null;
}

function noteFault(
  { assignmentId, day }: NoteChange,
  posts: ReadonlyMap<string, PostOfMonth>,
  month: Month,
): Fault[] {
  const inPost = inPostOf(posts.get(assignmentId), month);
  if (inPost && monthOf(day) === month && day >= inPost.firstDay && day <= inPost.lastDay)
    return [];
  return [
    {
      path: `${assignmentId}/${day}`,
      code: 'cellClosed',
      message: { zh: '这一天不在任，不能注明。', en: 'The post is not held on this day.' },
    },
  ];
}

function entryFault(
  entry: RowEntry,
  posts: ReadonlyMap<string, PostOfMonth>,
  { month, today }: { month: Month; today: PlainDate },
): Fault[] {
  const path = `${entry.assignmentId}/${entry.field}`;
  if (!posts.has(entry.assignmentId)) {
    return [
      {
        path,
        code: 'notOnSheet',
        message: {
          zh: '这名干部本月不在这个镇街的考勤表上。',
          en: 'This cadre is not on the sheet of the township in this month.',
        },
      },
    ];
  }
  if (entry.field !== 'signedOn' || entry.is === null) return [];
  if (entry.is >= firstDayOf(month) && entry.is <= today) return [];
  return [
    {
      path,
      code: 'dayOutside',
      message: {
        zh: '签字日期应在本月一日至今天之间。',
        en: 'The row is signed between the first of the month and today.',
      },
    },
  ];
}

function noteConflict(note: NoteChange, kept: ReadonlyMap<string, string>): Conflict[] {
  const path = `${note.assignmentId}/${note.day}`;
  const is = kept.get(path) ?? null;
  if (is === note.was || is === note.is) return [];
  return [{ path, entityId: note.assignmentId, field: `${note.day} note`, was: note.was, is }];
}

function entryConflict(entry: RowEntry, posts: ReadonlyMap<string, PostOfMonth>): Conflict[] {
  const is = posts.get(entry.assignmentId)?.[entry.field] ?? null;
  if (is === entry.was || is === entry.is) return [];
  const path = `${entry.assignmentId}/${entry.field}`;
  return [{ path, entityId: entry.assignmentId, field: entry.field, was: entry.was, is }];
}

async function writeNote(tx: Tx, actor: Actor, { assignmentId, day, is }: NoteChange) {
  if (is === null) {
    await tx.$executeRaw`DELETE FROM attendance_note
      WHERE assignment_id = ${assignmentId}::uuid AND day = ${day}::date`;
    return;
  }
  await tx.$executeRaw`INSERT INTO attendance_note (assignment_id, day, text, by_name)
    VALUES (${assignmentId}::uuid, ${day}::date, ${is}, ${actor.name})
    ON CONFLICT (assignment_id, day) DO UPDATE SET text = EXCLUDED.text, by_name = EXCLUDED.by_name,
      at = now()`;
}

async function writeEntry(tx: Tx, month: Month, { assignmentId, field, is }: RowEntry) {
  // Many, for one: Prisma would read the row back, and can't read cells that are empty.
  await tx.attendanceRow.updateMany({
    where: { assignmentId, month: toDate(firstDayOf(month)) },
    data: {
      version: { increment: 1 },
      ...(field === 'signedOn' ? { signedOn: toDate(is) } : { [field]: is }),
      // An answer without its objection answers nothing.
      ...(field === 'objection' && is === null ? { answer: null } : {}),
    },
  });
}

function changesOf(notes: readonly NoteChange[], entries: readonly RowEntry[]): AuditChange[] {
  return [
    ...notes.map(({ assignmentId, day, was, is }) => ({
      entity: 'attendance',
      entityId: assignmentId,
      before: { [`${day} note`]: was },
      after: { [`${day} note`]: is },
    })),
    ...entries.map(({ assignmentId, field, was, is }) => ({
      entity: 'attendance',
      entityId: assignmentId,
      before: { [field]: was },
      after: { [field]: is },
    })),
  ];
}
