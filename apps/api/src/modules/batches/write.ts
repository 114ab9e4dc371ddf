import type { updateBatch } from '@xuanpai/contracts/batches';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { type BatchRecord, batchRecord, holdBatch, holdUnissued } from '../../lib/records/batch.ts';
import { refuseIfReferred } from '../../lib/references.ts';
import { refuse } from '../../lib/refuse.ts';
import { writeAs } from '../../lib/write.ts';
import { dateFaults, nameFaults } from './checks.ts';
import { referencesTo } from './references.ts';

/** Changes the name or, before the issue, the dates. */
export function changeBatch(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, ...changes }: BodyOf<typeof updateBatch>,
) {
  return writeAs(deps, actor, async (tx) => {
    const before = await holdBatch(tx, id, version);
    const { name, date, startsOn, endsOn } = { ...before, ...changes };
    refuse([...dateFaults({ date, startsOn, endsOn }), ...(await nameFaults(tx, name, before.id))]);
    if (date !== before.date || startsOn !== before.startsOn || endsOn !== before.endsOn) {
      await holdUnissued(tx, id);
    }
    if (date < before.date) await movePolicy(tx, before, date);
    const after = await tx.batch.update({
      where: { id },
      data: {
        name,
        date: toDate(date),
        startsOn: toDate(startsOn),
        endsOn: toDate(endsOn),
        version: { increment: 1 },
      },
    });
    noteWrite(tx, 'batch.update', before, batchRecord(after));
  });
}

/** What the batch started with must be in force on its date, also when that moves back. */
async function movePolicy(tx: Tx, { id, date }: BatchRecord, earlier: PlainDate) {
  await tx.policyParameter.updateMany({
    where: { batchId: id, effectiveFrom: toDate(date) },
    data: { effectiveFrom: toDate(earlier) },
  });
}

export function removeBatch(deps: Deps, actor: Actor, id: string, version: number) {
  return writeAs(deps, actor, async (tx) => {
    const batch = await holdBatch(tx, id, version);
    refuseIfReferred(batch.name, await referencesTo(tx, id));
    await tx.batch.delete({ where: { id } });
    noteWrite(tx, 'batch.delete', batch, null);
  });
}

function noteWrite(tx: Tx, action: string, before: BatchRecord, after: BatchRecord | null) {
  const { id, name } = after ?? before;
  const fields = ({ id: _, version: __, ...rest }: BatchRecord) => rest;
  const change = after
    ? { versionAfter: after.version, ...difference(fields(before), fields(after)) }
    : { before: fields(before), after: null };
  record(tx, {
    action,
    entity: 'batch',
    entityId: id,
    params: { name },
    changes: [{ entity: 'batch', entityId: id, ...change }],
  });
}
