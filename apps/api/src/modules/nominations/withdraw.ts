import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { withdrawNomination } from '@xuanpai/contracts/nominations';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ApiError } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { type HeldNomination, holdNomination, holdWithdrawn } from './hold.ts';
import { readMeasure } from './judging.ts';
import { noteNominations } from './log.ts';
import { checkQuota } from './name.ts';

interface NominationIds {
  id: string;
  nominationId: string;
}

/**
 * A nominee drops out. A post in force stays in force: an act or a re-plan ends it. Throws `notFound`,
 * `staleVersion`, `alreadyDone`.
 */
export function withdrawNominee(
  deps: Deps,
  actor: Actor,
  ids: NominationIds,
  { reason, version }: BodyOf<typeof withdrawNomination>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const held = await holdNomination(tx, actor, 'nominations.replace', ids, version);
    const { cadre, unit, ...before } = held;
    const after = await tx.nomination.update({
      where: { id: before.id },
      data: {
        state: 'withdrawn',
        withdrawnReason: reason,
        withdrawnBy: actor.name,
        withdrawnAt: new Date(),
        version: { increment: 1 },
      },
    });
    const params = { name: cadre.name, unit: unit.name, reason };
    await noteNominations(tx, 'nomination.withdraw', params, [{ before, after }]);
  });
}

/**
 * Takes a withdrawal back. Throws `notFound`, `staleVersion`, `alreadyDone` where it stands no more or
 * an issued plan was made without the person, `ruleViolated` where the unit has filled the place.
 */
export function restoreNominee(
  deps: Deps,
  actor: Actor,
  ids: NominationIds,
  version: number,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const held = await holdWithdrawn(tx, actor, 'nominations.replace', ids, version);
    const { cadre, unit, ...before } = held;
    await checkNotBuiltOn(tx, held);
    await checkQuota(tx, unit, await readMeasure(tx, ids.id));
    const after = await tx.nomination.update({
      where: { id: before.id },
      data: {
        state: 'active',
        withdrawnReason: null,
        withdrawnBy: null,
        withdrawnAt: null,
        version: { increment: 1 },
      },
    });
    const params = { name: cadre.name, unit: unit.name };
    await noteNominations(tx, 'nomination.restore', params, [{ before, after }]);
  });
}

async function checkNotBuiltOn(tx: Tx, { batchId, withdrawnAt, cadre }: HeldNomination) {
  if (withdrawnAt === null) return;
  const plan = await tx.plan.findFirst({
    where: { batchId, status: 'issued', issuedAt: { gt: withdrawnAt } },
    select: { name: true },
  });
  if (!plan) return;
  throw new ApiError('alreadyDone', {
    detail: {
      zh: `${plan.name}已按${cadre.name}退出印发，不能再恢复；需要时请重新提名。`,
      en: `${plan.name} was issued without ${cadre.name}; name the person anew.`,
    },
  });
}
