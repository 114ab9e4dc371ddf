import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { checkGrades, recordSteps, returnGrade } from '@xuanpai/contracts/evaluation-steps';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import type { StepRow } from '../../lib/evaluation/step-rows.ts';
import { writeAs } from '../../lib/write.ts';
import { holdPeople, namesOf, refuseAhead } from './hold.ts';

/** The same on record of several: a meeting, an opinion, a form. A form and a file are of the grade in force. */
export function recordOf(
  deps: Deps,
  actor: Actor,
  roundId: string,
  input: BodyOf<typeof recordSteps>,
): Promise<{ done: number }> {
  const { kind, personIds: ids, heldOn, by, document = null, text = null } = input;
  const today = deps.today();
  refuseAhead('heldOn', heldOn, today);
  return writeAs(deps, actor, async (tx) => {
    const held = await holdPeople(tx, actor, { act: kind, on: heldOn, roundId, ids, today });
    const ofGrade = kind === 'form' || kind === 'file';
    await tx.evaluationRecord.createMany({
      data: held.map(({ id, edition }) => ({
        ...{ personId: id, kind, heldOn: toDate(heldOn), by, document, text },
        ...{ edition: ofGrade ? edition : null, ...enteredBy(actor) },
      })),
    });
    record(tx, {
      ...{ action: 'grade.record', entity: 'evaluationRound', entityId: roundId },
      params: { kind, people: held.length, names: namesOf(held), on: heldOn },
      changes: held.map(({ id }) => ({
        ...{ entity: 'evaluationPerson', entityId: id },
        ...{ before: null, after: { record: kind, on: heldOn, document } },
      })),
    });
    return { done: held.length };
  });
}

/** Checks what others proposed, all or none. */
export function checkProposals(
  deps: Deps,
  actor: Actor,
  roundId: string,
  { items }: BodyOf<typeof checkGrades>,
): Promise<{ done: number }> {
  const today = deps.today();
  return writeAs(deps, actor, async (tx) => {
    const seen = new Map(items.map(({ id, version }) => [id, version]));
    const held = await holdPeople(tx, actor, {
      ...{ act: 'check', roundId, ids: [...seen.keys()], seen, today },
    });
    const ids = held.map(({ id }) => id);
    await tx.evaluationPerson.updateMany({
      where: { id: { in: ids } },
      data: {
        ...{ state: 'checked', checkedById: actor.userId, checkedByName: actor.name },
        ...{ checkedAt: new Date(), version: { increment: 1 } },
      },
    });
    await tx.evaluationRecord.createMany({
      data: ids.map((personId) => ({
        ...{ personId, kind: 'check' as const, heldOn: toDate(today), by: actor.name },
        ...enteredBy(actor),
      })),
    });
    record(tx, {
      ...{ action: 'grade.check', entity: 'evaluationRound', entityId: roundId },
      params: { people: held.length, names: namesOf(held) },
      changes: held.map((row) => stateChange(row, 'checked')),
    });
    return { done: held.length };
  });
}

/** Back to the entry; what was put up of it is taken down. */
export function giveBack(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, reason }: BodyOf<typeof returnGrade>,
): Promise<void> {
  const today = deps.today();
  return writeAs(deps, actor, async (tx) => {
    const seen = new Map([[id, version]]);
    const [row] = await holdPeople(tx, actor, { act: 'return', ids: [id], seen, today });
    if (!row) return;
    await tx.evaluationPerson.update({
      where: { id },
      data: {
        ...{ state: 'entering', checkedById: null, checkedByName: null, checkedAt: null },
        ...{ proposedById: null, proposedByName: null, proposedAt: null },
        version: { increment: 1 },
      },
    });
    await takeDown(tx, id);
    await tx.evaluationRecord.create({
      data: {
        ...{ personId: id, kind: 'return', heldOn: toDate(today), by: actor.name, text: reason },
        ...enteredBy(actor),
      },
    });
    record(tx, {
      ...{ action: 'grade.return', entity: 'evaluationPerson', entityId: id },
      params: { name: row.name, reason },
      changes: [stateChange(row, 'entering')],
    });
  });
}

async function takeDown(tx: Tx, personId: string): Promise<void> {
  await tx.gradeNoticePerson.updateMany({
    where: { personId, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
}

export function enteredBy({ userId, name }: Actor) {
  return { enteredById: userId, enteredByName: name };
}

export function stateChange({ id, state, version }: StepRow, to: StepRow['state']) {
  return {
    ...{ entity: 'evaluationPerson', entityId: id, versionAfter: version + 1 },
    ...{ before: { state }, after: { state: to } },
  };
}
