import type { Plan } from '@xuanpai/contracts/plans';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockPlan } from '../edit/lock-plan.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { readPlan } from '../read/read-plans.ts';
import { hindranceFaults } from './hindrance-faults.ts';
import { recordStep } from './record-step.ts';

/**
 * The second person's confirmation. Throws `notFound`, `staleVersion`, `alreadyDone`, `ruleViolated`
 * before the approval, for whoever approved, and where the plan doesn't hold any more.
 */
export function confirmPlan(
  deps: Deps,
  actor: Actor,
  planId: string,
  version: number,
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version, deps.today());
    checkMayConfirm(open, actor);
    const faults = hindranceFaults(open);
    if (faults.length > 0) throw ruleViolated(faults);
    const saved = await tx.plan.update({
      where: { id: planId },
      data: {
        status: 'confirmed',
        confirmedById: actor.userId,
        confirmedByName: actor.name,
        confirmedAt: new Date(),
        version: { increment: 1 },
      },
    });
    const { approvedByName, documentNumber } = open.plan;
    recordStep(tx, 'plan.confirm', open.plan, saved, { approvedByName, documentNumber });
    return readPlan(tx, planId, actor.language, deps.today());
  });
}

function checkMayConfirm({ plan, dossier }: OpenPlan, { userId }: Actor) {
  if (plan.status === 'confirmed') throw new ApiError('alreadyDone');
  const basis = dossier.policy.basis('issue.secondPerson');
  if (plan.status !== 'approved') {
    const message = { zh: '方案还没有登记审定。', en: 'The plan has no approval on record yet.' };
    throw ruleViolated([{ path: '', code: 'notApproved', message, basis }]);
  }
  if (plan.approvedById === userId) {
    const message = {
      zh: '审定由您登记，须由另一人确认。',
      en: 'You recorded the approval; another person has to confirm it.',
    };
    throw ruleViolated([{ path: '', code: 'samePerson', message, basis }]);
  }
}
