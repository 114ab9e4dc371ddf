import type { Tx } from '@xuanpai/database/transaction';
import type { Placement } from '@xuanpai/planner/model';
import { checkPlan } from '@xuanpai/planner/rules';
import { scorePlan } from '@xuanpai/planner/score';
import type { FoundPlan } from '@xuanpai/planner/worker-messages';
import { systemActor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockRow } from '../edit/lock-plan.ts';
import { saveEdit } from '../edit/save-edit.ts';
import { changedHolders, writePlaces } from '../edit/write-places.ts';
import { type OpenPlan, openPlan } from '../read/open-plan.ts';
import { endRun } from './end-run.ts';
import type { ClaimedRun } from './run-store.ts';

/**
 * Writes the plan that a run found, unless the plan as it stands has more points. Gives the run with
 * the plan's new version, or null where the plan was changed or issued meanwhile: then the run is over.
 */
export function keepPlan(
  deps: Deps,
  run: ClaimedRun,
  found: FoundPlan,
  milliseconds: number,
): Promise<KeptPlan | null> {
  return writeAs(deps, systemActor, async (tx) => {
    await lockRow(tx, run.planId);
    const open = await openPlan(tx, run.planId, deps.today());
    if (isOthers(open, run)) {
      await endRun(tx, run, { status: 'failed', message: 'planChanged' });
      return null;
    }
    const placement = lawful(open, new Map(found.placement));
    const score = scorePlan(open.input, placement).total;
    const before = scorePlan(open.input, lawful(open, open.placement)).total;
    const better = score >= before;
    if (better) await writePlan(tx, open, placement, run, milliseconds);
    const planVersion = await moveOn(tx, run);
    return { run: { ...run, planVersion }, score: Math.max(score, before), better };
  });
}

/** A plan that is kept while its proof goes on. */
export interface KeptPlan {
  run: ClaimedRun;
  score: number;
  better: boolean;
}

/** Somebody changed or issued the plan since the run saw it. */
export function isOthers({ plan }: OpenPlan, run: ClaimedRun): boolean {
  return plan.status === 'issued' || plan.version !== run.planVersion;
}

/** The plan's version after this run's own write: a proof goes on from there. */
async function moveOn(tx: Tx, { id, planId }: ClaimedRun): Promise<number> {
  const { version } = await tx.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { version: true },
  });
  await tx.planRun.update({ where: { id }, data: { planVersion: version } });
  return version;
}

/** Leaves out whoever may not be placed any more, if somebody was replaced during the run. */
export function lawful({ input }: OpenPlan, placement: Placement): Placement {
  const broken = new Set(
    checkPlan(input, placement)
      .filter(({ severity, cadreIds }) => severity === 'hard' && cadreIds.length > 0)
      .flatMap(({ placeIds }) => placeIds),
  );
  return new Map([...placement].filter(([placeId]) => !broken.has(placeId)));
}

/** Writes the holders, and when and how fast they were found. */
export async function writePlan(
  tx: Tx,
  open: OpenPlan,
  found: Placement,
  run: ClaimedRun,
  solvedMilliseconds: number,
) {
  const { plan, input, placement } = open;
  const solved = { solvedAt: new Date(), solvedMilliseconds };
  const changed = changedHolders(input.places, placement, found);
  if (changed.length === 0) {
    // The same plan again: nothing that was approved has changed.
    await tx.plan.update({ where: { id: plan.id }, data: solved });
    return;
  }
  await writePlaces(tx, plan.id, changed);
  await saveEdit(tx, open, {
    action: 'plan.solved',
    params: {
      startedBy: run.startedByName,
      placed: found.size,
      places: input.places.length,
    },
    before: { filled: placement.size },
    after: { filled: found.size },
    data: solved,
  });
}
