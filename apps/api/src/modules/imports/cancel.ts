import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { dropRun } from './runs/run-store.ts';
import type { ImportRunner } from './runs/runner.ts';

/**
 * Stops what is being done with an import: a file that was never read goes, a preview stays as it was.
 * Throws `alreadyDone` where nothing is being done any more, `notFound`.
 */
export async function cancelRun(
  deps: Deps,
  runner: ImportRunner,
  actor: Actor,
  id: string,
): Promise<void> {
  const workerId = await writeAs(deps, actor, async (tx) => {
    const found = await tx.import.findUnique({
      where: { id },
      select: { kind: true, filename: true, run: { select: { work: true, workerId: true } } },
    });
    if (!found) throw notFound();
    const { run, kind, filename } = found;
    if (!run) throw new ApiError('alreadyDone');
    await tx.importRun.updateMany({
      where: { importId: id },
      data: { cancelRequestedAt: new Date() },
    });
    const params = { kind, filename, work: run.work };
    record(tx, { action: 'import.cancel', entity: 'import', entityId: id, params });
    return run.workerId;
  });
  if (workerId === null) await dropRun(deps.db, { importId: id, workerId });
  runner.cancel(id);
}
