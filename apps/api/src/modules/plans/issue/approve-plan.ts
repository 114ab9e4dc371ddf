import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { approvePlan as endpoint } from '@xuanpai/contracts/plan-issue';
import type { Plan } from '@xuanpai/contracts/plans';
import { toDate } from '@xuanpai/database/dates';
import { Prisma } from '@xuanpai/database/generated/client';
import type { Actor } from '../../../lib/actor.ts';
import { ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { objectionFaults } from '../consultation/objections.ts';
import { lockPlan } from '../edit/lock-plan.ts';
import { readPlan } from '../read/read-plans.ts';
import { dateFaults } from './approval-dates.ts';
import { hindranceFaults } from './hindrance-faults.ts';
import { recordStep } from './record-step.ts';

/**
 * Puts the decision on a plan on record; recorded again, it wants a new confirmation. Throws
 * `notFound`, `staleVersion`, `alreadyDone`, and `ruleViolated` with everything that is missing.
 */
export function approvePlan(
  deps: Deps,
  actor: Actor,
  planId: string,
  body: BodyOf<typeof endpoint>,
): Promise<Plan> {
  const { meeting, date, minutesNumber, documentNumber, earlierSteps = [], version } = body;
  const objectionsReason = body.objectionsReason ?? null;
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version, deps.today());
    const dates = { date, earlierSteps, batch: open.dossier.batch.date, today: deps.today() };
    const faults = [
      ...dateFaults(dates),
      ...hindranceFaults(open),
      ...(objectionsReason === null ? await objectionFaults(tx, open) : []),
    ];
    if (faults.length > 0) throw ruleViolated(faults);
    const saved = await tx.plan.update({
      where: { id: planId },
      data: {
        status: 'approved',
        // Nothing stands against it: the policy has taken over what the plan tried.
        weightChanges: Prisma.DbNull,
        approvalMeeting: meeting,
        approvalDate: toDate(date),
        minutesNumber,
        documentNumber,
        earlierSteps,
        objectionsReason,
        approvedById: actor.userId,
        approvedByName: actor.name,
        approvedAt: new Date(),
        confirmedById: null,
        confirmedByName: null,
        confirmedAt: null,
        version: { increment: 1 },
      },
    });
    recordStep(tx, 'plan.approve', open.plan, saved, { meeting, date, documentNumber });
    return readPlan(tx, planId, actor.language, deps.today());
  });
}
