import type { Month } from '@xuanpai/contracts/attendance';
import { type Cell, cellOf, type Half, type Mark } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate, Tier } from '@xuanpai/contracts/values';
import type { Policy } from '../policy/policy.ts';
import type { WorkCalendar } from './calendar.ts';
import { halvesIn, isLeave } from './cells.ts';
import { type ApprovedLeave, leaveOn } from './leave-days.ts';
import type { TrainedDays } from './training-days.ts';

/** One cadre's month in one post, as it is logged. */
export interface PostMonth {
  tier: Tier;
  month: Month;
  /** The days of the month on which the post is held, both included. */
  firstDay: PlainDate;
  lastDay: PlainDate;
  /** The first day of the post: days of the month before count from it. */
  inPostFrom: PlainDate;
  /**
   * The last day of the post where it is known: a week that the post doesn't see the end of is reckoned
   * with the month of that day, since the month of its Sunday has no row any more.
   */
  inPostTo?: PlainDate | null;
  /** What was typed, by day; also of the days before, for the weeks that end in this month. */
  cells: ReadonlyMap<PlainDate, Cell>;
  /** Approved, and not refused or withdrawn. */
  leaves: readonly ApprovedLeave[];
  /** Of the sessions that the cadre came to (M1). */
  trainings?: TrainedDays | undefined;
}

/**
 * What stands in a cell: what was typed, else a training that the cadre came to, whatever the day, else an
 * approved leave of the workday or half of it, else 休 on a day that isn't worked, else nothing: 未填 is
 * never absent (M6).
 */
export function cellOn(
  { cells, leaves, trainings }: Pick<PostMonth, 'cells' | 'leaves' | 'trainings'>,
  day: PlainDate,
  calendar: WorkCalendar,
): Cell | null {
  const typed = cells.get(day);
  if (typed !== undefined) return typed;
  const [first, second] = untyped(leaves, day, calendar);
  const trained = trainings?.get(day);
  if (!trained) return cellOf(first, second);
  return cellOf(trained[0] ? 'training' : first, trained[1] ? 'training' : second);
}

function untyped(
  leaves: readonly ApprovedLeave[],
  day: PlainDate,
  calendar: WorkCalendar,
): [Half, Half] {
  if (!calendar.isWorkday(day)) return ['rest', 'rest'];
  const [first, second] = leaveOn(leaves, day);
  return [first ?? 'none', second ?? 'none'];
}

/** Which marks count as a day in the village. */
export function countsAsVillage(policy: Policy): ReadonlySet<string> {
  return new Set([
    'village',
    ...(policy.isOn('attendance.errandCounts') ? ['errand'] : []),
    ...(policy.isOn('attendance.trainingCounts') ? ['training'] : []),
  ]);
}

export function countedIn(cells: Iterable<Cell | null>, policy: Policy): number {
  const counts = countsAsVillage(policy);
  let days = 0;
  for (const cell of cells) {
    for (const half of halvesIn(cell)) if (counts.has(half)) days += 0.5;
  }
  return days;
}

/**
 * Workdays of approved leave, by kind: only these lessen what is required (M5). A half that the log
 * says something else about doesn't; one that it leaves open (the other half of △) does.
 */
export function approvedDays(
  { leaves }: Pick<PostMonth, 'leaves'>,
  days: ReadonlyMap<PlainDate, Cell>,
  calendar: WorkCalendar,
): Partial<Record<Mark, number>> {
  const found: Partial<Record<Mark, number>> = {};
  if (leaves.length === 0) return found;
  for (const [day, cell] of days) {
    if (!calendar.isWorkday(day)) continue;
    const approved = leaveOn(leaves, day);
    for (const [at, half] of halvesIn(cell).entries()) {
      const kind = approved[at];
      if (!kind || !(half === 'none' || isLeave(half))) continue;
      found[kind] = (found[kind] ?? 0) + 0.5;
    }
  }
  return found;
}
