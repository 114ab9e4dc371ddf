import type { exchangeAssignments } from '@xuanpai/contracts/assignment-acts';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { addDays } from '@xuanpai/domain/office/plain-date';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { leaveFaults } from '@xuanpai/domain/post-life/acts';
import { fault } from '@xuanpai/domain/post-life/dates';
import { seatFaults } from '@xuanpai/domain/post-life/successor';
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
import { categoryOf } from './replace.ts';
import { readSeat, type VillageSeat } from './seat.ts';
import { type NewEvent, writeEvents } from './write-events.ts';

type Body = BodyOf<typeof exchangeAssignments>;

/**
 * 互换任职村: from a day on each of two people has the other's post, to the end of the own term. One
 * act with an event on each post. Throws `notFound`, `staleVersion`, `ruleViolated`.
 */
export function exchange(deps: Deps, actor: Actor, id: string, body: Body): Promise<unknown> {
  return writeAs(deps, actor, async (tx) => {
    const { from, documentNumber, reason, lateReason } = body;
    const asked = [
      { id, version: body.version },
      { id: body.withId, version: body.withVersion },
    ];
    if (id === body.withId) throw ruleViolated([notWithOneself]);
    const [one, other] = await holdPosts(tx, actor, 'assignments.change', asked);
    if (!one || !other) return;
    const policy = await readPolicy(tx, one.row.batchId, from);
    const today = deps.today();
    const blocked = [
      ...blockedFaults(one, 'exchange', { today, policy }),
      ...blockedFaults(other, 'exchange', { today, policy, path: 'withId' }),
      ...pairFaults(one, other),
    ];
    if (blocked.length > 0) throw ruleViolated(blocked);
    const [seatOfOne, seatOfOther] = [
      await seatOf(tx, one, policy),
      await seatOf(tx, other, policy),
    ];
    const change = { from, lateReason: lateReason ?? null };
    const townshipIds = [seatOfOne.townshipId, seatOfOther.townshipId];
    const faults = [
      ...leaveFaults(one.facts, change, today, policy),
      ...leaveFaults(other.facts, change, today, policy),
      ...(await confirmedMonthFaults(tx, { townshipIds, from }, 'from')),
      ...(await moveFaults(tx, one, seatOfOther, { from, but: [id, body.withId], policy })),
      ...(await moveFaults(tx, other, seatOfOne, { from, but: [id, body.withId], policy })),
    ];
    if (faults.length > 0) throw ruleViolated(withoutDoubles(faults));
    const move = (post: HeldPost, seat: VillageSeat) =>
      makePost(tx, {
        ...{ seat, documentNumber, startsOn: from },
        ...{ batchId: post.row.batchId, cadreId: post.row.cadreId, endsOn: post.facts.endsOn },
      });
    const madeForOne = await move(one, seatOfOther);
    const madeForOther = await move(other, seatOfOne);
    const event = (post: HeldPost, madeId: string): NewEvent => ({
      ...{ post, documentNumber, reason, lateReason, madeId, date: from, kind: 'exchanged' },
      ...(from === post.facts.startsOn ? { voids: true } : { endsAfter: addDays(from, -1) }),
    });
    await writeEvents(tx, actor, [event(one, madeForOne.id), event(other, madeForOther.id)], {
      together: true,
      params: {
        ...{ name: one.facts.cadreName, with: other.facts.cadreName, from, documentNumber, reason },
        ...{ village: one.row.village.name, otherVillage: other.row.village.name },
      },
      changes: [madeForOne.change, madeForOther.change],
    });
  });
}

function seatOf(tx: Tx, { row, facts }: HeldPost, policy: Policy): Promise<VillageSeat> {
  const given = { villageId: row.villageId, post: row.post, tier: facts.tier };
  return readSeat(tx, row.batchId, given, policy);
}

const notWithOneself = fault('withId', 'sameVillage', {
  zh: '请选另一名干部。',
  en: 'Choose another cadre.',
});

/** Within one batch and one tier, and between two villages. */
function pairFaults(one: HeldPost, other: HeldPost): Fault[] {
  const names = `${one.facts.cadreName}、${other.facts.cadreName}`;
  const both = `${one.facts.cadreName} and ${other.facts.cadreName}`;
  if (one.row.batchId !== other.row.batchId) {
    const message = { zh: `${names}不在一个批次。`, en: `${both} are of different batches.` };
    return [fault('withId', 'otherBatch', message)];
  }
  if (one.facts.tier !== other.facts.tier) {
    const message = {
      zh: `${names}不在一个选派层级，不能互换。`,
      en: `${both} belong to different tiers and cannot exchange.`,
    };
    return [fault('withId', 'wrongTier', message, null, { kind: 'notice', source: '二（二）' })];
  }
  if (one.row.villageId !== other.row.villageId) return [];
  const message = { zh: `${names}在同一个村。`, en: `${both} are in the same village.` };
  return [fault('withId', 'sameVillage', message)];
}

interface Move {
  from: PlainDate;
  but: string[];
  policy: Policy;
}

/** D4, D7: why somebody can't have the other's post; whoever else is there in the own term. */
async function moveFaults(
  tx: Tx,
  { row, facts }: HeldPost,
  seat: VillageSeat,
  { from, but, policy }: Move,
): Promise<Fault[]> {
  const { cadreId, batchId } = row;
  const category = await categoryOf(tx, batchId, cadreId);
  const comer = {
    cadreId,
    name: facts.cadreName,
    unitName: row.cadre.unit.name,
    townshipId: row.cadre.unit.townshipId,
    category: category ?? 'officeCadre',
  };
  const stay = { cadreId, villageId: seat.villageId, lead: seat.lead, from, to: facts.endsOn, but };
  const who = { name: facts.cadreName, villageName: seat.villageName };
  const outside = facts.endsOn !== null && from > facts.endsOn;
  return [
    ...seatFaults(seat, comer, policy, 'withId'),
    ...(outside ? [] : await clashFaults(tx, stay, 'withId')),
    ...(outside ? [] : await kinThere(tx, who, stay, 'withId')),
  ];
}

function withoutDoubles(faults: Fault[]): Fault[] {
  return [...new Map(faults.map((one) => [one.message.zh, one])).values()];
}
