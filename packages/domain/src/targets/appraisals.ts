import type { AppraisalAct, AppraisalState } from '@xuanpai/contracts/appraisals';
import type { WaitingTask } from '@xuanpai/contracts/home';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '../office/plain-date.ts';
import type { Policy } from '../policy/policy.ts';

/** A period of a batch by its key and its days. */
export interface AppraisalPeriod {
  key: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
}

interface Transition {
  by: Permission;
  from: readonly AppraisalState[];
}

/** The life of an opinion: written, sent to the head, signed; corrected by a further edition (M2). */
export const appraisalTransitions: Readonly<Record<AppraisalAct, Transition>> = {
  write: { by: 'appraisals.write', from: ['missing', 'draft'] },
  submit: { by: 'appraisals.write', from: ['draft'] },
  withdraw: { by: 'appraisals.write', from: ['submitted'] },
  return: { by: 'appraisals.sign', from: ['submitted'] },
  sign: { by: 'appraisals.sign', from: ['submitted'] },
  correct: { by: 'appraisals.write', from: ['signed'] },
  discard: { by: 'appraisals.write', from: ['draft'] },
};

/** How an opinion stands for one act. */
export interface AppraisalStanding {
  state: AppraisalState;
  /** The newest edition is the caller's own writing. */
  ownWriting: boolean;
  period: AppraisalPeriod;
  /** The last day of the post in the period. */
  to: PlainDate;
}

/**
 * What somebody may do: by permission and state; nothing before the period begins; whoever wrote it
 * doesn't sign it, and nobody signs before the period, or the post in it, is over.
 */
export function actsOnAppraisal(
  { state, ownWriting, period, to }: AppraisalStanding,
  may: (permission: Permission) => boolean,
  today: PlainDate,
): AppraisalAct[] {
  if (period.startsOn > today) return [];
  const acts = Object.keys(appraisalTransitions) as AppraisalAct[];
  return acts.filter((act) => {
    const { by, from } = appraisalTransitions[act];
    if (!from.includes(state) || !may(by)) return false;
    return act !== 'sign' || (!ownWriting && signableFrom(period, to) <= today);
  });
}

/** The first day on which an opinion can be signed: the last one that it is about. */
export function signableFrom({ endsOn }: AppraisalPeriod, to: PlainDate): PlainDate {
  return to < endsOn ? to : endsOn;
}

/** By when the opinions of a period are signed: some days after its end, by policy. */
export function appraisalDueOn({ endsOn }: AppraisalPeriod, policy: Policy): PlainDate {
  return addDays(endsOn, policy.number('target.appraisalDays'));
}

/** The period that is looked at when nobody says: the latest that is over, else the first that began. */
export function periodToAppraise<Period extends AppraisalPeriod>(
  periods: readonly Period[],
  today: PlainDate,
): Period | null {
  return periods.findLast(({ endsOn }) => endsOn < today) ?? periods[0] ?? null;
}

/** How many opinions of a period aren't settled, within somebody's reach. */
export interface OpenAppraisals {
  period: AppraisalPeriod;
  dueOn: PlainDate;
  /** Nobody wrote them, or they aren't sent to the head. */
  toWrite: number;
  toSign: number;
}

type Draft = Pick<WaitingTask, 'code' | 'counts' | 'dueOn' | 'period'>;

/** What periods that are over want of the officer and of the head, each by itself, the earliest first. */
export function waitingAppraisals(
  open: readonly OpenAppraisals[],
  may: (permission: Permission) => boolean,
  today: PlainDate,
): Draft[] {
  return open
    .filter(({ period }) => period.endsOn < today)
    .flatMap(({ period, dueOn, toWrite, toSign }): Draft[] => {
      const task = (code: Draft['code'], people: number) =>
        people === 0 ? [] : [{ code, counts: { people }, dueOn, period: period.key }];
      return [
        ...(may('appraisals.write') ? task('writeAppraisals', toWrite) : []),
        ...(may('appraisals.sign') ? task('signAppraisals', toSign) : []),
      ];
    });
}
