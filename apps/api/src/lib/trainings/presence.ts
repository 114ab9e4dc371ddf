import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Presence, tickTraining } from '@xuanpai/contracts/trainings';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Training } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { presenceFault } from '@xuanpai/domain/training/sessions';
import type { Actor } from '../actor.ts';
import { ApiError, type Fault, invalid } from '../api-error.ts';
import { record } from '../audit.ts';
import { settleOnSheets } from './on-sheets.ts';

export type PresenceChange = BodyOf<typeof tickTraining>['changes'][number];

/**
 * Says who came, each against what the page showed; all or none. What is as it should be already is no
 * conflict, so that a request may come twice.
 */
export async function sayPresence(
  tx: Tx,
  actor: Actor,
  session: Pick<Training, 'id' | 'topic' | 'startsOn'>,
  { changes, today }: { changes: readonly PresenceChange[]; today: PlainDate },
): Promise<void> {
  const { id, topic } = session;
  const ahead = presenceFault(toPlainDate(session.startsOn), today);
  if (ahead) throw invalid([ahead]);
  const known = await readPeople(tx, id, changes);
  const real = changes.filter(({ cadreId, is, reason }) => {
    const person = known.get(cadreId);
    return person && (person.presence !== is || person.reason !== reason);
  });
  const idsWhere = (holds: (change: PresenceChange, was: Presence | null) => boolean) =>
    real
      .filter((change) => holds(change, known.get(change.cadreId)?.presence ?? null))
      .map(({ cadreId }) => cadreId);
  const goes = idsWhere(({ is }, was) => was === 'came' && is !== 'came');
  const comes = idsWhere(({ is }, was) => was !== 'came' && is === 'came');
  const reopened = await settleOnSheets(tx, actor, { id, topic }, goes);
  await writePresence(tx, actor, id, real);
  reopened.push(...(await settleOnSheets(tx, actor, { id, topic }, comes)));
  if (real.length === 0) return;
  record(tx, {
    ...{ action: 'training.tick', entity: 'training', entityId: id },
    params: { topic, came: comes.length, people: real.length, reopened: [...new Set(reopened)] },
    changes: real.map(({ cadreId, is, reason }) => ({
      ...{ entity: 'trainingPerson', entityId: cadreId },
      before: { presence: known.get(cadreId)?.presence ?? null },
      after: { presence: is, reason },
    })),
  });
}

interface Known {
  presence: Presence | null;
  reason: string | null;
}

/** Throws `invalid` for who isn't on the list, `conflict` with everybody of whom it was said otherwise. */
async function readPeople(
  tx: Tx,
  trainingId: string,
  changes: readonly PresenceChange[],
): Promise<Map<string, Known>> {
  const found = await tx.trainingPerson.findMany({
    where: { trainingId, cadreId: { in: changes.map(({ cadreId }) => cadreId) } },
    include: { cadre: { select: { name: true } } },
  });
  const known = new Map(found.map((person) => [person.cadreId, person]));
  const strangers: Fault[] = [];
  const differing: Fault[] = [];
  for (const [at, { cadreId, was, is }] of changes.entries()) {
    const path = `changes.${at}`;
    const person = known.get(cadreId);
    if (!person) {
      const message = { zh: '这名干部不在名单上。', en: 'This cadre isn’t on the list.' };
      strangers.push({ path, code: 'notOnList', message });
    } else if (person.presence !== was && person.presence !== is) {
      const { name } = person.cadre;
      differing.push({
        ...{ path, code: 'changed' },
        message: {
          zh: `${name}刚由${person.saidByName ?? '他人'}登记过。`,
          en: `${person.saidByName ?? 'Somebody'} just said it of ${name}.`,
        },
      });
    }
  }
  if (strangers.length > 0) throw invalid(strangers);
  if (differing.length > 0) throw new ApiError('conflict', { faults: differing });
  return known;
}

/** One statement a kind of presence and reason: a tick list of 144 is mostly of one. */
async function writePresence(
  tx: Tx,
  { name }: Actor,
  trainingId: string,
  changes: readonly PresenceChange[],
): Promise<void> {
  const byContent = new Map<string, { change: PresenceChange; ids: string[] }>();
  for (const change of changes) {
    const key = `${change.is} ${change.reason}`;
    const group = byContent.get(key) ?? { change, ids: [] };
    group.ids.push(change.cadreId);
    byContent.set(key, group);
  }
  for (const { change, ids } of byContent.values()) {
    await tx.trainingPerson.updateMany({
      where: { trainingId, cadreId: { in: ids } },
      data: {
        presence: change.is,
        // A reason is somebody's who didn't come.
        reason: change.is === 'absent' ? change.reason : null,
        ...{ saidByName: name, saidAt: new Date() },
      },
    });
  }
}
