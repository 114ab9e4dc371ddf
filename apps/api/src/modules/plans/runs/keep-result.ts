import type { Tx } from '@xuanpai/database/transaction';
import type { Placement } from '@xuanpai/planner/model';
import { checkPlan } from '@xuanpai/planner/rules';
import { scorePlan } from '@xuanpai/planner/score';
import { systemActor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockRow } from '../edit/lock-plan.ts';
import { saveEdit } from '../edit/save-edit.ts';
import { changedHolders, writePlaces } from '../edit/write-places.ts';
import { type OpenPlan, openPlan } from '../read/open-plan.ts';
import { endRun } from './end-run.ts';
import type { RunMessage } from './run-messages.ts';
import type { ClaimedRun } from './run-store.ts';
import type { WorkerResult } from './solve-in-worker.ts';

/**
 * Writes what a run found, with the run's end, in one transaction: nothing where the plan was
 * changed or issued meanwhile, or where the plan as it stands has more points.
 */
export function keepResult(
  deps: Deps,
  run: ClaimedRun,
  result: WorkerResult,
  milliseconds: number,
): Promise<void> {
  return writeAs(deps, systemActor, async (tx) => {
    await lockRow(tx, run.planId);
    const open = await openPlan(tx, run.planId);
    if (open.plan.status === 'issued' || open.plan.version !== run.planVersion) {
      await endRun(tx, run, { status: 'failed', message: 'planChanged' });
      return;
    }
    const found = lawful(open, new Map(result.placement));
    const score = scorePlan(open.input, found).total;
    const before = scorePlan(open.input, lawful(open, open.placement)).total;
    const better = score >= before;
    if (better) await writePlan(tx, open, found, run, milliseconds);
    const status = result.cancelled ? 'cancelled' : 'done';
    const message: RunMessage | null = better ? null : 'keptBetter';
    await endRun(tx, run, { status, message, score: Math.max(score, before) });
  });
}

/** Leaves out whoever may not be placed any more, if somebody was replaced during the run. */
function lawful({ input }: OpenPlan, placement: Placement): Placement {
  const broken = new Set(
    checkPlan(input, placement)
      .filter(({ severity, cadreIds }) => severity === 'hard' && cadreIds.length > 0)
      .flatMap(({ placeIds }) => placeIds),
  );
  return new Map([...placement].filter(([placeId]) => !broken.has(placeId)));
}

async function writePlan(
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
