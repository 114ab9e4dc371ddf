import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../lib/actor.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { readDepartures } from './departures.ts';
import type { PostInForce } from './posts-in-force.ts';

/** What a re-plan did to a post: who held it leaves, or somebody takes what nobody held. */
interface PostEvent {
  before: PostInForce | null;
  madeId: string | null;
}

/**
 * Writes into the life of each post what a re-plan did to it: 调整人选 where somebody else takes it,
 * 调回 where nobody does, 补派 where nobody held it. One act, with the plan's document.
 */
export async function writeReplanEvents(
  tx: Tx,
  actor: Actor,
  { plan, replan }: OpenPlan,
  events: readonly PostEvent[],
): Promise<void> {
  const on = replan?.on ?? toPlainDate(plan.replansOn);
  if (!on) return;
  const held = events.flatMap(({ before }) => before ?? []);
  const left = held.map(({ cadreId }) => cadreId);
  const departures = await readDepartures(tx, plan.batchId, left);
  const last = await lastSeqs(tx, held);
  const act = uuid();
  const rows = events.map(({ before, madeId }): Prisma.AssignmentEventCreateManyInput => {
    const assignmentId = before?.assignmentId ?? madeId ?? '';
    return {
      id: uuid(),
      actId: act,
      planId: plan.id,
      assignmentId,
      madeId,
      seq: (last.get(assignmentId) ?? 0) + 1,
      kind: before === null ? 'filled' : madeId === null ? 'withdrawn' : 'replaced',
      date: toDate(on),
      documentNumber: plan.documentNumber,
      reason: departures.get(before?.cadreId ?? '')?.reason ?? `按${plan.name}重排`,
      ...(before ? endOf(before, on) : {}),
      recordedById: actor.userId,
      recordedByName: actor.name,
    };
  });
  await tx.assignmentEvent.createMany({ data: rows });
}

/** A post that would begin on the very day never takes effect; the others end on the day before. */
function endOf({ startsOn, endsOn }: PostInForce, on: PlainDate) {
  if (startsOn >= on) return { voids: true };
  return {
    endsBefore: endsOn === null ? null : toDate(endsOn),
    endsAfter: toDate(addDays(on, -1)),
  };
}

async function lastSeqs(tx: Tx, posts: readonly PostInForce[]): Promise<Map<string, number>> {
  const found = await tx.assignmentEvent.groupBy({
    by: ['assignmentId'],
    where: { assignmentId: { in: posts.map(({ assignmentId }) => assignmentId) } },
    _max: { seq: true },
  });
  return new Map(found.map(({ assignmentId, _max }) => [assignmentId, _max.seq ?? 0]));
}
