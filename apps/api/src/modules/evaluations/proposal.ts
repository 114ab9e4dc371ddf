import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type {
  draftProposal,
  proposeGrade,
  setEvaluationStanding,
  setUnitGrade,
} from '@xuanpai/contracts/evaluation-proposals';
import { needsGround } from '@xuanpai/domain/evaluation/grades';
import { asksForReason } from '@xuanpai/domain/evaluation/suggestion';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, ruleViolated } from '../../lib/api-error.ts';
import { difference } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { requirePerson } from '../../lib/evaluation/reach.ts';
import { writeAs } from '../../lib/write.ts';
import { holdForAct, notePerson, refuseOtherSet } from './person-acts.ts';
import { readKnown } from './person-read.ts';

/**
 * Keeps what is being typed; nothing counts before it is proposed. The log says when it becomes somebody
 * else's draft, and what came of it at the proposal, not each pause in typing.
 */
export function keepDraft(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, ...input }: BodyOf<typeof draftProposal>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const held = await holdForAct(tx, actor, 'grades.propose', id, version);
    if (held.state !== 'entering') throw new ApiError('alreadyDone');
    refuseOtherSet(held.gradeSet, input.grade);
    const before = {
      ...{ grade: held.proposedGrade, reason: held.proposalReason },
      visitPoints: held.visitPoints?.toNumber() ?? null,
    };
    const after = { ...before, ...input };
    await tx.evaluationPerson.update({
      where: { id },
      data: {
        ...{ proposedGrade: after.grade, proposalReason: after.reason },
        ...{ visitPoints: after.visitPoints, version: { increment: 1 } },
        ...{ draftedById: actor.userId, draftedByName: actor.name },
      },
    });
    if (held.draftedById === actor.userId) return;
    notePerson(tx, 'evaluation.draft', held, difference(before, after));
  });
}

/** Proposes a grade, with the suggestion as it stands; says why where it is another one (E9). */
export async function propose(
  deps: Deps,
  actor: Actor,
  id: string,
  { grade, reason, version }: BodyOf<typeof proposeGrade>,
): Promise<void> {
  await requirePerson(deps.db.pool, actor, 'grades.propose', id);
  const { suggestion } = await readKnown(deps, id);
  if (reason === null && asksForReason(grade, suggestion.grade)) throw invalid([unsaid(grade)]);
  await writeAs(deps, actor, async (tx) => {
    const held = await holdForAct(tx, actor, 'grades.propose', id, version);
    if (held.state !== 'entering') throw new ApiError('alreadyDone');
    refuseOtherSet(held.gradeSet, grade);
    await tx.evaluationPerson.update({
      where: { id },
      data: {
        ...{ state: 'proposed', proposedGrade: grade, proposalReason: reason, suggestion },
        ...{ proposedById: actor.userId, proposedByName: actor.name, proposedAt: new Date() },
        ...{ draftedById: null, draftedByName: null },
        version: { increment: 1 },
      },
    });
    const change = {
      before: { state: held.state },
      after: {
        ...{ state: 'proposed', grade, reason, suggested: suggestion.grade },
        visitPoints: held.visitPoints?.toNumber() ?? null,
      },
    };
    notePerson(tx, 'evaluation.propose', held, change, { grade });
  });
}

function unsaid(grade: BodyOf<typeof proposeGrade>['grade']) {
  return {
    ...{ path: 'reason', code: 'missing' },
    message: needsGround(grade)
      ? { zh: '请写明理由。', en: 'Say why.' }
      : { zh: '与事实支持的等次不同，请写明理由。', en: 'Say why it differs from the facts.' },
  };
}

/** Takes a proposal back until somebody else has checked it; what was typed stays. */
export function takeBack(deps: Deps, actor: Actor, id: string, version: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const held = await holdForAct(tx, actor, 'grades.propose', id, version);
    if (held.state !== 'proposed') throw new ApiError('alreadyDone');
    await tx.evaluationPerson.update({
      where: { id },
      data: {
        ...{ state: 'entering', proposedById: null, proposedByName: null, proposedAt: null },
        version: { increment: 1 },
      },
    });
    const change = { before: { state: held.state }, after: { state: 'entering' } };
    notePerson(tx, 'evaluation.withdraw', held, change);
  });
}

/** Puts somebody in or out by hand, with the ground, before anything is proposed. */
export function setStanding(
  deps: Deps,
  actor: Actor,
  id: string,
  { standing, ground, version }: BodyOf<typeof setEvaluationStanding>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const held = await holdForAct(tx, actor, 'evaluations.write', id, version);
    if (held.state !== 'entering') throw new ApiError('alreadyDone');
    const graded = standing === 'byUnit' ? {} : { unitGrade: null, unitGradeDocument: null };
    await tx.evaluationPerson.update({
      where: { id },
      data: { standing, standingGround: ground, ...graded, version: { increment: 1 } },
    });
    const before = { standing: held.standing, ground: held.standingGround };
    const change = difference(before, { standing, ground });
    notePerson(tx, 'evaluation.standing', held, change, { standing });
  });
}

/** E3: the sending unit’s grade is recorded with the document that reports it. */
export function recordUnitGrade(
  deps: Deps,
  actor: Actor,
  id: string,
  { grade, document, version }: BodyOf<typeof setUnitGrade>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const held = await holdForAct(tx, actor, 'evaluations.write', id, version);
    if (held.standing !== 'byUnit') throw ruleViolated([notByUnit(held.name)]);
    if (grade !== null && document === null) throw invalid([withoutDocument()]);
    refuseOtherSet(held.gradeSet, grade);
    const after = { unitGrade: grade, unitGradeDocument: grade === null ? null : document };
    await tx.evaluationPerson.update({
      where: { id },
      data: { ...after, version: { increment: 1 } },
    });
    const { unitGrade, unitGradeDocument } = held;
    const change = difference({ unitGrade, unitGradeDocument }, after);
    notePerson(tx, 'evaluation.unitGrade', held, change, { grade });
  });
}

const notByUnit = (name: string) => ({
  ...{ path: '', code: 'notByUnit' },
  message: {
    zh: `${name}由选派办考核，不登记派出单位的等次。`,
    en: `${name} is evaluated here; the unit’s grade isn’t recorded.`,
  },
});

const withoutDocument = () => ({
  ...{ path: 'document', code: 'missing' },
  message: { zh: '请填报送等次的文件。', en: 'Name the document that reports it.' },
});
