import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listStepPeople } from '@xuanpai/contracts/evaluation-steps';
import type { GradeEdition, getCadreGrades, getPersonSteps } from '@xuanpai/contracts/grade-cases';
import { toPlainDate } from '@xuanpai/database/dates';
import type {
  EvaluationRound,
  GradeEdition as StoredEdition,
} from '@xuanpai/database/generated/client';
import { keptFromFault } from '@xuanpai/domain/evaluation/stepping-back';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Actor } from '../../lib/actor.ts';
import { notFound, ruleViolated } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { peopleReached, requireRound } from '../../lib/evaluation/reach.ts';
import { remediesFor } from '../../lib/evaluation/remedies.ts';
import { readStepRows, type StepRow } from '../../lib/evaluation/step-rows.ts';
import { readStepBacks } from '../../lib/evaluation/stepping-back.ts';
import { readPolicy } from '../../lib/policy.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { sql } from '../../lib/sql.ts';
import { presentCase } from './case-present.ts';
import { ownKinds, presentPerson, reachesRow } from './present.ts';
import { onPage, readSheetFacts } from './sheet-facts.ts';

/** A round with everybody within reach, as far as each is. Throws `notFound`, also for a draft. */
export async function readSteps(
  deps: Deps,
  actor: Actor,
  roundId: string,
): Promise<ReplyOf<typeof listStepPeople>> {
  const round = await requireRound(deps, actor, 'grades.read', roundId);
  if (round.status === 'draft') throw notFound();
  const ofRound = sql`p.round_id = ${roundId}::uuid`;
  const [policy, found, tied] = await Promise.all([
    readPolicy(deps.db.prisma, round.batchId, toPlainDate(round.date)),
    readStepRows(deps.db.pool, [ofRound, peopleReached(actor, 'grades.read')]),
    readStepBacks(deps.db.pool, actor.userId, ofRound),
  ]);
  const backs = new Map(tied.map(({ id, back }) => [id, back]));
  const whole = scopeFor(actor, 'grades.sheet', 'assignments') === 'all';
  const today = deps.today();
  const facts = whole
    ? await readSheetFacts(deps.db.pool, roundId, policy.number('evaluation.ballotsShown'))
    : [];
  const sheets = new Map(facts.map((one) => [one.id, onPage(one)]));
  return {
    round: presentRound(round, policy, whole ? found : null),
    items: found.map((row) => ({
      ...presentPerson(actor, row, today, backs.get(row.id)),
      sheet: backs.has(row.id) ? null : (sheets.get(row.id) ?? null),
    })),
  };
}

function presentRound(round: EvaluationRound, policy: Policy, people: StepRow[] | null) {
  const { id, batchId, name, kind, year, status, steps } = round;
  const noticeDays = policy.number('evaluation.noticeDays');
  return {
    id,
    batchId,
    name,
    kind,
    year,
    status,
    steps,
    noticeDays,
    quota: quotaOf(policy, people),
  };
}

/** E4: a batch's own quota of 优秀, where it has one. */
function quotaOf(policy: Policy, people: StepRow[] | null) {
  if (people === null || !policy.isOn('evaluation.ownQuota')) return null;
  const evaluated = people.filter(({ standing }) => standing === 'evaluated');
  const excellent = evaluated.filter((row) => (row.grade ?? row.proposedGrade) === 'excellent');
  return {
    percent: policy.number('evaluation.ownQuotaPercent'),
    ...{ excellent: excellent.length, people: evaluated.length },
  };
}

/** One person's way through the round. Throws `ruleViolated` for who works on it and steps back (E8). */
export async function readPersonSteps(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<ReplyOf<typeof getPersonSteps>> {
  const { prisma, pool } = deps.db;
  const [row] = await readStepRows(pool, [
    sql`p.id = ${id}::uuid`,
    peopleReached(actor, 'grades.read'),
  ]);
  if (!row) throw notFound();
  const works = reachesRow(actor, 'grades.sheet', row);
  const [tied] = await readStepBacks(pool, actor.userId, sql`p.id = ${id}::uuid`);
  if (works && tied) throw ruleViolated([keptFromFault(tied)]);
  const of = { where: { personId: id } };
  const [round, records, editions, signatures, cases, feedback, remedies] = await Promise.all([
    prisma.evaluationRound.findUniqueOrThrow({ where: { id: row.roundId } }),
    prisma.evaluationRecord.findMany({ ...of, orderBy: { id: 'desc' } }),
    prisma.gradeEdition.findMany({ ...of, orderBy: { edition: 'desc' } }),
    prisma.gradeSignature.findMany({ ...of, orderBy: { id: 'desc' } }),
    prisma.gradeCase.findMany({ ...of, orderBy: { id: 'desc' } }),
    prisma.gradeFeedback.findMany({ ...of, orderBy: { id: 'asc' } }),
    remediesFor(prisma, row),
  ]);
  const policy = await readPolicy(prisma, round.batchId, toPlainDate(round.date));
  const person = presentPerson(actor, row, deps.today(), tied?.back);
  return {
    round: presentRound(round, policy, null),
    person,
    records: records
      .filter(({ kind }) => works || ownKinds(actor, row).includes(kind))
      .map(({ personId: _, enteredById: _1, ...one }) => ({
        ...one,
        heldOn: toPlainDate(one.heldOn),
        enteredAt: one.enteredAt.toISOString(),
      })),
    editions: editions.map(presentEdition),
    signatures: signatures.map(({ id, edition, toldOn, manner, statement, witness, ...one }) => ({
      ...{ id, edition, toldOn: toPlainDate(toldOn), manner, statement, witness },
      enteredByName: one.enteredByName,
    })),
    cases: cases.map(presentCase),
    feedback: feedback
      .filter(({ recipient }) => works || recipient === 'unit')
      .map(({ personId: _, sentByName: _1, receivedById: _2, ...one }) => ({
        ...one,
        sentOn: toPlainDate(one.sentOn),
        receivedOn: toPlainDate(one.receivedOn),
      })),
    remedies,
    redo: person.redo,
  };
}

function presentEdition({
  edition,
  grade,
  ground,
  decidedOn,
  document,
  source,
}: StoredEdition): GradeEdition {
  return { edition, grade, ground, decidedOn: toPlainDate(decidedOn), document, source };
}

/** Every round that somebody was in, as far as it may be read. */
export async function readCadreGrades(
  deps: Deps,
  actor: Actor,
  cadreId: string,
): Promise<ReplyOf<typeof getCadreGrades>> {
  const { prisma, pool } = deps.db;
  const cadre = await prisma.cadre.findFirst({
    where: {
      AND: [{ id: cadreId }, scopeWhere(scopeFor(actor, 'grades.read', 'cadres'), 'cadres')],
    },
    select: { name: true },
  });
  if (!cadre) throw notFound();
  const found = await readStepRows(pool, [
    sql`p.cadre_id = ${cadreId}::uuid`,
    peopleReached(actor, 'grades.read'),
  ]);
  const ids = found.map(({ id }) => id);
  const [editions, rounds] = await Promise.all([
    prisma.gradeEdition.findMany({
      where: { personId: { in: ids } },
      orderBy: { edition: 'desc' },
    }),
    prisma.evaluationRound.findMany({
      where: { id: { in: found.map(({ roundId }) => roundId) } },
    }),
  ]);
  const items = found.flatMap((row) => {
    const round = rounds.find(({ id }) => id === row.roundId);
    if (!round) return [];
    const { redo } = presentPerson(actor, row, deps.today());
    const { id: personId, roundId, kind, villageName, standing, standingGround } = row;
    return [
      {
        ...{ personId, roundId, roundName: round.name, kind, year: round.year, villageName },
        ...{ standing, standingGround, unitGrade: row.unitGrade, state: row.state },
        ...{ grade: row.grade, openCase: row.openCase?.kind ?? null, redo },
        editions: editions.filter((one) => one.personId === personId).map(presentEdition),
      },
    ];
  });
  return {
    cadreName: cadre.name,
    items: items.sort((a, b) => b.year - a.year || (a.kind === 'term' ? -1 : 1)),
  };
}
