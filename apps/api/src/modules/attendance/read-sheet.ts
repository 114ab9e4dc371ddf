import type { AttendanceMonth, Month, SheetDay } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { isEditable } from '@xuanpai/domain/attendance/acts';
import { blocksOf } from '@xuanpai/domain/attendance/blocks';
import { workCalendar } from '@xuanpai/domain/attendance/calendar';
import { daysBefore, daysOf, firstDayOf, lastDayOf } from '@xuanpai/domain/attendance/month';
import type { Actor } from '../../lib/actor.ts';
import { lateness, readDeadlines } from '../../lib/attendance/deadlines.ts';
import { type CalledIn, readOccasions } from '../../lib/attendance/occasions.ts';
import { readFacts, type Source } from '../../lib/attendance/read-facts.ts';
import { readPostsOfMonth } from '../../lib/attendance/read-posts.ts';
import {
  type MonthFacts,
  type ReckonedRow,
  reckonPosts,
} from '../../lib/attendance/reckon-posts.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Sql, sql } from '../../lib/sql.ts';
import type { Township } from './find-township.ts';
import { actsOf, isMonthClosed, maySheetBeEdited, readState } from './sheet-state.ts';

/** The rows of a month, of one township or by a condition, with what they were reckoned from. */
export async function readRows(
  source: Source,
  month: Month,
  townshipId?: string,
  condition: Sql = sql`true`,
): Promise<{ reckoned: ReckonedRow[]; facts: MonthFacts }> {
  const posts = await readPostsOfMonth(source.runner, month, condition, townshipId);
  const facts = await readFacts(source, month, posts);
  return { reckoned: reckonPosts(posts, facts), facts };
}

/** The days of the month and, of the first week, of the month before, as the sheet shades them. */
export function daysOfSheet(
  { month, special }: Pick<MonthFacts, 'month' | 'special'>,
  occasions: readonly CalledIn[] = [],
) {
  const calendar = workCalendar(special);
  const describe = (day: PlainDate): SheetDay => {
    const called = occasions
      .filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
      .map(({ title }) => title);
    return { ...calendar.describe(day), ...(called.length > 0 ? { called } : {}) };
  };
  return { days: daysOf(month).map(describe), daysBefore: daysBefore(month).map(describe) };
}

/** A township's month as a page shows it, with what the caller may do. */
export async function readSheet(
  deps: Deps,
  actor: Actor,
  township: Township,
  month: Month,
): Promise<AttendanceMonth> {
  const { db } = deps;
  const today = deps.today();
  const source = { runner: db.pool, client: db.prisma };
  const [first = firstDayOf(month)] = daysBefore(month);
  const [{ reckoned, facts }, state, deadlines, occasions, closed] = await Promise.all([
    readRows(source, month, township.id),
    readState(db.prisma, township.id, month),
    readDeadlines(deps, month),
    readOccasions(db.pool, first, lastDayOf(month)),
    isMonthClosed(db.prisma, township.id, month),
  ]);
  const rows = reckoned.map(({ row }) => row);
  return {
    township,
    month,
    ...state,
    ...deadlines,
    late: lateness(state.status, deadlines, today) !== 'no',
    ...daysOfSheet(facts, occasions),
    rows,
    blocks: isEditable(state.status) ? blocksOf(rows, { lastDay: lastDayOf(month), today }) : [],
    contradictions: reckoned.flatMap(({ contradictions }) => contradictions),
    acts: closed ? [] : actsOf(actor, township.id, state),
    closed,
    editable: !closed && maySheetBeEdited(actor, township.id, state),
  };
}
