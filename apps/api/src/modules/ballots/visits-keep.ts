import { type VoterGroup, voterGroupSchema } from '@xuanpai/contracts/evaluation-words';
import { plainDateSchema } from '@xuanpai/contracts/values';
import { opinionQuestionSchema, visitFacts } from '@xuanpai/contracts/visits';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { z } from 'zod';
import type { Actor } from '../../lib/actor.ts';

/** Texts by the path of their place: a fact, `present/<group>`, `opinion/<person>/<question>`. */
export type Written = Map<string, string | null>;

/** Names by path. */
const writersSchema = z.record(z.string(), z.string());

/** Everything on record of a visit, by the path of its place, and whose each is. */
export async function readWritten(
  tx: Tx,
  visitId: string,
): Promise<{ before: Written; authors: Written }> {
  const { groups, opinions, heldOn, writers, ...row } = await tx.evaluationVisit.findUniqueOrThrow({
    where: { id: visitId },
    include: { groups: true, opinions: true },
  });
  const facts = { ...row, heldOn: toPlainDate(heldOn) };
  const at = (one: OpinionKey) => `opinion/${one.personId}/${one.question}`;
  const before = new Map<string, string | null>([
    ...visitFacts.map((fact) => [fact, facts[fact]] as const),
    ...groups.map(({ group, present }) => [`present/${group}`, String(present)] as const),
    ...opinions.map((one) => [at(one), one.text] as const),
  ]);
  const authors: Written = new Map([
    ...Object.entries(writersSchema.parse(writers)),
    ...opinions.map((one) => [at(one), one.changedByName] as const),
  ]);
  return { before, authors };
}

/** Keeps what was written with who wrote it; call while the visit is held. */
export async function keepWritten(tx: Tx, actor: Actor, id: string, after: Written): Promise<void> {
  const facts = visitFacts.filter((fact) => fact !== 'heldOn' && after.has(fact));
  const given = after.get('heldOn');
  const heldOn = given === undefined ? undefined : given === null ? null : dayOf(given);
  await tx.evaluationVisit.update({
    where: { id },
    data: {
      ...Object.fromEntries(facts.map((fact) => [fact, after.get(fact) ?? null])),
      ...(heldOn === undefined ? {} : { heldOn }),
      writers: await writersAfter(tx, actor, id, after),
      version: { increment: 1 },
    },
  });
  for (const [path, text] of after) {
    const [field, first = '', question = ''] = path.split('/');
    if (field === 'present') await keepPresent(tx, id, voterGroupSchema.parse(first), text);
    if (field === 'opinion') {
      await keepOpinion(
        tx,
        actor,
        { visitId: id, personId: first, question: opinionQuestionSchema.parse(question) },
        text,
      );
    }
  }
}

/** Whose each place is by now: of facts and numbers, and of what was taken out. */
async function writersAfter(tx: Tx, { name }: Actor, id: string, after: Written) {
  const { writers } = await tx.evaluationVisit.findUniqueOrThrow({
    where: { id },
    select: { writers: true },
  });
  const mine = [...after.keys()].map((path) => [path, name] as const);
  return { ...writersSchema.parse(writers), ...Object.fromEntries(mine) };
}

const dayOf = (text: string) => toDate(plainDateSchema.parse(text));

async function keepPresent(tx: Tx, visitId: string, group: VoterGroup, text: string | null) {
  if (text === null) {
    await tx.evaluationVisitGroup.deleteMany({ where: { visitId, group } });
    return;
  }
  const present = Number(text);
  await tx.evaluationVisitGroup.upsert({
    where: { visitId_group: { visitId, group } },
    create: { visitId, group, present },
    update: { present },
  });
}

interface OpinionKey {
  visitId: string;
  personId: string;
  question: 'results' | 'shortcomings' | 'advice';
}

async function keepOpinion(tx: Tx, actor: Actor, key: OpinionKey, text: string | null) {
  if (text === null) {
    await tx.evaluationOpinion.deleteMany({ where: key });
    return;
  }
  const by = { changedById: actor.userId, changedByName: actor.name, changedAt: new Date() };
  await tx.evaluationOpinion.upsert({
    where: { visitId_personId_question: key },
    create: { ...key, ...by, text },
    update: { ...by, text },
  });
}
