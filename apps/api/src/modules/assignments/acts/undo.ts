import { may } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { AssignmentEvent } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { fault } from '@xuanpai/domain/post-life/dates';
import { builtUpon, isFact } from '@xuanpai/domain/post-life/events';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, notFound, ruleViolated } from '../../../lib/api-error.ts';
import { type AuditChange, record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { countWrites } from '../../../lib/records/counters.ts';
import { writeAs } from '../../../lib/write.ts';
import { eventName, pastEvent, replanStands } from '../history/event-names.ts';
import { clashFaults } from './clashes.ts';
import { confirmedMonthFaults } from './confirmed-months.ts';
import { type HeldPost, holdPosts, readHeld } from './hold-posts.ts';

/**
 * Takes an act back, as a whole: the posts are as before, and what it made never took effect. Throws
 * `notFound`, `staleVersion`, `forbidden` for what the role couldn't do, `alreadyDone`, `ruleViolated`
 * where another event builds on it.
 */
export function undo(
  deps: Deps,
  actor: Actor,
  { id, eventId }: { id: string; eventId: string },
  version: number,
): Promise<unknown> {
  return writeAs(deps, actor, async (tx) => {
    await holdPosts(tx, actor, 'assignments.record', [{ id, version }]);
    const event = await tx.assignmentEvent.findFirst({
      where: { id: eventId, OR: [{ assignmentId: id }, { madeId: id }] },
    });
    if (!event) throw notFound();
    if (!isFact(event.kind) && !may(actor.roles, 'assignments.change')) {
      throw new ApiError('forbidden');
    }
    const act = await tx.assignmentEvent.findMany({ where: { actId: event.actId } });
    const ids = act.flatMap(({ assignmentId, madeId }) => [assignmentId, madeId ?? assignmentId]);
    const posts = new Map(
      (await readHeld(tx, { id: { in: ids } })).map((post) => [post.row.id, post]),
    );
    if (act.some(({ undoneAt }) => undoneAt !== null)) throw new ApiError('alreadyDone');
    if (act.some(({ planId }) => planId !== null)) throw ruleViolated([ofReplan]);
    checkNothingBuildsOn(act, [...posts.values()]);
    await checkNoneConfirmed(tx, act, [...posts.values()]);
    const changes = [];
    for (const one of act) changes.push(...(await takeBack(tx, actor, one, posts)));
    await checkNoClash(tx, act, posts);
    const [first] = act;
    const post = posts.get(first?.assignmentId ?? '');
    record(tx, {
      action: 'assignment.undone',
      entity: 'assignment',
      entityId: event.assignmentId,
      params: {
        kind: event.kind,
        name: post?.facts.cadreName ?? null,
        village: post?.row.village.name ?? null,
        date: toPlainDate(event.date),
      },
      changes,
    });
  });
}

const ofReplan = fault('', 'ofReplan', replanStands);

function checkNothingBuildsOn(act: readonly AssignmentEvent[], posts: readonly HeldPost[]) {
  const all = posts.flatMap(({ row }) => row.events).map(pastEvent);
  for (const event of act) {
    const later = builtUpon(pastEvent(event), all);
    const row = posts.flatMap((post) => post.row.events).find(({ id }) => id === later?.id);
    if (!row) continue;
    const name = eventName(row);
    const message = {
      zh: `其后还有${name.zh}，请先撤销它。`,
      en: `${name.en} builds on it; undo that first.`,
    };
    throw ruleViolated([fault('', 'builtUpon', message)]);
  }
}

/** One event of the act: it is marked, its post as before, what it made revoked. */
async function takeBack(
  tx: Tx,
  actor: Actor,
  event: AssignmentEvent,
  posts: ReadonlyMap<string, HeldPost>,
): Promise<AuditChange[]> {
  const { assignmentId, madeId, nominationId, endsBefore, endsAfter, voids } = event;
  await tx.assignmentEvent.update({
    where: { id: event.id },
    data: { undoneAt: new Date(), undoneById: actor.userId, undoneByName: actor.name },
  });
  const changes: AuditChange[] = [];
  const set = async (id: string, data: { endsOn?: Date | null; state?: 'inForce' | 'revoked' }) => {
    const before = posts.get(id);
    if (!before) return;
    const after = await tx.assignment.update({
      where: { id },
      data: { ...data, version: { increment: 1 } },
    });
    changes.push({
      entity: 'assignment',
      entityId: id,
      versionAfter: after.version,
      before: {
        [event.kind]: toPlainDate(event.date),
        endsOn: before.facts.endsOn,
        state: before.facts.state,
      },
      after: { [event.kind]: null, endsOn: toPlainDate(after.endsOn), state: after.state },
    });
  };
  if (madeId !== null) await set(madeId, { state: 'revoked' });
  if (assignmentId !== madeId) {
    await set(assignmentId, {
      ...(endsAfter !== null ? { endsOn: endsBefore } : {}),
      ...(voids ? { state: 'inForce' } : {}),
    });
  }
  if (nominationId !== null) changes.push(...(await withdrawNomination(tx, actor, nominationId)));
  return changes;
}

/** Whoever was named by the act isn't any more, unless another post rests on it. */
async function withdrawNomination(tx: Tx, actor: Actor, id: string): Promise<AuditChange[]> {
  const { batchId, cadreId } = await tx.nomination.findUniqueOrThrow({ where: { id } });
  const posts = await tx.assignment.count({ where: { batchId, cadreId, state: 'inForce' } });
  if (posts > 0) return [];
  const { version } = await tx.nomination.update({
    where: { id },
    data: {
      state: 'withdrawn',
      // As the file says it: the office reads this, whatever the language of whoever undid it.
      withdrawnReason: '撤销任职变动',
      withdrawnBy: actor.name,
      withdrawnAt: new Date(),
      version: { increment: 1 },
    },
  });
  await countWrites(tx, 'nominations');
  const change = { before: { state: 'active' }, after: { state: 'withdrawn' } };
  return [{ entity: 'nomination', entityId: id, versionAfter: version, ...change }];
}

/** M7: the days that it was about are not in a month that is confirmed by now. */
async function checkNoneConfirmed(
  tx: Tx,
  act: readonly AssignmentEvent[],
  posts: readonly HeldPost[],
) {
  const first = act.find(({ voids, madeId, endsAfter }) => voids || (madeId ?? endsAfter) !== null);
  if (!first) return;
  const { kind, date, endsBefore, endsAfter } = first;
  const from =
    kind === 'extended' && endsBefore ? addDays(toPlainDate(endsBefore), 1) : toPlainDate(date);
  const to = kind === 'extended' ? toPlainDate(endsAfter) : null;
  const townshipIds = posts.map(({ row }) => row.village.townshipId);
  const faults = await confirmedMonthFaults(tx, { townshipIds, from, to }, '');
  if (faults.length > 0) throw ruleViolated(faults);
}

/** The days that a post gets back may be taken meanwhile, there or by the same person elsewhere. */
async function checkNoClash(
  tx: Tx,
  act: readonly AssignmentEvent[],
  posts: ReadonlyMap<string, HeldPost>,
) {
  const faults = [];
  for (const event of act) {
    const post = posts.get(event.assignmentId);
    const days = post && daysBack(event, post);
    if (!days) continue;
    const { cadreId, villageId, id } = post.row;
    const lead = post.row.post !== 'deputySecretary';
    faults.push(...(await clashFaults(tx, { cadreId, villageId, lead, ...days, but: [id] }, '')));
  }
  if (faults.length > 0) throw ruleViolated(faults);
}

function daysBack(
  { voids, endsAfter, endsBefore, madeId, assignmentId }: AssignmentEvent,
  { facts }: HeldPost,
): { from: PlainDate; to: PlainDate | null } | null {
  if (madeId === assignmentId) return null;
  if (voids) return { from: facts.startsOn, to: facts.endsOn };
  if (endsAfter === null) return null;
  const [after, before] = [toPlainDate(endsAfter), toPlainDate(endsBefore)];
  if (before !== null && before < after) return null;
  return { from: addDays(after, 1), to: before };
}
