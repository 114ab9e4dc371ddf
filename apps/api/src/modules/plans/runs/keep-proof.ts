import type { Tx } from '@xuanpai/database/transaction';
import { scorePlan } from '@xuanpai/planner/score';
import { systemActor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockRow } from '../edit/lock-plan.ts';
import { boundOf } from '../read/bound.ts';
import { type OpenPlan, openPlan, type PlanRow } from '../read/open-plan.ts';
import { endRun } from './end-run.ts';
import { isOthers, type KeptPlan, lawful, writePlan } from './keep-plan.ts';
import type { RunMessage } from './run-messages.ts';
import type { ClaimedRun } from './run-store.ts';
import type { WorkerResult } from './solve-in-worker.ts';

/**
 * Ends a run with what its proof says; a better plan that was found on the way is written first.
 * `boundInput` is what the run was asked, as `boundInputOf` has it.
 */
export function keepProof(
  deps: Deps,
  { run, score: before, better }: KeptPlan,
  boundInput: string,
  result: WorkerResult,
  milliseconds: number,
): Promise<void> {
  return writeAs(deps, systemActor, async (tx) => {
    await lockRow(tx, run.planId);
    let open = await openPlan(tx, run.planId, deps.today());
    const placement = lawful(open, new Map(result.placement));
    const found = scorePlan(open.input, placement).total;
    if (found > before && !isOthers(open, run)) {
      await writePlan(tx, open, placement, run, milliseconds);
      open = await openPlan(tx, run.planId, deps.today());
    }
    const score = Math.max(found, before);
    const bound = result.bound === null ? null : Math.max(result.bound, score);
    if (bound !== null)
      await keepBound(tx, open, { bound, boundInput, proofMilliseconds: milliseconds });
    await endRun(tx, run, {
      ...endOf(run, result, better),
      score,
      ...(bound === null ? {} : { bound }),
    });
  });
}

function endOf(
  { prove }: ClaimedRun,
  { optimal, stopped }: WorkerResult,
  better: boolean,
): { status: 'done' | 'cancelled'; message: RunMessage | null } {
  if (stopped === 'search') return { status: 'cancelled', message: better ? null : 'keptBetter' };
  if (stopped === 'proof') return { status: 'done', message: 'accepted' };
  if (!better) return { status: 'done', message: 'keptBetter' };
  return { status: 'done', message: prove && !optimal ? 'unproven' : null };
}

/** Where the plan asks something else by now, `boundOf` gives no bound, as for any later change. */
async function keepBound(tx: Tx, open: OpenPlan, proof: Proven) {
  if (open.plan.status === 'issued') return;
  const score = scorePlan(open.input, open.placement);
  const { optimal } = boundOf({ ...open, plan: { ...open.plan, ...proof } }, score);
  await tx.plan.update({ where: { id: open.plan.id }, data: { ...proof, optimal } });
}

type Proven = Pick<PlanRow, 'boundInput' | 'proofMilliseconds'> & { bound: number };
