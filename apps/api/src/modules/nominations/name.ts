import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createNomination, replaceNomination } from '@xuanpai/contracts/nominations';
import type { Unit } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ruleViolated } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { holdPlans } from '../../lib/records/batch.ts';
import { writeAs } from '../../lib/write.ts';
import { holdNomination } from './hold.ts';
import { type Measure, readMeasure } from './judging.ts';
import { noteNominations } from './log.ts';
import { takeNominee, tierOf, unitOfNominee } from './nominee.ts';

/** Names somebody more, within the unit's quota; gives the nomination's id. */
export function addNomination(
  deps: Deps,
  actor: Actor,
  batchId: string,
  body: BodyOf<typeof createNomination>,
) {
  return writeAs(deps, actor, async (tx) => {
    const measure = await readMeasure(tx, batchId);
    await holdPlans(tx, batchId);
    const unit = await unitOfNominee(tx, actor, body);
    await checkQuota(tx, unit, measure);
    const cadre = await takeNominee(tx, deps, actor, { unit, measure, input: body });
    const { category } = body;
    const after = await tx.nomination.create({
      data: { batchId, cadreId: cadre.id, unitId: unit.id, tier: tierOf(unit), category },
    });
    const params = { name: cadre.name, unit: unit.name };
    await noteNominations(tx, 'nomination.create', params, [{ before: null, after }]);
    return after.id;
  });
}

/** Another person of the same unit takes the nominee's place; gives the new nomination's id. */
export function replaceNominee(
  deps: Deps,
  actor: Actor,
  ids: { id: string; nominationId: string },
  { reason, version, ...input }: BodyOf<typeof replaceNomination>,
) {
  return writeAs(deps, actor, async (tx) => {
    const held = await holdNomination(tx, actor, 'nominations.replace', ids, version);
    const { cadre: former, unit, ...before } = held;
    const measure = await readMeasure(tx, ids.id);
    const cadre = await takeNominee(tx, deps, actor, { unit, measure, input });
    const { batchId, unitId, tier } = before;
    const { category } = input;
    const named = await tx.nomination.create({
      data: { batchId, cadreId: cadre.id, unitId, tier, category },
    });
    const after = await tx.nomination.update({
      where: { id: before.id },
      data: {
        state: 'replaced',
        replacedById: named.id,
        replacedReason: reason,
        version: { increment: 1 },
      },
    });
    const params = { name: former.name, by: cadre.name, unit: unit.name, reason };
    await noteNominations(tx, 'nomination.replace', params, [
      { before, after },
      { before: null, after: named },
    ]);
    return named.id;
  });
}

/**
 * D2: a district unit names as many as its share of the batch's cadres, one after the other; who dropped
 * out doesn't count. Throws `ruleViolated`.
 */
export async function checkQuota(tx: Tx, unit: Unit, { batch, policy }: Measure) {
  if (unit.quota === null) return;
  await lockRow(tx, 'unit', unit.id);
  const named = await tx.nomination.count({
    where: { batchId: batch.id, unitId: unit.id, state: 'active' },
  });
  if (named < unit.quota) return;
  throw ruleViolated([
    {
      path: 'cadreId',
      code: 'quotaFull',
      message: {
        zh: `${unit.name}名额${unit.quota}名，已报${named}名。`,
        en: `${unit.name} has ${unit.quota} places and named ${named}.`,
      },
      basis: policy.basis('dispatch.districtCadres'),
      remedy: {
        zh: '请用“更换人选”，或先调整单位名额。',
        en: 'Replace a nominee, or change the unit’s quota first.',
      },
    },
  ]);
}
