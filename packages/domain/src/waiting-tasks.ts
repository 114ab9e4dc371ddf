import type { WaitingTask } from '@xuanpai/contracts/home';
import type { PlainDate } from '@xuanpai/contracts/values';
import { waitingSheets } from './attendance/waiting-sheets.ts';
import type { BatchStanding, Draft, May } from './batch-standing.ts';
import { waitingBenefits } from './benefits/waiting.ts';
import { waitingGrades } from './evaluation/waiting.ts';
import { waitingRounds } from './evaluation/waiting-villages.ts';
import { addDays, daysBetween } from './office/plain-date.ts';
import type { NumberKey } from './policy/keys.ts';
import { waitingPosts } from './post-life/waiting.ts';
import { waitingSupervision } from './supervision/waiting.ts';
import { waitingHelp } from './support/waiting.ts';
import { waitingAppraisals } from './targets/appraisals.ts';
import { waitingReports } from './targets/waiting.ts';
import {
  contacts,
  listsToTake,
  nominees,
  planSteps,
  presumedDates,
  registers,
} from './waiting-dispatch.ts';

/** How many names a task still tells one by one. */
const fewNames = 9;

/**
 * What waits for somebody in a batch, late first, then in the order of the work. Before the issue:
 * registers, contacts, nominees, coverage, the plan's steps; after it the lists to take away, and what
 * units still owe.
 */
export function waitingTasks(standing: BatchStanding, may: May, today: PlainDate): WaitingTask[] {
  const { plan } = standing;
  const drafts =
    plan?.status === 'issued'
      ? [
          ...waitingSheets(standing.life?.sheets ?? [], may, today),
          ...waitingSupervision(standing.supervision, may),
          ...waitingReports(standing.life?.reports ?? [], may),
          ...waitingGrades(standing.life?.grades ?? [], may),
          ...waitingAppraisals(standing.life?.appraisals ?? [], may, today),
          ...waitingRounds(standing.life?.rounds ?? [], may),
          ...waitingPosts(standing, may),
          ...(standing.life ? waitingHelp(standing.life.help, may) : []),
          ...(standing.life ? waitingBenefits(standing.life.benefits, may) : []),
          listsToTake(standing, may),
          contacts(standing, may),
          presumedDates(standing, may),
        ]
      : [
          ...registers(standing, may),
          ...waitingSupervision(standing.supervision, may),
          contacts(standing, may),
          ...nominees(standing, may),
          presumedDates(standing, may),
          ...planSteps(standing, may),
        ];
  return drafts
    .flatMap((draft) => (draft ? [finished(draft, standing, today)] : []))
    .sort((a, b) => Number(isLate(b)) - Number(isLate(a)));
}

function isLate({ daysLeft }: WaitingTask) {
  return daysLeft !== null && daysLeft < 0;
}

/** By when, in days from the batch's date: policy. */
const deadlines: Partial<Record<WaitingTask['code'], NumberKey>> = {
  registerContacts: 'deadline.contacts',
  fixNominees: 'deadline.nominees',
  studyAges: 'deadline.nominees',
  confirmMembership: 'deadline.membership',
  solvePlan: 'deadline.plan',
  approvePlan: 'deadline.issue',
  confirmPlan: 'deadline.issue',
  publishPlan: 'deadline.issue',
};

function finished(draft: Draft, { date, policy }: BatchStanding, today: PlainDate): WaitingTask {
  const key = deadlines[draft.code];
  const dueOn = key
    ? addDays(date, policy.number(key))
    : ((draft.dueOn as PlainDate | null) ?? null);
  const names = draft.names ?? [];
  return {
    code: draft.code,
    counts: draft.counts,
    names: names.length <= fewNames ? names : [],
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
    planId: draft.planId ?? null,
    sheet: draft.sheet ?? null,
    period: draft.period ?? null,
    round: draft.round ?? null,
  };
}

/** A task without a batch: to make one, or to make the first users. */
export function taskWithoutBatch(code: 'createBatch' | 'createUsers'): WaitingTask {
  return {
    code,
    counts: {},
    names: [],
    dueOn: null,
    daysLeft: null,
    planId: null,
    sheet: null,
    period: null,
    round: null,
  };
}
