import type { AttendanceMonth, SheetRow } from '@xuanpai/contracts/attendance';
import { leaveKinds, type Mark } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { weekdayOf } from '@xuanpai/domain/office/plain-date';
import type { Edits } from '../../lib/saving/edits.ts';
import { shownValue } from './edits.ts';

export interface Fill {
  rowId: string;
  column: string;
  was: string | null;
  is: string;
}

interface Where {
  edits: Edits;
  /** Days after it haven't been yet, and aren't filled in one stroke. */
  today: string;
}

type Sheet = Pick<AttendanceMonth, 'days' | 'rows'>;

/** Workdays in post that are empty, up to today; of some rows and days where they are given. */
export function emptyWorkdays(
  { days, rows }: Sheet,
  { edits, today }: Where,
  among?: { rowIds: readonly string[]; days: readonly string[] },
): { row: SheetRow; day: string }[] {
  const asked = among && { rows: new Set(among.rowIds), days: new Set(among.days) };
  return rows.flatMap((row) => {
    if (asked && !asked.rows.has(row.assignmentId)) return [];
    return days
      .filter(({ day, kind }) => {
        if (kind === 'weekend' || kind === 'holiday' || day > today) return false;
        if (day < row.firstDay || day > row.lastDay || (asked && !asked.days.has(day)))
          return false;
        return shownValue(row, 'cell', day, edits) === null;
      })
      .map(({ day }) => ({ row, day }));
  });
}

/** 全部工作日在村: what it would write. */
export function villageFill(
  sheet: Sheet,
  where: Where,
  among?: { rowIds: readonly string[]; days: readonly string[] },
): Fill[] {
  return emptyWorkdays(sheet, where, among).map(({ row, day }) => ({
    rowId: row.assignmentId,
    column: day,
    was: null,
    is: 'village',
  }));
}

/** What explains one day and is no habit. */
const noHabit: ReadonlySet<string> = new Set<Mark | 'none'>([
  ...leaveKinds,
  'rest',
  'unaccounted',
  'absent',
]);

/** By weekday, 1 to 7, what a cadre mostly did on the workdays of a month; the later where equal. */
export function habitOf(row: SheetRow, days: AttendanceMonth['days']): Map<number, string> {
  const prefilled = new Set(row.prefilled);
  const counts = new Map<number, Map<string, number>>();
  for (const { day, kind, weekday } of days) {
    const cell = row.days[day];
    if (cell === undefined || kind === 'weekend' || kind === 'holiday') continue;
    if (prefilled.has(day) || cell.split('/').some((half) => noHabit.has(half))) continue;
    const ofDay = counts.get(weekday) ?? new Map<string, number>();
    const count = (ofDay.get(cell) ?? 0) + 1;
    // Set anew, so that the latest of them stands last.
    ofDay.delete(cell);
    counts.set(weekday, ofDay.set(cell, count));
  }
  return new Map(
    [...counts].map(([weekday, ofDay]) => {
      const [most] = [...ofDay].reduce((best, one) => (one[1] >= best[1] ? one : best));
      return [weekday, most];
    }),
  );
}

/** 按上月规律填充: each cadre's habit of the month before into the empty workdays. */
export function habitFill(sheet: Sheet, before: Sheet, where: Where): Fill[] {
  const habits = new Map(
    before.rows.map((row) => [row.cadreId, habitOf(row, before.days)] as const),
  );
  return emptyWorkdays(sheet, where).flatMap(({ row, day }) => {
    const is = habits.get(row.cadreId)?.get(weekdayOf(day as PlainDate));
    return is === undefined ? [] : [{ rowId: row.assignmentId, column: day, was: null, is }];
  });
}
