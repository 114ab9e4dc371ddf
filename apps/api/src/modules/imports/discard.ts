import type { Actor } from '../../lib/actor.ts';
import { ApiError } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { lockImport } from './lock-import.ts';
import { runOf } from './runs/queue-run.ts';

/** Forgets a preview with its file. Throws `alreadyDone` once it is committed, `importUnderWay` while
 * it is read or written: that is stopped first. */
export async function discardImport(deps: Deps, actor: Actor, id: string): Promise<void> {
  if (await runOf(deps.db, deps.keys, id)) throw new ApiError('importUnderWay');
  await writeAs(deps, actor, async (tx) => {
    const { status, kind, filename } = await lockImport(tx, id);
    if (status === 'committed') throw new ApiError('alreadyDone');
    await tx.import.delete({ where: { id } });
    record(tx, {
      action: 'import.discard',
      entity: 'import',
      entityId: id,
      params: { kind, filename },
    });
  });
}
