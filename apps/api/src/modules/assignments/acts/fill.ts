import type { fillPost } from '@xuanpai/contracts/assignment-acts';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { postsOf } from '@xuanpai/domain/coverage';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { fault, pastMonthFaults } from '@xuanpai/domain/post-life/dates';
import { isLead } from '@xuanpai/domain/posts';
import type { Actor } from '../../../lib/actor.ts';
import { type Fault, notFound, ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { readPolicy } from '../../../lib/policy.ts';
import { type BatchRecord, holdPlans, readBatch } from '../../../lib/records/batch.ts';
import { readBatchVillages } from '../../../lib/records/batch-villages.ts';
import { runnerOf } from '../../../lib/sql.ts';
import { writeAs } from '../../../lib/write.ts';
import { clashFaults } from './clashes.ts';
import { confirmedMonthFaults } from './confirmed-months.ts';
import { readHeld } from './hold-posts.ts';
import { kinThere } from './kin.ts';
import { makePost } from './make-post.ts';
import { readSeat, type VillageSeat } from './seat.ts';
import { takeSuccessor } from './take-successor.ts';
import { writeEvents } from './write-events.ts';

/**
 * 补派: somebody takes a post of an issued batch that nobody holds, to the end of the batch's term.
 * Gives the post's id. Throws `notFound`, and `ruleViolated` with everything that stands against it.
 */
export function fill(
  deps: Deps,
  actor: Actor,
  batchId: string,
  body: BodyOf<typeof fillPost>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    const { from, documentNumber, reason, lateReason, cadreId, villageId } = body;
    const issued = await holdPlans(tx, batchId);
    const batch = await readBatch(tx, batchId);
    const policy = await readPolicy(tx, batchId, from);
    if (issued === null) throw ruleViolated([notIssued]);
    const seat = await emptySeat(tx, batch, { villageId, deputy: body.deputy }, policy);
    const successor = await takeSuccessor(tx, actor, body, {
      ...{ batchId, seat, policy },
      category: null,
    });
    const outside = termFaults(batch, from, policy);
    const stay = { cadreId, villageId, lead: seat.lead, from, to: batch.endsOn, but: [] };
    const faults = [
      ...successor.faults,
      ...outside,
      ...pastMonthFaults({ from, lateReason: lateReason ?? null }, deps.today(), policy),
      ...(await confirmedMonthFaults(tx, { townshipIds: [seat.townshipId], from }, 'from')),
      ...(outside.length > 0 ? [] : await clashFaults(tx, stay, 'cadreId')),
    ];
    const who = { name: successor.cadre.name, villageName: seat.villageName };
    faults.push(...(await kinThere(tx, who, stay, 'cadreId')));
    if (faults.length > 0) throw ruleViolated(faults);
    const named = await successor.nominate?.();
    const dates = { startsOn: from, endsOn: batch.endsOn };
    const made = await makePost(tx, { batchId, cadreId, seat, documentNumber, ...dates });
    const [post] = await readHeld(tx, { id: made.id });
    if (!post) throw notFound();
    const ids = { madeId: made.id, nominationId: named?.nominationId };
    await writeEvents(
      tx,
      actor,
      [{ post, kind: 'filled', date: from, documentNumber, reason, lateReason, ...ids }],
      { changes: [made.change, ...(named ? [named.change] : [])] },
    );
    return made.id;
  });
}

/** The post of a village that the batch's tier asks for. Throws `notFound`, `ruleViolated`. */
export async function emptySeat(
  client: PrismaClient | Tx,
  batch: BatchRecord,
  { villageId, deputy }: { villageId: string; deputy: boolean },
  policy: Policy,
): Promise<VillageSeat> {
  const villages = await readBatchVillages(runnerOf(client), batch, policy);
  const village = villages.find((one) => one.villageId === villageId);
  if (!village) throw notFound();
  const post = postsOf(village.tier, policy).find((one) => isLead(one) !== deputy);
  const { tier } = village;
  if (!post || tier === null || tier === 'city') {
    const message = {
      zh: `${village.name}在本批次没有这个岗位。`,
      en: `${village.name} has no such post in this batch.`,
    };
    const basis = policy.basis('dispatch.posts');
    throw ruleViolated([fault('villageId', 'noSuchPost', message, null, basis)]);
  }
  return readSeat(client, batch.id, { villageId, post, tier }, policy);
}

const notIssued = fault('', 'notIssued', {
  zh: '本批次还没有印发方案。',
  en: 'No plan of this batch is issued yet.',
});

function termFaults({ startsOn, endsOn }: BatchRecord, from: PlainDate, policy: Policy): Fault[] {
  if (from >= startsOn && from <= endsOn) return [];
  const message = {
    zh: `本批次任期是${startsOn}至${endsOn}，${from}不在其中。`,
    en: `The batch's term is ${startsOn} to ${endsOn}; ${from} lies outside.`,
  };
  return [fault('from', 'outsideTerm', message, null, policy.basis('dispatch.termYears'))];
}
