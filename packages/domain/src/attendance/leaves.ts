import type { LeaveKind } from '@xuanpai/contracts/attendance-marks';
import { markWords } from '@xuanpai/contracts/attendance-marks';
import type { LeaveAct, LeaveState } from '@xuanpai/contracts/leaves';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { WorkCalendar } from './calendar.ts';
import { type ApprovedLeave, leaveOn } from './leave-days.ts';
import { daysFrom } from './month.ts';
import { written } from './rounding.ts';

interface Transition {
  by: Permission;
  from: LeaveState;
  to: LeaveState;
}

/** The life of a leave: asked → approved → ended, or refused, or withdrawn before it was decided. */
export const leaveTransitions: Readonly<Record<LeaveAct, Transition>> = {
  approve: { by: 'leaves.decide', from: 'asked', to: 'approved' },
  refuse: { by: 'leaves.decide', from: 'asked', to: 'refused' },
  withdraw: { by: 'leaves.ask', from: 'asked', to: 'withdrawn' },
  end: { by: 'leaves.end', from: 'approved', to: 'ended' },
};

/** Who decides on so many workdays: the township's head up to what policy gives, beyond that the district. */
export function whoDecides(workdays: number, headDays: number): 'head' | 'planner' {
  return workdays <= headDays ? 'head' : 'planner';
}

/** Workdays of a leave by year; halves as 0.5. */
export function workdaysByYear(leave: ApprovedLeave, calendar: WorkCalendar): Map<number, number> {
  const years = new Map<number, number>();
  for (const day of daysFrom(leave.startsOn, leave.endsOn)) {
    if (!calendar.isWorkday(day)) continue;
    const halves = leaveOn([leave], day).filter((half) => half !== null).length;
    if (halves === 0) continue;
    const year = Number(day.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + halves / 2);
  }
  return years;
}

export function workdaysOf(leave: ApprovedLeave, calendar: WorkCalendar): number {
  return [...workdaysByYear(leave, calendar).values()].reduce((sum, days) => sum + days, 0);
}

/** A leave as it counts in a year's balance. */
export interface CountedLeave extends ApprovedLeave {
  state: LeaveState;
}

/** Days of a year by kind, of leave that is approved or taken, and of what is asked for. */
export interface YearOfLeave {
  taken: Partial<Record<LeaveKind, number>>;
  asked: Partial<Record<LeaveKind, number>>;
}

export function yearOfLeave(
  leaves: readonly CountedLeave[],
  year: number,
  calendar: WorkCalendar,
): YearOfLeave {
  const found: YearOfLeave = { taken: {}, asked: {} };
  for (const leave of leaves) {
    const of = leave.state === 'asked' ? found.asked : found.taken;
    if (leave.state === 'refused' || leave.state === 'withdrawn') continue;
    const days = workdaysByYear(leave, calendar).get(year) ?? 0;
    if (days > 0) of[leave.kind] = (of[leave.kind] ?? 0) + days;
  }
  return found;
}

/** Says by how much a kind goes beyond what is due in a year; null where it doesn't, or nobody said. */
export function beyondDue(
  { taken, asked }: YearOfLeave,
  kind: LeaveKind,
  due: number | null,
  year: number,
): Text | null {
  const all = (taken[kind] ?? 0) + (asked[kind] ?? 0);
  if (due === null || all <= due) return null;
  const { zh, en } = markWords[kind];
  return {
    zh: `${year}年${zh}应休${written(due)}天，连同本次${written(all)}天，超出${written(all - due)}天`,
    en: `${en} ${year}: ${written(due)} days due, ${written(all)} with this one, ${written(all - due)} beyond`,
  };
}

/** Days that a leave counts by one end and not by another, for what has to be put right. */
export function daysThatDiffer(before: ApprovedLeave, after: ApprovedLeave): PlainDate[] {
  const [, last = after.endsOn] = [before.endsOn, after.endsOn].sort();
  return daysFrom(before.startsOn, last).filter((day) => {
    const [was, is] = [leaveOn([before], day), leaveOn([after], day)];
    return was[0] !== is[0] || was[1] !== is[1];
  });
}
