import type { replaceAssignment } from '@xuanpai/contracts/assignment-acts';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { addDays } from '@xuanpai/domain/office/plain-date';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { leaveFaults } from '@xuanpai/domain/post-life/acts';
import { fault, pastMonthFaults } from '@xuanpai/domain/post-life/dates';
import type { Actor } from '../../../lib/actor.ts';
import { type Fault, ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { readPolicy } from '../../../lib/policy.ts';
import { writeAs } from '../../../lib/write.ts';
import { clashFaults } from './clashes.ts';
import { confirmedMonthFaults } from './confirmed-months.ts';
import { type HeldPost, holdPosts } from './hold-posts.ts';
import { kinThere } from './kin.ts';
import { makePost } from './make-post.ts';
import { blockedFaults } from './refuse-act.ts';
import { readSeat } from './seat.ts';
import { takeSuccessor } from './take-successor.ts';
import { writeEvents } from './write-events.ts';

type Body = BodyOf<typeof replaceAssignment>;

/**
 * 调整人选: another person takes a post, from the day on which its holder leaves it or after it was
 * vacant, until the holder's term would have ended. Throws `notFound`, `staleVersion`, and
 * `ruleViolated` with everything that stands against it (D1, D4, D5, D7, days, other posts).
 */
export function replace(deps: Deps, actor: Actor, id: string, body: Body): Promise<unknown> {
  return writeAs(deps, actor, async (tx) => {
    const { from, version, documentNumber, reason, lateReason } = body;
    const [post] = await holdPosts(tx, actor, 'assignments.change', [{ id, version }]);
    if (!post) return;
    const { batchId, villageId, post: name, cadreId } = post.row;
    const policy = await readPolicy(tx, batchId, from);
    const today = deps.today();
    const blocked = blockedFaults(post, 'replace', { today, policy });
    if (blocked.length > 0) throw ruleViolated(blocked);
    const seat = await readSeat(
      tx,
      batchId,
      { villageId, post: name, tier: post.facts.tier },
      policy,
    );
    const category = await categoryOf(tx, batchId, cadreId);
    const successor = await takeSuccessor(tx, actor, body, { batchId, seat, category, policy });
    const endsOn = termEndOf(post);
    const stay = { cadreId: body.cadreId, villageId, lead: seat.lead, from, to: endsOn, but: [id] };
    const faults = [
      ...(body.cadreId === cadreId ? [samePerson(post)] : successor.faults),
      ...dayFaults(post, body, today, policy),
      ...(await confirmedMonthFaults(tx, { townshipIds: [seat.townshipId], from }, 'from')),
      ...(endsOn !== null && from > endsOn ? [] : await clashFaults(tx, stay, 'cadreId')),
    ];
    const who = { name: successor.cadre.name, villageName: seat.villageName };
    faults.push(...(await kinThere(tx, who, stay, 'cadreId')));
    if (faults.length > 0) throw ruleViolated(faults);
    const named = await successor.nominate?.();
    const made = await makePost(tx, {
      ...{ batchId, seat, documentNumber, endsOn },
      cadreId: body.cadreId,
      startsOn: from,
    });
    const held = post.facts.state === 'inForce' && !isVacant(post);
    const voids = held && from === post.facts.startsOn;
    await writeEvents(
      tx,
      actor,
      [
        {
          ...{ post, documentNumber, reason, lateReason, voids, date: from },
          kind: 'replaced',
          madeId: made.id,
          nominationId: named?.nominationId,
          ...(held && !voids ? { endsAfter: addDays(from, -1) } : {}),
        },
      ],
      {
        params: {
          ...{ name: post.facts.cadreName, by: successor.cadre.name, village: seat.villageName },
          ...{ from, documentNumber, reason },
        },
        changes: [made.change, ...(named ? [named.change] : [])],
      },
    );
  });
}

/** As what somebody was named to the batch last. */
export async function categoryOf(client: Pick<Tx, 'nomination'>, batchId: string, cadreId: string) {
  const nomination = await client.nomination.findFirst({
    where: { batchId, cadreId },
    orderBy: { createdAt: 'desc' },
    select: { category: true },
  });
  return nomination?.category ?? null;
}

function lastWithdrawal({ row }: HeldPost) {
  return row.events.find(({ kind, undoneAt }) => kind === 'withdrawn' && undoneAt === null);
}

function isVacant(post: HeldPost): boolean {
  return lastWithdrawal(post) !== undefined;
}

/** D7: the last day of the term, also of somebody who was called back before it. */
export function termEndOf(post: HeldPost): PlainDate | null {
  const withdrawal = lastWithdrawal(post);
  return withdrawal?.endsBefore ? toPlainDate(withdrawal.endsBefore) : post.facts.endsOn;
}

function dayFaults(post: HeldPost, body: Body, today: PlainDate, policy: Policy): Fault[] {
  const change = { from: body.from, lateReason: body.lateReason ?? null };
  if (!isVacant(post)) return leaveFaults(post.facts, change, today, policy);
  const { state, startsOn, endsOn, cadreName } = post.facts;
  const free = state === 'revoked' || endsOn === null ? startsOn : addDays(endsOn, 1);
  const last = termEndOf(post);
  const faults: Fault[] = [];
  if (body.from < free || (last !== null && body.from > last)) {
    const message = {
      zh: `${cadreName}离任后，这个岗位自${free}起空缺，任期至${last ?? '今'}；${body.from}不在其中。`,
      en: `The post is vacant from ${free}, its term lasts until ${last ?? 'now'}; ${body.from} lies outside.`,
    };
    const basis = policy.basis('dispatch.termYears');
    faults.push(fault('from', 'outsideTerm', message, null, basis));
  }
  return [...faults, ...pastMonthFaults(change, today, policy)];
}

function samePerson({ facts }: HeldPost): Fault {
  const message = {
    zh: `${facts.cadreName}就是原来的人选。`,
    en: `${facts.cadreName} holds the post already.`,
  };
  return fault('cadreId', 'samePerson', message);
}
