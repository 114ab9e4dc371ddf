import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { setWeights as endpoint } from '@xuanpai/contracts/plan-variants';
import type { Plan, WeightChanges } from '@xuanpai/contracts/plans';
import { Prisma } from '@xuanpai/database/generated/client';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockPlan } from '../edit/lock-plan.ts';
import { noApproval, saveEdit } from '../edit/save-edit.ts';
import { readPlan } from '../read/read-plans.ts';
import { ownWeights } from '../read/weights.ts';
import { checkWeights } from './weight-faults.ts';

/**
 * Gives a plan weights of its own, or takes it back to the policy's; approval and confirmation end with
 * it. Throws `notFound`, `alreadyDone`, `staleVersion`, and `invalid` with all faults.
 */
export function setWeights(
  deps: Deps,
  actor: Actor,
  planId: string,
  { weightChanges, version }: BodyOf<typeof endpoint>,
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version, deps.today());
    const { policy } = open.dossier;
    checkWeights(weightChanges, policy);
    const own = ownWeights(weightChanges, policy);
    // Before the points are counted anew; what is decided on has no weights of its own.
    await tx.plan.update({
      where: { id: planId },
      data: { ...noApproval, status: 'draft', weightChanges: keptWeights(own) },
    });
    await saveEdit(tx, open, {
      action: 'plan.setWeights',
      before: { weights: open.weightChanges },
      after: { weights: own },
    });
    return readPlan(tx, planId, actor.language, deps.today());
  });
}

/** As the column has it: null rather than an empty object. */
export function keptWeights(own: WeightChanges) {
  return Object.keys(own).length === 0 ? Prisma.DbNull : (own as Prisma.InputJsonObject);
}
