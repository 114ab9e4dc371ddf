import type { Batch } from '@xuanpai/contracts/batches';
import type { Coverage } from '@xuanpai/contracts/coverage';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listNominations } from '@xuanpai/contracts/nominations';
import type { listPlans } from '@xuanpai/contracts/plans';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '@xuanpai/domain/office/plain-date';
import type { NumberKey } from '@xuanpai/domain/policy/keys';
import type { Policy } from '@xuanpai/domain/policy/policy';

export const stepNames = [
  'registers',
  'nominees',
  'coverage',
  'membership',
  'plan',
  'issue',
] as const;
export type StepName = (typeof stepNames)[number];

/** What is known of the batch; null where the person may not read it. */
export interface Standing {
  batch: Batch;
  coverage: Coverage | null;
  nominees: ReplyOf<typeof listNominations>['counts'] | null;
  plans: ReplyOf<typeof listPlans>['items'] | null;
}

export interface Step {
  name: StepName;
  done: boolean;
  /** The presumed dates may be confirmed after the issue too. */
  blocks: boolean;
  dueOn: PlainDate | null;
}

const deadlines: Partial<Record<StepName, NumberKey>> = {
  nominees: 'deadline.nominees',
  membership: 'deadline.membership',
  plan: 'deadline.plan',
  issue: 'deadline.issue',
};

/** The way of a batch from the registers to the issue, and how far it has come. */
export function stepsOf(standing: Standing, policy: Policy | null): Step[] {
  return stepNames.flatMap((name): Step[] => {
    const done = isDone(name, standing);
    if (done === null) return [];
    const key = deadlines[name];
    const dueOn =
      policy && key && standing.batch.closedOn === null
        ? addDays(standing.batch.date as PlainDate, policy.number(key))
        : null;
    return [{ name, done, blocks: name !== 'membership', dueOn }];
  });
}

/** Null where nothing is known about a step. */
function isDone(name: StepName, { batch, coverage, nominees, plans }: Standing): boolean | null {
  const issued = batch.issuedPlanId !== null;
  switch (name) {
    case 'registers':
      return coverage && nominees && coverage.villages > 0 && nominees.all > 0;
    case 'nominees':
      return (
        nominees &&
        nominees.all > 0 &&
        nominees.notEligible + nominees.toVerify + nominees.toStudy === 0
      );
    case 'coverage':
      return coverage && coverage.villages > 0 && coverage.covered === coverage.villages;
    case 'membership':
      return nominees && nominees.all > 0 && nominees.presumed === 0;
    case 'plan':
      return (
        plans && (issued || plans.some(({ status }) => status !== 'draft' && status !== 'dropped'))
      );
    case 'issue':
      return issued;
  }
}

/** The first step that isn't done and stops those after it. */
export function nextStep(steps: readonly Step[]): Step | null {
  return (
    steps.find(({ done, blocks }) => blocks && !done) ?? steps.find(({ done }) => !done) ?? null
  );
}
