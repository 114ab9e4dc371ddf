import type { Import } from '@xuanpai/contracts/imports';
import type { Actor } from '../../lib/actor.ts';
import { ApiError } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { AlreadyCarriedOut, claimKey } from '../../lib/idempotency.ts';
import { writeAs } from '../../lib/write.ts';
import { lockImport } from './lock-import.ts';
import { readImport } from './read.ts';
import { checkQueue, queueRun, runOf } from './runs/queue-run.ts';
import type { ImportRunner } from './runs/runner.ts';

/**
 * Has an import written. `awaited`: comes back when it is, and throws what the commit throws; the
 * request's key is taken by the commit itself, so that it is free again where nothing came of it. Else
 * comes back at once, with the import under way.
 */
export async function queueCommit(
  deps: Deps,
  runner: ImportRunner,
  actor: Actor,
  id: string,
  awaited: boolean,
): Promise<Import> {
  await refuseUnderWay(deps, runner, actor, id);
  await checkQueue(deps.db);
  const { idempotency } = actor;
  await queue(deps, actor, id, awaited).catch(async (error: unknown) => {
    if (!(error instanceof ApiError) || error.code !== 'importUnderWay') throw error;
    // Somebody was sooner by a moment: perhaps this very request, sent twice.
    await refuseUnderWay(deps, runner, actor, id);
    await queue(deps, actor, id, awaited);
  });
  runner.wake();
  if (awaited) {
    await runner.ended(id);
    // The commit has taken the key: the reply is to be kept under it.
    if (idempotency) actor.idempotency = null;
  }
  return readImport(deps, id, actor);
}

async function queue(deps: Deps, actor: Actor, id: string, awaited: boolean): Promise<void> {
  await writeAs(deps, awaited ? { ...actor, idempotency: null } : actor, async (tx) => {
    const row = await lockImport(tx, id);
    if (row.status === 'committed') {
      if (awaited) await claimKey(tx, { ...actor });
      throw new ApiError('alreadyDone');
    }
    if (row.status !== 'previewed') throw new ApiError('notFound');
    await queueRun(tx, deps.keys, id, 'commit', {
      actor: awaited ? actor : { ...actor, idempotency: null },
      awaited,
    });
  });
}

/** The same request once more waits for the first one; any other is told that it isn't its turn. */
async function refuseUnderWay(deps: Deps, runner: ImportRunner, actor: Actor, id: string) {
  const run = await runOf(deps.db, deps.keys, id);
  if (!run) return;
  const first = run.task.actor;
  const key = actor.idempotency?.key;
  if (run.work !== 'commit' || key === undefined) throw new ApiError('importUnderWay');
  if (first.userId !== actor.userId || first.idempotency?.key !== key) {
    throw new ApiError('importUnderWay');
  }
  await runner.ended(id);
  throw new AlreadyCarriedOut();
}
