import type {
  correctAppraisal,
  returnAppraisal,
  signAppraisals,
  submitAppraisals,
} from '@xuanpai/contracts/appraisals';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import { toDate } from '@xuanpai/database/dates';
import { signableFrom } from '@xuanpai/domain/targets/appraisals';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, invalid, ruleViolated } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { byReading, type HeldAppraisal, holdAppraisal, noteAppraisal } from './hold.ts';
import { isOwn } from './present.ts';
import type { OpinionOf } from './read.ts';

/** Sends drafts to the head; gives how many. */
export function submitDrafts(
  deps: Deps,
  actor: Actor,
  { items }: BodyOf<typeof submitAppraisals>,
): Promise<{ done: number }> {
  return writeAs(deps, actor, async (tx) => {
    for (const { id, version } of inOrder(items)) {
      const held = await holdAppraisal(tx, actor, 'submit', id, version);
      await tx.appraisal.update({
        where: { id },
        data: {
          ...{ state: 'submitted', submittedAt: new Date(), version: { increment: 1 } },
          ...{ returnReason: null, returnedByName: null },
        },
      });
      noteAppraisal(tx, 'appraisal.submit', held, stateChange(held, 'submitted'));
    }
    return { done: items.length };
  });
}

/** Signs what was sent, all or none: everything that stands in the way is said at once. */
export function signOpinions(
  deps: Deps,
  actor: Actor,
  { items, signedOn }: BodyOf<typeof signAppraisals>,
): Promise<{ done: number }> {
  const today = deps.today();
  if (signedOn > today) {
    const message = { zh: '签署日期晚于今天。', en: 'The day lies ahead.' };
    throw invalid([{ path: 'signedOn', code: 'ahead', message }]);
  }
  return writeAs(deps, actor, async (tx) => {
    const held: HeldAppraisal[] = [];
    for (const { id, version } of inOrder(items)) {
      held.push(await holdAppraisal(tx, actor, 'sign', id, version));
    }
    const faults = held.flatMap((one) => signFaults(actor, one, signedOn));
    if (faults.length > 0) throw ruleViolated(faults);
    for (const one of held) {
      await tx.appraisal.update({
        where: { id: one.id },
        data: {
          ...{ state: 'signed', signedById: actor.userId, signedByName: actor.name },
          ...{ signedOn: toDate(signedOn), signedAt: new Date(), version: { increment: 1 } },
        },
      });
      const change = stateChange(one, 'signed');
      noteAppraisal(tx, 'appraisal.sign', one, change, { on: signedOn, edition: one.edition });
    }
    return { done: items.length };
  });
}

function signFaults(actor: Actor, held: HeldAppraisal, signedOn: string): Fault[] {
  const { cadreName: name, period: key, startsOn, endsOn, postEndsOn } = held;
  const period = { key, startsOn, endsOn };
  const from = signableFrom(period, postEndsOn ?? endsOn);
  const faults: Fault[] = [];
  if (isOwn(actor, held)) {
    faults.push({
      ...{ path: 'items', code: 'ownWriting', basis: byReading },
      message: {
        zh: `${name}的意见由您填写，须由他人签署。`,
        en: `You wrote the opinion on ${name}; somebody else signs it.`,
      },
    });
  }
  if (signedOn < from) {
    faults.push({
      ...{ path: 'signedOn', code: 'periodNotOver', basis: byReading },
      message: {
        zh: `${name}的这一期到${from}止，签署日期不早于这一天。`,
        en: `The period of ${name} ends on ${from}; it isn’t signed before.`,
      },
    });
  }
  return faults;
}

/** Takes back what the head hasn't signed. */
export function withdrawSent(
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
): Promise<OpinionOf> {
  return backToDraft(deps, actor, 'withdraw', id, seen);
}

export function returnSent(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, reason }: BodyOf<typeof returnAppraisal>,
): Promise<OpinionOf> {
  return backToDraft(deps, actor, 'return', id, version, reason);
}

function backToDraft(
  deps: Deps,
  actor: Actor,
  act: 'withdraw' | 'return',
  id: string,
  seen: number,
  reason: string | null = null,
): Promise<OpinionOf> {
  return writeAs(deps, actor, async (tx) => {
    const held = await holdAppraisal(tx, actor, act, id, seen);
    await tx.appraisal.update({
      where: { id },
      data: {
        ...{ state: 'draft', submittedAt: null, version: { increment: 1 } },
        ...(reason === null ? {} : { returnReason: reason, returnedByName: actor.name }),
      },
    });
    const facts = reason === null ? {} : { reason };
    noteAppraisal(tx, `appraisal.${act}`, held, stateChange(held, 'draft'), facts);
    return opinionOf(held);
  });
}

/** Begins the next edition of a signed one with its words; that one stays as it is. */
export function correctSigned(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, reason }: BodyOf<typeof correctAppraisal>,
): Promise<OpinionOf> {
  return writeAs(deps, actor, async (tx) => {
    const held = await holdAppraisal(tx, actor, 'correct', id, version);
    const of = opinionOf(held);
    const edition = held.edition + 1;
    const next = await tx.appraisal.create({
      data: {
        ...{ ...of, assignmentId: held.assignmentId, edition, opinion: held.opinion, reason },
        ...{ startsOn: toDate(held.startsOn), endsOn: toDate(held.endsOn) },
        ...{ draftedById: actor.userId, draftedByName: actor.name },
      },
    });
    const change = { before: null, after: { edition, reason }, versionAfter: 1 };
    noteAppraisal(tx, 'appraisal.correct', { ...held, id: next.id }, change, { edition, reason });
    return of;
  });
}

/** Gives a draft up; of a correction the signed edition goes on holding. */
export function discardDraft(
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
): Promise<OpinionOf> {
  return writeAs(deps, actor, async (tx) => {
    const held = await holdAppraisal(tx, actor, 'discard', id, seen);
    await tx.appraisal.delete({ where: { id } });
    const { edition } = held;
    const change = { before: { edition, characters: held.opinion.length }, after: null };
    noteAppraisal(tx, 'appraisal.discard', held, change, { edition });
    return opinionOf(held);
  });
}

function opinionOf({ batchId, cadreId, townshipId, period }: HeldAppraisal): OpinionOf {
  return { batchId, cadreId, townshipId, period };
}

function stateChange({ state, version }: HeldAppraisal, to: HeldAppraisal['state']) {
  return { before: { state }, after: { state: to }, versionAfter: version + 1 };
}

/** In one order, so that two at once don't wait for each other; nobody twice. */
function inOrder(items: readonly { id: string; version: number }[]) {
  if (new Set(items.map(({ id }) => id)).size < items.length) throw new ApiError('badRequest');
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
