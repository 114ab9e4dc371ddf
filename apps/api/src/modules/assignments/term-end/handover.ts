import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { type Handover, handoverSchema } from '@xuanpai/contracts/term-ends';
import type { saveHandover, saveHandovers } from '@xuanpai/contracts/term-handovers';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { TermHandover } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { handedAhead, handoverFaults, withLines } from '@xuanpai/domain/term-end/handover';
import type { Actor } from '../../../lib/actor.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { refuse } from '../../../lib/refuse.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { writeAs } from '../../../lib/write.ts';
import { postOf } from './write.ts';

/** What goes over to the village: by the township, the unit, or the district. */
export function keepHandover(
  deps: Deps,
  actor: Actor,
  assignmentId: string,
  { version: seen, ...given }: BodyOf<typeof saveHandover>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { name } = await postOf(tx, actor, assignmentId, 'termEnd.handover');
    refuse(handedAhead(given.handedOn, deps.today()));
    const before = await heldOf(tx, assignmentId);
    const { version, ...current } = before;
    await checkVersion(tx, { entity: 'termHandover', id: assignmentId, version, current }, seen);
    await write(tx, { assignmentId, name }, before, given);
  });
}

/**
 * The same lines and day for several: all or none, with everything that is in the way at once. What is
 * kept of somebody already stays.
 */
export function keepHandovers(
  deps: Deps,
  actor: Actor,
  { items, handedOn, people }: BodyOf<typeof saveHandovers>,
): Promise<ReplyOf<typeof saveHandovers>> {
  return writeAs(deps, actor, async (tx) => {
    const asked = new Map(people.map((one) => [one.assignmentId, one]));
    const held: { assignmentId: string; name: string; before: Held; takenBy: string | null }[] = [];
    const faults = handedAhead(handedOn, deps.today());
    // In one order, so that two who act at once don't wait for each other.
    for (const [assignmentId, { version: seen, takenBy }] of [...asked].sort()) {
      const { name, startsOn } = await postOf(tx, actor, assignmentId, 'termEnd.handover');
      const before = await heldOf(tx, assignmentId);
      faults.push(
        ...handoverFaults({ assignmentId, name, startsOn, seen, ...before }, items, handedOn),
      );
      held.push({ assignmentId, name, before, takenBy: takenBy ?? before.takenBy });
    }
    refuse(faults);
    for (const { before, takenBy, ...of } of held) {
      await write(tx, of, before, { items: withLines(before.items, items), takenBy, handedOn });
    }
    return { done: held.length };
  });
}

type Held = ReturnType<typeof presentHandover>;

async function heldOf(tx: Tx, assignmentId: string): Promise<Held> {
  return presentHandover(await tx.termHandover.findUnique({ where: { assignmentId } }));
}

function presentHandover(row: TermHandover | null) {
  return {
    items: handoverSchema.shape.items.parse(row?.items ?? []),
    takenBy: row?.takenBy ?? null,
    handedOn: row?.handedOn ? toPlainDate(row.handedOn) : null,
    version: row?.version ?? 0,
  };
}

async function write(
  tx: Tx,
  { assignmentId, name }: { assignmentId: string; name: string },
  { version, ...before }: Held,
  { items, takenBy, handedOn }: Pick<Handover, 'items' | 'takenBy'> & Pick<Held, 'handedOn'>,
): Promise<void> {
  const data = {
    ...{ items, takenBy, handedOn: handedOn === null ? null : toDate(handedOn) },
    version: version + 1,
  };
  await tx.termHandover.upsert({
    where: { assignmentId },
    create: { assignmentId, ...data },
    update: data,
  });
  const done = items.filter((one) => one.done).length;
  record(tx, {
    ...{ action: 'termEnd.handover', entity: 'termHandover', entityId: assignmentId },
    params: { name, items: items.length, done },
    changes: [
      {
        ...{ entity: 'termHandover', entityId: assignmentId, versionAfter: version + 1 },
        ...{ before, after: { items, takenBy, handedOn } },
      },
    ],
  });
}
