import type { Plan } from '@xuanpai/contracts/plans';
import type { Actor } from '../../../lib/actor.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { readPlan } from '../read/read-plans.ts';
import { lockAnyPlan, lockPlan } from './lock-plan.ts';

/** Gives a plan another name; what was approved stays approved. */
export function renamePlan(
  deps: Deps,
  actor: Actor,
  planId: string,
  { name, version }: { name: string; version: number },
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    const { plan } = await lockPlan(tx, planId, version, deps.today());
    const saved = await tx.plan.update({
      where: { id: planId },
      data: { name, version: { increment: 1 } },
    });
    record(tx, {
      action: 'plan.rename',
      entity: 'plan',
      entityId: planId,
      params: { name },
      changes: [
        {
          entity: 'plan',
          entityId: planId,
          versionAfter: saved.version,
          before: { name: plan.name },
          after: { name },
        },
      ],
    });
    return readPlan(tx, planId, actor.language, deps.today());
  });
}

/** Removes a plan that wasn't issued, with its runs. */
export function deletePlan(
  deps: Deps,
  actor: Actor,
  planId: string,
  version: number,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { plan } = await lockAnyPlan(tx, planId, version, deps.today());
    await tx.plan.delete({ where: { id: planId } });
    record(tx, {
      action: 'plan.delete',
      entity: 'plan',
      entityId: planId,
      params: { name: plan.name },
      changes: [{ entity: 'plan', entityId: planId, before: { name: plan.name }, after: null }],
    });
  });
}
