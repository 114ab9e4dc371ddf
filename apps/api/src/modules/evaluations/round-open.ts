import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { openEvaluation, previewEvaluation } from '@xuanpai/contracts/evaluations';
import type { StaffingType, Tier } from '@xuanpai/contracts/values';
import { staffingTypes } from '@xuanpai/contracts/values';
import { staffingTypeWords } from '@xuanpai/contracts/words';
import { toPlainDate } from '@xuanpai/database/dates';
import type { EvaluationRound, Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { gradeSetFor } from '@xuanpai/domain/evaluation/grades';
import { stepsOf, takesPart, weightsOf } from '@xuanpai/domain/evaluation/rounds';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, notFound, ruleViolated } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { checkUnderWay } from '../../lib/evaluation/entry-reach.ts';
import { keepFacts } from '../../lib/evaluation/gather.ts';
import { readPolicy } from '../../lib/policy.ts';
import { runnerOf } from '../../lib/sql.ts';
import { writeAs } from '../../lib/write.ts';
import { type RoundCandidate, readCandidates } from './candidates.ts';
import { readRetyped, retype } from './round-retype.ts';
import { freezeTemplates } from './round-templates.ts';
import { holdRound, noteStatus } from './round-write.ts';

/** Who would be in a round now; of an open one who would be added. Throws `notFound`. */
export async function previewRound(
  { db }: Deps,
  id: string,
): Promise<ReplyOf<typeof previewEvaluation>> {
  const round = await db.prisma.evaluationRound.findUnique({ where: { id } });
  if (!round) throw notFound();
  const policy = await policyOf(db.prisma, round);
  const found = await readCandidates(db.pool, round, policy);
  const items = found.map(
    ({ assignmentId: _, villageId: __, townshipId: ___, unitId: ____, ...one }) => one,
  );
  return { items, total: items.length };
}

function policyOf(client: Parameters<typeof readPolicy>[0], { batchId, date }: EvaluationRound) {
  return readPolicy(client, batchId, toPlainDate(date));
}

/** Opens a round: what people are evaluated by is frozen, and who is in it. */
export async function startRound(
  deps: Deps,
  actor: Actor,
  id: string,
  { version }: BodyOf<typeof openEvaluation>,
): Promise<void> {
  const round = await writeAs(deps, actor, async (tx) => {
    const held = await holdRound(tx, id, version);
    if (held.status !== 'draft') throw new ApiError('alreadyDone');
    const policy = await policyOf(tx, held);
    const candidates = await readCandidates(runnerOf(tx), held, policy);
    refuseWithoutSet(candidates);
    if (candidates.length === 0) throw nobodyThere();
    const opened = await tx.evaluationRound.update({
      where: { id },
      data: {
        ...{ status: 'open', openedAt: new Date(), openedByName: actor.name },
        ...{ steps: stepsOf(policy), version: { increment: 1 } },
        ownUnitStepsBack: policy.isOn('evaluation.ownUnitStepsBack'),
        ...frozenWeights(policy),
      },
    });
    await tx.roundGradeSet.createMany({ data: setsOf(held, policy) });
    await freezeTemplates(tx, id);
    await addPeople(tx, id, candidates);
    noteStatus(tx, held, 'evaluation.open', 'open', { people: candidates.length });
    return opened;
  });
  await keepFacts(deps, round);
}

function frozenWeights(policy: Policy): Pick<Prisma.EvaluationRoundUpdateInput, 'weights'> {
  const weights = weightsOf(policy);
  return weights ? { weights: { ...weights } } : {};
}

/** Every set that the policy has, not only of those who are in it now: somebody may be added. */
function setsOf({ id: roundId, kind }: EvaluationRound, policy: Policy) {
  const tiers: Tier[] = ['district', 'township'];
  return tiers
    .filter((tier) => takesPart(kind, tier))
    .flatMap((tier) =>
      staffingTypes.flatMap((staffingType: StaffingType) => {
        const set = gradeSetFor(policy, { kind, tier, staffingType });
        return set ? [{ roundId, tier, staffingType, set }] : [];
      }),
    );
}

/** E3: for enterprises the set must be chosen first; everybody concerned is named. */
function refuseWithoutSet(
  candidates: readonly Pick<
    RoundCandidate,
    'cadreName' | 'unitName' | 'staffingType' | 'gradeSet'
  >[],
): void {
  const faults = candidates
    .filter(({ gradeSet }) => gradeSet === null)
    .map(({ cadreName, unitName, staffingType }): Fault => {
      const type = staffingTypeWords[staffingType];
      return {
        ...{ path: 'people', code: 'noGradeSet' },
        message: {
          zh: `${cadreName}（${unitName}，${type.zh}）还没有对应的等次。`,
          en: `No grades are set for ${cadreName} (${unitName}, ${type.en}).`,
        },
        basis: { kind: 'reading', source: '按本办理解：参公随行政，企业另定' },
        remedy: {
          zh: '请在政策参数里选定该编制性质对应的等次，再开始考核。',
          en: 'Choose the grades of the staffing type in the policy, then open the round.',
        },
      };
    });
  if (faults.length > 0) throw ruleViolated(faults);
}

function nobodyThere() {
  return new ApiError('conflict', {
    detail: { zh: '考核期内没有任职人员。', en: 'Nobody was in post in these days.' },
  });
}

async function addPeople(
  tx: Tx,
  roundId: string,
  candidates: readonly RoundCandidate[],
): Promise<void> {
  await tx.evaluationPerson.createMany({
    data: candidates.flatMap(({ gradeSet, ...one }) =>
      gradeSet === null
        ? []
        : [
            {
              ...{ roundId, gradeSet, cadreId: one.cadreId, assignmentId: one.assignmentId },
              ...{ villageId: one.villageId, townshipId: one.townshipId, unitId: one.unitId },
              ...{ tier: one.tier, staffingType: one.staffingType, daysInPost: one.daysInPost },
              ...{ standing: one.standing, standingGround: one.ground?.zh ?? null },
            },
          ],
    ),
  });
}

/**
 * Adds those whose posts were recorded after the opening, and gives people still being entered the grades
 * of the staffing type that they had on the round's date, as the register knows it now; gives how many.
 */
export async function extendRound(
  deps: Deps,
  actor: Actor,
  id: string,
  version: number,
): Promise<{ added: number; retyped: number }> {
  const { added, retyped, round } = await writeAs(deps, actor, async (tx) => {
    const held = await holdRound(tx, id, version);
    if (held.status !== 'open') throw new ApiError('alreadyDone');
    const sets = await tx.roundGradeSet.findMany({ where: { roundId: id } });
    const frozen = new Map(sets.map((one) => [`${one.tier} ${one.staffingType}`, one.set]));
    const setOf = (tier: Tier, type: StaffingType) => frozen.get(`${tier} ${type}`) ?? null;
    const candidates = (await readCandidates(runnerOf(tx), held, await policyOf(tx, held))).map(
      (one) => ({ ...one, gradeSet: setOf(one.tier, one.staffingType) }),
    );
    const others = await readRetyped(tx, held, setOf);
    refuseWithoutSet([...candidates, ...others]);
    const counts = { added: candidates.length, retyped: others.length };
    if (counts.added + counts.retyped === 0) return { ...counts, round: held };
    await addPeople(tx, id, candidates);
    await retype(tx, held, others);
    await tx.evaluationRound.update({ where: { id }, data: { version: { increment: 1 } } });
    noteStatus(tx, held, 'evaluation.extend', 'open', { people: counts.added });
    return { ...counts, round: held };
  });
  if (added > 0) await keepFacts(deps, round);
  return { added, retyped };
}

/** Gathers everybody's facts anew; gives of how many. Throws `notFound`. */
export async function gatherRound(deps: Deps, actor: Actor, id: string): Promise<number> {
  const round = await deps.db.prisma.evaluationRound.findUnique({ where: { id } });
  if (!round) throw notFound();
  checkUnderWay(round);
  const people = await keepFacts(deps, round);
  await writeAs(deps, actor, async (tx) => {
    record(tx, {
      ...{ action: 'evaluation.gather', entity: 'evaluationRound', entityId: id },
      params: { name: round.name, people },
    });
  });
  return people;
}
