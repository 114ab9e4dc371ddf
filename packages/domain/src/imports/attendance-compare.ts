import type { Month } from '@xuanpai/contracts/attendance';
import type { CellChange } from '@xuanpai/contracts/attendance-entry';
import type { Cell } from '@xuanpai/contracts/attendance-marks';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import { daysOf } from '../attendance/month.ts';
import { signOf, withoutAbsence } from '../attendance/read-marks.ts';
import { type AttendanceField, dayField } from './attendance-columns.ts';
import type { LoggedRow } from './attendance-match.ts';
import type { AttendanceRow } from './attendance-row.ts';
import type { RowProblem } from './row-problem.ts';
import type { RowReader } from './row-reader.ts';

/** What the cells of a row are held against. */
export interface LoggedMonth {
  month: Month;
  /** Why a cell can't be written so, by the rules of the sheet; null: it can. */
  faultOf(change: CellChange): Omit<RowProblem, 'field'> | null;
  /** Why nothing is written to the sheet; null: it is open. */
  locked: Text | null;
}

/** By field the signs before and after, and the cells to write. */
export interface ComparedRow {
  changes: CellChange[];
  was: Record<string, string>;
  is: Record<string, string>;
}

/**
 * Compares a row with what is logged. What is blank in the sheet stays as it is; what is the same is no
 * change, in a locked sheet neither. A problem for each cell that can't be written.
 */
export function compareRow(
  { marks, blank }: Pick<AttendanceRow, 'marks' | 'blank'>,
  posts: readonly LoggedRow[],
  { month, faultOf, locked }: LoggedMonth,
  reader: RowReader<AttendanceField>,
): ComparedRow {
  const compared: ComparedRow = { changes: [], was: {}, is: {} };
  const days = daysOf(month);
  const absent: number[] = [];
  for (const [number, written] of marks) {
    const field = dayField(number);
    const day = days[number - 1];
    const post = day && posts.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
    if (!day || !post) {
      const isSaid = !day || posts.length > 0;
      if (isSaid && written !== 'rest') refuseClosed(reader, field, { month, day, number, posts });
      continue;
    }
    const kept = (post.days[day] as Cell | undefined) ?? null;
    const wanted = written === kept ? written : withoutAbsence(written);
    if (wanted !== written) absent.push(number);
    compared.was[field] = signOf(kept);
    compared.is[field] = signOf(wanted);
    if (wanted === kept) continue;
    const change = { assignmentId: post.assignmentId, day, was: kept, is: wanted };
    const fault = locked ? null : faultOf(change);
    if (locked) reader.refuse(field, 'sheetLocked', locked);
    else if (fault) reader.problems.push({ ...fault, field });
    else compared.changes.push(change);
  }
  noticeAbsent(reader, absent);
  noticeBlank(reader, blank, posts, days);
  return compared;
}

function refuseClosed(
  reader: RowReader<AttendanceField>,
  field: AttendanceField,
  given: { month: Month; day: PlainDate | undefined; number: number; posts: readonly LoggedRow[] },
): void {
  const { month, day, number, posts } = given;
  const [year, monthNumber] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  if (!day) {
    reader.refuse(
      field,
      'noSuchDay',
      {
        zh: `${year}年${monthNumber}月没有${number}日。`,
        en: `${month} has no day ${number}.`,
      },
      { zh: '请清空这一格，并核对月份。', en: 'Empty the cell, and check the month.' },
    );
    return;
  }
  const terms = posts.map(({ firstDay, lastDay }) => [
    Number(firstDay.slice(8)),
    Number(lastDay.slice(8)),
  ]);
  reader.refuse(
    field,
    'cellClosed',
    {
      zh: `本月任职${terms.map(([from, to]) => `${from}日至${to}日`).join('、')}，${number}日不登记。`,
      en: `In post from ${terms.map(([from, to]) => `${from} to ${to}`).join(', ')}: day ${number} is closed.`,
    },
    { zh: '请清空这一格。', en: 'Empty the cell.' },
  );
}

function noticeAbsent(reader: RowReader<AttendanceField>, days: readonly number[]): void {
  for (const day of days) {
    reader.notice(
      dayField(day),
      'absentNotConfirmed',
      {
        zh: `${day}日的旷工登记为未到岗：旷工须由区里听取本人说明后认定。`,
        en: `Day ${day} is logged as “not there”: absence is the district's to confirm.`,
      },
      { zh: '请注明情况。', en: 'Add a note.' },
    );
  }
}

function noticeBlank(
  reader: RowReader<AttendanceField>,
  blank: readonly number[],
  posts: readonly LoggedRow[],
  days: readonly PlainDate[],
): void {
  const typed = blank.filter((number) => {
    const day = days[number - 1];
    return posts.some((post) => day && post.days[day] && !post.prefilled.includes(day));
  });
  if (typed.length === 0) return;
  reader.notice('name', 'keptWhereBlank', {
    zh: `${ranges(typed).join('、')}日表中空着，已登记的保留。`,
    en: `Empty in the sheet on ${ranges(typed).join(', ')}: what is logged stays.`,
  });
}

/** 1–5, 8: days that follow each other as a range. */
function ranges(days: readonly number[]): string[] {
  const found: { first: number; last: number }[] = [];
  for (const day of days) {
    const range = found.at(-1);
    if (range && range.last === day - 1) range.last = day;
    else found.push({ first: day, last: day });
  }
  return found.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
}
