import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { copyPlan as endpoint } from '@xuanpai/contracts/plan-variants';
import type { Plan } from '@xuanpai/contracts/plans';
import { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { scorePlan } from '@xuanpai/planner/score';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../lib/actor.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { chineseNumber, lockBatch } from '../edit/create-plan.ts';
import { lockRow } from '../edit/lock-plan.ts';
import { boundInputOf, boundOf } from '../read/bound.ts';
import { type OpenPlan, openPlan } from '../read/open-plan.ts';
import { readPlan } from '../read/read-plans.ts';
import { ownWeights } from '../read/weights.ts';
import { keptWeights } from './set-weights.ts';
import { checkWeights } from './weight-faults.ts';

/**
 * Makes a draft like a plan, whatever the plan's status: places, holders, reasons, wishes; with weights
 * of its own if they are given. Asked the same, it keeps the plan's proof. Throws `notFound`, `conflict`
 * for a name that is taken, and `invalid` with all faults of the weights.
 */
export function copyPlan(
  deps: Deps,
  actor: Actor,
  planId: string,
  { name, weightChanges }: BodyOf<typeof endpoint>,
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, planId);
    const source = await openPlan(tx, planId, deps.today());
    const { plan, dossier } = source;
    await lockBatch(tx, plan.batchId);
    checkWeights(weightChanges ?? {}, dossier.policy);
    const own = ownWeights(weightChanges ?? source.weightChanges, dossier.policy);
    const { id, name: given } = await tx.plan.create({
      data: {
        batchId: plan.batchId,
        name: name ?? (await nameOfCopy(tx, plan)),
        basedOnId: planId,
        replansOn: plan.replansOn,
        replansPosts: plan.replansPosts ?? Prisma.DbNull,
        weightChanges: keptWeights(own),
        createdByName: actor.name,
      },
    });
    await copyRows(tx, source, id);
    await keepFigures(tx, source, await openPlan(tx, id, deps.today()));
    record(tx, {
      action: 'plan.copy',
      entity: 'plan',
      entityId: id,
      params: { name: given, from: plan.name, weights: own },
    });
    return readPlan(tx, id, actor.language, deps.today());
  });
}

/** 方案一副本, 方案一副本二 …: the first that the batch doesn't have. */
async function nameOfCopy(tx: Tx, { batchId, name }: OpenPlan['plan']): Promise<string> {
  const plans = await tx.plan.findMany({ where: { batchId }, select: { name: true } });
  const taken = new Set(plans.map((one) => one.name));
  const base = `${name.slice(0, 32)}副本`;
  for (let number = 1; ; number++) {
    const copy = number === 1 ? base : `${base}${chineseNumber(number)}`;
    if (!taken.has(copy)) return copy;
  }
}

async function copyRows(tx: Tx, { plan, places, wishes }: OpenPlan, planId: string) {
  const ids = new Map(places.map(({ id }) => [id, uuid()]));
  await tx.planPlace.createMany({
    data: places.map(({ id, villageId, tier, post, cadreId, emptyReason }) => ({
      id: ids.get(id) ?? uuid(),
      planId,
      villageId,
      tier,
      post,
      cadreId,
      emptyReason,
    })),
  });
  const rows = await tx.planWish.findMany({
    where: { planId: plan.id, id: { in: wishes.map(({ id }) => id) } },
  });
  await tx.planWish.createMany({
    data: rows.map((wish) => ({
      ...wish,
      id: uuid(),
      planId,
      placeId: wish.placeId === null ? null : (ids.get(wish.placeId) ?? null),
      version: 1,
    })),
  });
}

/** Its points; and what is known of the plan that it was copied from, where that is true of it too. */
async function keepFigures(tx: Tx, source: OpenPlan, copy: OpenPlan) {
  const score = scorePlan(copy.input, copy.placement);
  const { bound, optimal } = boundOf(source, scorePlan(source.input, source.placement));
  const { solvedAt, solvedMilliseconds, proofMilliseconds } = source.plan;
  await tx.plan.update({
    where: { id: copy.plan.id },
    data: {
      score: score.total,
      districtScore: score.district,
      townshipScore: score.township,
      ...(asksTheSame(source, copy) ? { solvedAt, solvedMilliseconds } : {}),
      ...(asksTheSame(source, copy) && bound !== null
        ? { bound, optimal, proofMilliseconds, boundInput: boundInputOf(copy) }
        : {}),
    },
  });
}

/** The weights may be others; beside an issued plan every post that it changes costs points. */
function asksTheSame(source: OpenPlan, copy: OpenPlan): boolean {
  return (
    source.plan.status !== 'issued' &&
    JSON.stringify(source.input.weights) === JSON.stringify(copy.input.weights)
  );
}
