import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createTraining, updateTraining } from '@xuanpai/contracts/trainings';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Training as Stored } from '@xuanpai/database/generated/client';
import { searchKey } from '@xuanpai/domain/office/text';
import { type EnteredSession, sessionFaults } from '@xuanpai/domain/training/sessions';
import type { Actor } from '../../lib/actor.ts';
import { invalid, notFound } from '../../lib/api-error.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { mayWriteTraining } from '../../lib/records/training-reach.ts';
import { holdTraining, thoseWhoCame } from '../../lib/trainings/hold.ts';
import { settleOnSheets } from '../../lib/trainings/on-sheets.ts';
import { inviteByTier } from '../../lib/trainings/people.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

/** Enters a session, and invites who is to come; gives its id. */
export function enterTraining(
  deps: Deps,
  actor: Actor,
  { invite, batchId, townshipId, ...fields }: BodyOf<typeof createTraining>,
): Promise<string> {
  refuseFaults(fields);
  return writeAs(deps, actor, async (tx) => {
    if (!mayWriteTraining(actor, townshipId)) throw notFound();
    const batch = await tx.batch.findUnique({ where: { id: batchId }, select: { id: true } });
    const township = townshipId
      ? await tx.region.findFirst({ where: { id: townshipId, level: 'township' } })
      : null;
    if (!batch || (townshipId && !township)) throw notFound();
    const { id } = await tx.training.create({
      data: {
        ...stored(fields),
        ...{ batchId, townshipId, level: townshipId ? 'township' : 'district' },
        ...{ enteredById: actor.userId, enteredByName: actor.name },
      },
    });
    const invited = invite ? await inviteByTier(tx, id, invite) : 0;
    record(tx, {
      ...{ action: 'training.create', entity: 'training', entityId: id },
      params: { topic: fields.topic, from: fields.startsOn, to: fields.endsOn, invited },
      changes: [
        { entity: 'training', entityId: id, versionAfter: 1, before: null, after: { ...fields } },
      ],
    });
    return id;
  });
}

/** Changes a session. Moved to other days, it moves on the sheets of those who came. */
export function changeTraining(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, ...changes }: BodyOf<typeof updateTraining>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const session = await holdTraining(tx, actor, id);
    const before = factsOf(session);
    const { version } = session;
    const current = { id, version, ...before };
    await checkVersion(tx, { entity: 'training', id, version, current }, seen);
    const after = { ...before, ...given(changes) };
    refuseFaults(after);
    const { topic } = before;
    const moves = timesOf(before) !== timesOf(after);
    const came = moves ? await thoseWhoCame(tx, id) : [];
    const reopened = await settleOnSheets(tx, actor, { id, topic }, came);
    await tx.training.update({
      where: { id },
      data: { ...stored(after), version: { increment: 1 } },
    });
    if (moves) {
      // Said anew: a month that is confirmed by now isn't changed by it.
      const where = { trainingId: id, presence: 'came' as const };
      await tx.trainingPerson.updateMany({ where, data: { saidAt: new Date() } });
      reopened.push(...(await settleOnSheets(tx, actor, { id, topic }, came)));
    }
    record(tx, {
      ...{ action: 'training.update', entity: 'training', entityId: id },
      params: { topic, reopened: [...new Set(reopened)] },
      changes: [
        {
          ...{ entity: 'training', entityId: id, versionAfter: version + 1 },
          ...difference(before, after),
        },
      ],
    });
  });
}

/** Removes a session with its list and its files. */
export function removeTraining(deps: Deps, actor: Actor, id: string, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const session = await holdTraining(tx, actor, id);
    const before = factsOf(session);
    const { version } = session;
    await checkVersion(
      tx,
      { entity: 'training', id, version, current: { id, version, ...before } },
      seen,
    );
    const came = await thoseWhoCame(tx, id);
    const reopened = await settleOnSheets(tx, actor, { id, topic: before.topic }, came);
    await tx.training.delete({ where: { id } });
    record(tx, {
      ...{ action: 'training.delete', entity: 'training', entityId: id },
      params: { topic: before.topic, from: before.startsOn, came: came.length, reopened },
      changes: [{ entity: 'training', entityId: id, before, after: null }],
    });
  });
}

type Facts = Omit<BodyOf<typeof createTraining>, 'batchId' | 'townshipId' | 'invite'>;

function factsOf(session: Stored): Facts {
  const { topic, place, startsAtNoon, endsAtNoon, teachers, note } = session;
  return {
    ...{ topic, place, startsAtNoon, endsAtNoon, teachers, note },
    startsOn: toPlainDate(session.startsOn),
    endsOn: toPlainDate(session.endsOn),
    hours: Number(session.hours),
  };
}

function stored({ startsOn, endsOn, ...facts }: Facts) {
  const { topic, place, teachers } = facts;
  return {
    ...facts,
    ...{ startsOn: toDate(startsOn), endsOn: toDate(endsOn) },
    searchKey: searchKey([topic, place, teachers].join(' ')),
  };
}

const timesOf = ({ startsOn, endsOn, startsAtNoon, endsAtNoon }: EnteredSession) =>
  `${startsOn} ${endsOn} ${startsAtNoon} ${endsAtNoon}`;

function given<Fields extends object>(fields: Fields): Partial<Facts> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function refuseFaults(session: EnteredSession): void {
  const faults = sessionFaults(session);
  if (faults.length > 0) throw invalid(faults);
}
