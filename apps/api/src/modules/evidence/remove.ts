import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import { startOfDay } from '../../lib/calendar.ts';
import type { Deps } from '../../lib/deps.ts';
import { owners } from '../../lib/evidence/owners.ts';
import { writeAs } from '../../lib/write.ts';
import { findAttachment, findWritable } from './reach.ts';

/**
 * Takes a file from its owner. Of the days on which it was there it stays, unless it goes `wholly`; one of
 * today was there on none. The bytes of what no row names are swept later.
 */
export async function removeEvidence(
  deps: Deps,
  actor: Actor,
  id: string,
  wholly = false,
): Promise<void> {
  await writeAs(deps, actor, async (tx) => {
    const { owner } = await findAttachment(tx, actor, id);
    await tx.$queryRaw(owners[owner.kind].hold(owner.id));
    // Looked at again while it is held: somebody may have removed it, or closed the owner.
    const { row } = await findAttachment(tx, actor, id);
    const { name: ofWhat } = await findWritable(tx, actor, owner);
    if (row.removedAt) throw notFound();
    if (wholly || row.uploadedAt >= startOfDay(deps.today())) {
      await tx.attachment.delete({ where: { id } });
    } else {
      const gone = { removedAt: new Date(), removedByName: actor.name };
      await tx.attachment.update({ where: { id }, data: gone });
    }
    const before = { name: row.name, size: row.size, digest: row.digest };
    record(tx, {
      ...{ action: 'evidence.remove', entity: 'evidence', entityId: id },
      params: { name: row.name, of: ofWhat, kind: owner.kind },
      changes: [{ entity: 'evidence', entityId: id, before, after: null }],
    });
  });
}
