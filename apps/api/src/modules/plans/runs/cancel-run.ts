import type { Run } from '@xuanpai/contracts/plan-runs';
import { afterCommit } from '@xuanpai/database/transaction';
import type { Actor } from '../../../lib/actor.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { presentRun } from './present-run.ts';
import { isOver, readRunRow } from './run-row.ts';

/**
 * Stops a run: a queued one at once, a running one with the best plan so far, within moments. A run
 * that is over stays as it is. Throws `notFound`.
 */
export function cancelRun(
  deps: Deps,
  actor: Actor,
  { id: planId, runId }: { id: string; runId: string },
  cancelled: (runId: string) => void,
): Promise<Run> {
  return writeAs(deps, actor, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM plan_run WHERE id = ${runId}::uuid FOR UPDATE`;
    const run = await readRunRow(tx, planId, runId);
    if (isOver(run)) return presentRun(run, null, actor.language);
    const now = new Date();
    const waiting =
      run.status === 'queued' ? ({ status: 'cancelled', finishedAt: now } as const) : {};
    const saved = await tx.planRun.update({
      where: { id: runId },
      data: { cancelRequestedAt: now, ...waiting },
    });
    record(tx, {
      action: 'plan.cancelRun',
      entity: 'plan',
      entityId: planId,
      params: { status: saved.status },
    });
    afterCommit(tx, () => cancelled(runId));
    return presentRun(saved, null, actor.language);
  });
}
