import type { Month } from '@xuanpai/contracts/attendance';
import type { CellChange } from '@xuanpai/contracts/attendance-entry';
import type { Cell } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { type WorkCalendar, workCalendar } from '@xuanpai/domain/attendance/calendar';
import { cellFault } from '@xuanpai/domain/attendance/cell-faults';
import { decodeCell, encodeCell } from '@xuanpai/domain/attendance/cells';
import { commonDays, firstDayOf, lastDayOf, monthOf } from '@xuanpai/domain/attendance/month';
import { cellOn } from '@xuanpai/domain/attendance/post-month';
import { type Fault, invalid } from '../api-error.ts';
import { type AuditChange, record } from '../audit.ts';
import { oneOf, runnerOf } from '../sql.ts';
import { conflictsOf } from './conflicts.ts';
import { type HeldSheet, refuseLocked } from './hold-sheet.ts';
import { keepRows } from './keep-rows.ts';
import { readFacts } from './read-facts.ts';
import { type PostOfMonth, readPostsOfMonth } from './read-posts.ts';
import type { MonthFacts } from './reckon-posts.ts';

/** What the writing of cells is judged by. */
interface WriteFacts extends MonthFacts {
  today: PlainDate;
}

/** Whose sheet of which month. */
export interface SheetPlace {
  townshipId: string;
  townshipName: string;
  month: Month;
  today: PlainDate;
}

/**
 * Writes cells of a held sheet, each against what the writer saw; all or none. A cell that is already
 * as it should be is no conflict, so that a request may come twice.
 * Throws `conflict` for a locked sheet, `invalid` with every cell that can't be, `cellsChanged` with
 * every cell that is another by now.
 */
export async function writeCells(
  tx: Tx,
  sheet: HeldSheet,
  { townshipId, townshipName, month, today }: SheetPlace,
  changes: readonly CellChange[],
): Promise<void> {
  if (changes.length === 0) return;
  refuseLocked(sheet);
  const posts = await postsOf(tx, townshipId, month, changes);
  const facts = await readFacts({ runner: runnerOf(tx), client: tx }, month, [...posts.values()]);
  const cells = placed(changes, posts, month, { ...facts, today });
  const differing = cells.filter(({ kept, change, shown }) => {
    return kept !== change.is && kept !== change.was && !(kept === null && shown === change.was);
  });
  if (differing.length > 0) {
    throw await conflictsOf(
      tx,
      differing.map(({ path, change, shown }) => ({
        path,
        entityId: change.assignmentId,
        field: change.day,
        was: change.was,
        is: shown,
      })),
    );
  }
  const touched = written(cells.filter(({ kept, change }) => kept !== change.is));
  await keepRows(tx, sheet, month, touched.rows);
  if (touched.log.length > 0) {
    record(tx, {
      action: 'attendance.log',
      entity: 'attendanceSheet',
      entityId: sheet.id,
      params: { township: townshipName, month, cells: touched.cells },
      changes: touched.log,
    });
  }
}

/** The posts that the changes are about; those of another township aren't there. */
async function postsOf(tx: Tx, townshipId: string, month: Month, changes: readonly CellChange[]) {
  const ids = [...new Set(changes.map(({ assignmentId }) => assignmentId))];
  const found = await readPostsOfMonth(runnerOf(tx), month, oneOf('a.id', ids, 'uuid'), townshipId);
  return new Map(found.map((post) => [post.assignmentId, post]));
}

interface PlacedCell {
  path: string;
  post: PostOfMonth;
  change: CellChange;
  /** What is stored, and what the page shows of it: rest days and leave stand there untyped. */
  kept: Cell | null;
  shown: Cell | null;
}

function placed(
  changes: readonly CellChange[],
  posts: ReadonlyMap<string, PostOfMonth>,
  month: Month,
  facts: WriteFacts,
): PlacedCell[] {
  const calendar = workCalendar(facts.special);
  const faults: Fault[] = [];
  const cells = changes.flatMap((change): PlacedCell[] => {
    const path = `${change.assignmentId}/${change.day}`;
    const post = posts.get(change.assignmentId);
    if (!post || monthOf(change.day) !== month) {
      faults.push(post ? otherMonth(path) : notOnSheet(path));
      return [];
    }
    const cell = place(path, post, change, month, { ...facts, calendar });
    if (cell.fault) faults.push(cell.fault);
    return [cell];
  });
  if (faults.length > 0) throw invalid(faults);
  return cells;
}

function place(
  path: string,
  post: PostOfMonth,
  change: CellChange,
  month: Month,
  { today, leaves, trainings, policyOf, calendar }: WriteFacts & { calendar: WorkCalendar },
): PlacedCell & { fault: Fault | null } {
  const { day } = change;
  const inPost = commonDays(firstDayOf(month), lastDayOf(month), post.startsOn, post.endsOn);
  const kept = decodeCell(post.marks?.[Number(day.slice(8)) - 1] ?? null);
  const cells = new Map<PlainDate, Cell>(kept === null ? [] : [[day, kept]]);
  const explained = {
    leaves: leaves.get(post.cadreId) ?? [],
    trainings: trainings.get(post.cadreId),
  };
  const shown = cellOn({ cells, ...explained }, day, calendar);
  const fault =
    kept === change.is
      ? null
      : cellFault(
          {
            path,
            cadreName: post.cadreName,
            tier: post.tier,
            day,
            inPost: inPost !== null && day >= inPost.firstDay && day <= inPost.lastDay,
            today,
            policy: policyOf(post.batchId, inPost?.firstDay ?? day),
          },
          kept,
          change.is,
        );
  return { path, post, change, kept, shown, fault };
}

function written(cells: readonly PlacedCell[]) {
  const byPost = new Map<string, { post: PostOfMonth; cells: PlacedCell[] }>();
  for (const cell of cells) {
    const known = byPost.get(cell.post.assignmentId);
    if (known) known.cells.push(cell);
    else byPost.set(cell.post.assignmentId, { post: cell.post, cells: [cell] });
  }
  const log: AuditChange[] = [];
  const rows = [...byPost.values()].map(({ post, cells: own }) => {
    const marks = post.marks ? [...post.marks] : emptyMarks();
    const before: Record<string, string | null> = {};
    const after: Record<string, string | null> = {};
    for (const { change, kept } of own) {
      marks[Number(change.day.slice(8)) - 1] = encodeCell(change.is);
      before[change.day] = kept;
      after[change.day] = change.is;
    }
    const versionAfter = (post.version ?? 0) + 1;
    log.push({ entity: 'attendance', entityId: post.assignmentId, versionAfter, before, after });
    return { post, marks };
  });
  return { rows, log, cells: cells.length };
}

function emptyMarks(): (number | null)[] {
  return Array.from({ length: 31 }, () => null);
}

const notOnSheet = (path: string): Fault => ({
  path,
  code: 'notOnSheet',
  message: {
    zh: '这名干部本月不在这个镇街的考勤表上。',
    en: 'This cadre is not on the sheet of the township in this month.',
  },
});

const otherMonth = (path: string): Fault => ({
  path,
  code: 'otherMonth',
  message: {
    zh: '这一天不在本月；上月的日子在上月的表里更正。',
    en: 'This day is of another month; days of the month before are corrected there.',
  },
});
