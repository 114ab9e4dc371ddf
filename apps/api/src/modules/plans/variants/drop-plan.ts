import type { Plan } from '@xuanpai/contracts/plans';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockAnyPlan, lockPlan } from '../edit/lock-plan.ts';
import { noApproval } from '../edit/save-edit.ts';
import { recordStep } from '../issue/record-step.ts';
import { readPlan } from '../read/read-plans.ts';

/**
 * Lays a plan aside; approval and confirmation end with it, and a run under way finds it changed.
 * Throws `notFound`, `alreadyDone` for one that is issued or laid aside already, `staleVersion`.
 */
export function dropPlan(deps: Deps, actor: Actor, planId: string, version: number): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    const { plan } = await lockPlan(tx, planId, version, deps.today());
    const saved = await tx.plan.update({
      where: { id: planId },
      data: { ...noApproval, status: 'dropped', version: { increment: 1 } },
    });
    recordStep(tx, 'plan.drop', plan, saved, { voided: plan.status !== 'draft' });
    return readPlan(tx, planId, actor.language, deps.today());
  });
}

/** Takes up a plan that was laid aside, as a draft. Throws `alreadyDone` for any other. */
export function restorePlan(
  deps: Deps,
  actor: Actor,
  planId: string,
  version: number,
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    const { plan } = await lockAnyPlan(tx, planId, version, deps.today());
    if (plan.status !== 'dropped') {
      throw new ApiError('alreadyDone', {
        detail: { zh: `${plan.name}没有搁置。`, en: `${plan.name} is not laid aside.` },
      });
    }
    const saved = await tx.plan.update({
      where: { id: planId },
      data: { status: 'draft', version: { increment: 1 } },
    });
    recordStep(tx, 'plan.restore', plan, saved, {});
    return readPlan(tx, planId, actor.language, deps.today());
  });
}
