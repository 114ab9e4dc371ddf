import type { extendAssignment, withdrawAssignment } from '@xuanpai/contracts/assignment-acts';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Tx } from '@xuanpai/database/transaction';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { extendFaults, leaveFaults } from '@xuanpai/domain/post-life/acts';
import type { Actor } from '../../../lib/actor.ts';
import { type Fault, ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { readPolicy } from '../../../lib/policy.ts';
import { writeAs } from '../../../lib/write.ts';
import { clashFaults } from './clashes.ts';
import { confirmedMonthFaults } from './confirmed-months.ts';
import { holdPosts } from './hold-posts.ts';
import { blockedFaults } from './refuse-act.ts';
import { writeEvents } from './write-events.ts';

/**
 * 调回: the post ends the day before `from`; from its first day it never takes effect. Throws
 * `notFound`, `staleVersion`, `ruleViolated`.
 */
export function withdraw(
  deps: Deps,
  actor: Actor,
  id: string,
  input: BodyOf<typeof withdrawAssignment>,
): Promise<unknown> {
  return writeAs(deps, actor, (tx) => withdrawPost(deps, tx, actor, id, input));
}

/** The same as a part of another act's transaction. */
export async function withdrawPost(
  deps: Pick<Deps, 'today'>,
  tx: Tx,
  actor: Actor,
  id: string,
  { version, from, documentNumber, reason, lateReason }: BodyOf<typeof withdrawAssignment>,
): Promise<void> {
  const [post] = await holdPosts(tx, actor, 'assignments.change', [{ id, version }]);
  if (!post) return;
  const policy = await readPolicy(tx, post.row.batchId, from);
  const today = deps.today();
  const change = { from, lateReason: lateReason ?? null };
  refuseAct(blockedFaults(post, 'withdraw', { today, policy }));
  const townshipIds = [post.row.village.townshipId];
  refuseAct([
    ...leaveFaults(post.facts, change, today, policy),
    ...(await confirmedMonthFaults(tx, { townshipIds, from }, 'from')),
  ]);
  const voids = from === post.facts.startsOn;
  await writeEvents(tx, actor, [
    {
      ...{ post, documentNumber, reason, lateReason, voids, date: from },
      kind: 'withdrawn',
      ...(voids ? {} : { endsAfter: addDays(from, -1) }),
    },
  ]);
}

/** 延期, S4: the term goes on until `until`. Throws `notFound`, `staleVersion`, `ruleViolated`. */
export function extend(
  deps: Deps,
  actor: Actor,
  id: string,
  input: BodyOf<typeof extendAssignment>,
): Promise<unknown> {
  return writeAs(deps, actor, (tx) => extendPost(deps, tx, actor, id, input));
}

/** The same as a part of another act's transaction. */
export async function extendPost(
  deps: Pick<Deps, 'today'>,
  tx: Tx,
  actor: Actor,
  id: string,
  { version, until, documentNumber, reason }: BodyOf<typeof extendAssignment>,
): Promise<void> {
  const [post] = await holdPosts(tx, actor, 'assignments.change', [{ id, version }]);
  if (!post) return;
  const { batchId, cadreId, villageId, post: name } = post.row;
  const today = deps.today();
  const policy = await readPolicy(tx, batchId, today);
  refuseAct(blockedFaults(post, 'extend', { today, policy }));
  refuseAct(extendFaults(post.facts, until, policy));
  const { endsOn } = post.facts;
  if (endsOn === null) return;
  const from = addDays(endsOn, 1);
  const lead = name !== 'deputySecretary';
  const stay = { cadreId, villageId, lead, from, to: until, but: [id] };
  const days = { townshipIds: [post.row.village.townshipId], from, to: until };
  refuseAct([
    ...(await clashFaults(tx, stay, 'until')),
    ...(await confirmedMonthFaults(tx, days, 'until')),
  ]);
  await writeEvents(tx, actor, [
    { post, kind: 'extended', date: from, documentNumber, reason, endsAfter: until },
  ]);
}

function refuseAct(faults: Fault[]): void {
  if (faults.length > 0) throw ruleViolated(faults);
}
