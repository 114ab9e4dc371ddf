import { type LeaveKind, type Mark, markWords } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';

/** An approved leave as it explains days. */
export interface ApprovedLeave {
  kind: LeaveKind;
  startsOn: PlainDate;
  /** The last day of it: where it ended otherwise than asked for, that day. */
  endsOn: PlainDate;
  startsAtNoon: boolean;
  endsAtNoon: boolean;
}

/** Which kind of leave is approved for the halves of a day. */
export type LeaveOfDay = readonly [LeaveKind | null, LeaveKind | null];

const none: LeaveOfDay = [null, null];

export function leaveOn(leaves: readonly ApprovedLeave[], day: PlainDate): LeaveOfDay {
  let found = none;
  for (const leave of leaves) {
    if (day < leave.startsOn || day > leave.endsOn) continue;
    const first = !(leave.startsAtNoon && day === leave.startsOn);
    const second = !(leave.endsAtNoon && day === leave.endsOn);
    found = [first ? leave.kind : found[0], second ? leave.kind : found[1]];
  }
  return found;
}

/** "年休假2天、病假0.5天". */
export function leaveWords(days: Partial<Record<Mark, number>>): { zh: string; en: string } {
  const kinds = Object.entries(days) as [Mark, number][];
  return {
    zh: kinds.map(([kind, count]) => `${markWords[kind].zh}${count}天`).join('、'),
    en: kinds
      .map(
        ([kind, count]) =>
          `${count} ${count === 1 ? 'day' : 'days'} of ${markWords[kind].en.toLowerCase()}`,
      )
      .join(', '),
  };
}
