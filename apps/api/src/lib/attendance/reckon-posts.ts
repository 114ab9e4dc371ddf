import type { Contradiction, Month, SheetRow } from '@xuanpai/contracts/attendance';
import type { Cell } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { SpecialDay, WorkCalendar } from '@xuanpai/domain/attendance/calendar';
import { workCalendar } from '@xuanpai/domain/attendance/calendar';
import { decodeCell } from '@xuanpai/domain/attendance/cells';
import { contradictionsOf, type Finding } from '@xuanpai/domain/attendance/contradictions';
import type { ApprovedLeave } from '@xuanpai/domain/attendance/leave-days';
import {
  commonDays,
  daysBefore,
  daysOf,
  firstDayOf,
  lastDayOf,
} from '@xuanpai/domain/attendance/month';
import { cellOn, type PostMonth } from '@xuanpai/domain/attendance/post-month';
import { reckonMonth } from '@xuanpai/domain/attendance/reckon';
import type { TrainedDays } from '@xuanpai/domain/attendance/training-days';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { PostOfMonth } from './read-posts.ts';

/** What the reckoning of a month needs beside the posts. */
export interface MonthFacts {
  month: Month;
  special: readonly SpecialDay[];
  leaves: ReadonlyMap<string, ApprovedLeave[]>;
  /** By cadre, of the sessions they came to. */
  trainings: ReadonlyMap<string, TrainedDays>;
  findings: ReadonlyMap<string, Finding[]>;
  /** By assignment, then by day. */
  notes: ReadonlyMap<string, Record<string, string>>;
  policyOf(batchId: string, day: PlainDate): Policy;
}

export interface ReckonedRow {
  row: SheetRow;
  contradictions: Contradiction[];
}

/** Reckons each post's month; the policy is that of the first day in post of the month. */
export function reckonPosts(posts: readonly PostOfMonth[], facts: MonthFacts): ReckonedRow[] {
  const calendar = workCalendar(facts.special);
  const days = daysOf(facts.month);
  const before = daysBefore(facts.month);
  const first = firstDayOf(facts.month);
  const last = lastDayOf(facts.month);
  return posts.flatMap((post) => {
    const inPost = commonDays(first, last, post.startsOn, post.endsOn);
    return inPost ? [reckonPost(post, inPost, { ...facts, calendar, days, before })] : [];
  });
}

interface Context extends MonthFacts {
  calendar: WorkCalendar;
  days: readonly PlainDate[];
  before: readonly PlainDate[];
}

function reckonPost(
  post: PostOfMonth,
  { firstDay, lastDay }: { firstDay: PlainDate; lastDay: PlainDate },
  { month, leaves, trainings, findings, notes, policyOf, calendar, days, before }: Context,
): ReckonedRow {
  const { tier } = post;
  const leavesOfCadre = leaves.get(post.cadreId) ?? [];
  const posted: PostMonth = {
    tier,
    month,
    firstDay,
    lastDay,
    inPostFrom: post.startsOn,
    inPostTo: post.endsOn,
    cells: typed(post, days, before),
    leaves: leavesOfCadre,
    trainings: trainings.get(post.cadreId),
  };
  const reckoned = reckonMonth(posted, calendar, policyOf(post.batchId, firstDay));
  const shownBefore =
    tier === 'township'
      ? before.flatMap((day): [PlainDate, Cell][] => {
          const cell = day >= post.startsOn ? cellOn(posted, day, calendar) : null;
          return cell === null ? [] : [[day, cell]];
        })
      : [];
  const { assignmentId, cadreName } = post;
  return {
    row: {
      assignmentId,
      townshipId: post.townshipId,
      cadreId: post.cadreId,
      cadreName,
      unitName: post.unitName,
      villageId: post.villageId,
      villageName: post.villageName,
      tier,
      post: post.post,
      kind: post.kind,
      firstDay,
      lastDay,
      days: Object.fromEntries(reckoned.days),
      prefilled: reckoned.prefilled,
      before: Object.fromEntries(shownBefore),
      notes: notes.get(assignmentId) ?? {},
      inVillage: reckoned.inVillage,
      totals: reckoned.totals,
      required: reckoned.required,
      short: reckoned.short,
      reckoning: reckoned.reckoning,
      shortMonth: reckoned.shortMonth,
      weeks: reckoned.weeks,
      unfilled: reckoned.unfilled,
      shortReason: post.shortReason,
      signedOn: post.signedOn,
      objection: post.objection,
      answer: post.answer,
    },
    contradictions: contradictionsOf({
      assignmentId,
      cadreName,
      days: reckoned.days,
      leaves: leavesOfCadre,
      findings: findings.get(assignmentId) ?? [],
    }),
  };
}

function typed(
  { marks, marksBefore }: PostOfMonth,
  days: readonly PlainDate[],
  before: readonly PlainDate[],
): Map<PlainDate, Cell> {
  const cells = new Map<PlainDate, Cell>();
  const take = (day: PlainDate, kept: readonly (number | null)[] | null) => {
    const cell = decodeCell(kept?.[Number(day.slice(8)) - 1] ?? null);
    if (cell !== null) cells.set(day, cell);
  };
  for (const day of before) take(day, marksBefore);
  for (const day of days) take(day, marks);
  return cells;
}
