import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { lockImport } from './commit.ts';

/** Forgets a preview with its file. Throws `alreadyDone` once it is committed. */
export async function discardImport(deps: Deps, actor: Actor, id: string): Promise<void> {
  await writeAs(deps, actor, async (tx) => {
    const { status, kind, filename } = await lockImport(tx, id);
    if (status === 'discarded') throw notFound();
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
