import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  askGradeCase,
  extendGradeCase,
  listGradeCases,
  settleGradeCase,
} from '@xuanpai/contracts/grade-cases';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { caseDueOn, isInTime } from '@xuanpai/domain/evaluation/remedies';
import { keptFrom, keptFromText } from '@xuanpai/domain/evaluation/stepping-back';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { requireRound } from '../../lib/evaluation/reach.ts';
import { limitsOn, remediesFor } from '../../lib/evaluation/remedies.ts';
import { leftOut, readStepBacks, refuseTied } from '../../lib/evaluation/stepping-back.ts';
import { lockRow } from '../../lib/lock.ts';
import { runnerOf, sql } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { late, mayHandle, notGiven, settleFaults } from './case-faults.ts';
import { presentCase } from './case-present.ts';
import { holdPeople, refuseAhead } from './hold.ts';
import { enteredBy } from './record.ts';

/** Takes what somebody asks for, in time and where the law gives it (E7). */
export function ask(
  deps: Deps,
  actor: Actor,
  id: string,
  input: BodyOf<typeof askGradeCase>,
): Promise<ReplyOf<typeof askGradeCase>> {
  const { kind, askedOn, reason, document = null, organ = null } = input;
  const today = deps.today();
  refuseAhead('askedOn', askedOn, today);
  if (kind === 'appeal' && organ === null) {
    const message = { zh: '请写明受理申诉的机关。', en: 'Say which organ takes the appeal.' };
    const remedy = { zh: '填机关全称。', en: 'Give its full name.' };
    throw invalid([{ path: 'organ', code: 'missing', message, remedy }]);
  }
  return writeAs(deps, actor, async (tx) => {
    const [row] = await holdPeople(tx, actor, { act: 'ask', on: askedOn, ids: [id], today });
    if (!row) throw notFound();
    const remedies = await remediesFor(tx, row);
    const remedy = remedies.find((one) => one.kind === kind);
    if (!remedy)
      throw ruleViolated([
        notGiven(
          kind,
          remedies.map((one) => one.kind),
        ),
      ]);
    if (!isInTime(remedy, askedOn)) throw ruleViolated([late(kind, remedy)]);
    const { policy, calendar } = await limitsOn(tx, row.roundId, askedOn);
    const dueOn = caseDueOn({ kind, askedOn, extended: false }, policy, calendar);
    const made = await tx.gradeCase.create({
      data: {
        ...{ personId: id, kind, edition: row.edition, askedOn: toDate(askedOn), reason, document },
        ...{ organ, askUntil: toDate(remedy.until), dueOn: toDate(dueOn), ...enteredBy(actor) },
      },
    });
    record(tx, {
      ...{ action: 'gradeCase.ask', entity: 'evaluationPerson', entityId: id },
      params: { name: row.name, kind, on: askedOn },
    });
    return { id: made.id, dueOn };
  });
}

async function holdCase(tx: Tx, actor: Actor, id: string, seen: number) {
  await lockRow(tx, 'grade_case', id);
  const row = await tx.gradeCase.findUnique({
    where: { id },
    include: { person: { include: { cadre: { select: { name: true } } } } },
  });
  if (!row) throw notFound();
  const { version, result, person } = row;
  const current = { id, version, result };
  await checkVersion(tx, { entity: 'gradeCase', id, version, current }, seen);
  if (result !== null) throw new ApiError('alreadyDone');
  await refuseTied(runnerOf(tx), actor, sql`p.id = ${person.id}::uuid`, 'ask');
  return { ...row, askedOn: toPlainDate(row.askedOn), name: person.cadre.name };
}

/** An appeal takes longer, once. */
export function extend(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, reason }: BodyOf<typeof extendGradeCase>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { kind, extended, askedOn, person, name, dueOn } = await holdCase(tx, actor, id, version);
    if (kind !== 'appeal' || extended) throw new ApiError('alreadyDone');
    const { policy, calendar } = await limitsOn(tx, person.roundId, askedOn);
    const to = caseDueOn({ kind, askedOn, extended: true }, policy, calendar);
    await tx.gradeCase.update({
      where: { id },
      data: {
        ...{ extended: true, extendReason: reason, dueOn: toDate(to) },
        version: { increment: 1 },
      },
    });
    record(tx, {
      ...{ action: 'gradeCase.extend', entity: 'evaluationPerson', entityId: person.id },
      params: { name, kind, reason, to },
      changes: [
        {
          ...{ entity: 'gradeCase', entityId: id, versionAfter: version + 1 },
          ...{ before: { dueOn: toPlainDate(dueOn) }, after: { dueOn: to } },
        },
      ],
    });
  });
}

/** Enters what came of it; a changed grade is its next edition, and the one before stays. */
export function settle(
  deps: Deps,
  actor: Actor,
  id: string,
  input: BodyOf<typeof settleGradeCase>,
): Promise<void> {
  const { version, result, newGrade = null, text, document = null, decidedOn } = input;
  refuseAhead('decidedOn', decidedOn, deps.today());
  return writeAs(deps, actor, async (tx) => {
    const held = await holdCase(tx, actor, id, version);
    const { kind, person, name } = held;
    const faults = settleFaults(actor, held, input);
    if (faults.length > 0) throw ruleViolated(faults);
    await tx.gradeCase.update({
      where: { id },
      data: {
        ...{ result, newGrade, resultText: text, resultDocument: document },
        ...{ decidedOn: toDate(decidedOn), handledById: actor.userId, handledByName: actor.name },
        version: { increment: 1 },
      },
    });
    if (newGrade !== null) {
      const { id: personId } = person;
      await tx.$queryRaw`SELECT 1 FROM evaluation_person WHERE id = ${personId}::uuid FOR UPDATE`;
      const edition = (await tx.gradeEdition.count({ where: { personId } })) + 1;
      const grade = { ground: text, decidedOn: toDate(decidedOn), document };
      await tx.gradeEdition.create({
        data: {
          ...{ personId, edition, grade: newGrade, ...grade, source: kind, caseId: id },
          ...enteredBy(actor),
        },
      });
      await tx.evaluationPerson.update({
        where: { id: personId },
        data: {
          ...{ grade: newGrade, gradeGround: text, decidedOn: toDate(decidedOn) },
          ...{ decisionDocument: document, version: { increment: 1 } },
        },
      });
    }
    record(tx, {
      ...{ action: 'gradeCase.settle', entity: 'evaluationPerson', entityId: person.id },
      params: { name, kind, result },
      changes: [
        {
          ...{ entity: 'gradeCase', entityId: id, versionAfter: version + 1 },
          ...{ before: { result: null }, after: { result } },
        },
        ...(newGrade === null
          ? []
          : [
              {
                ...{ entity: 'evaluationPerson', entityId: person.id },
                versionAfter: person.version + 1,
                ...{ before: { grade: person.grade }, after: { grade: newGrade } },
              },
            ]),
      ],
    });
  });
}

/** What is said of a grade isn't for whoever steps back. */
const wordless = { reason: null, extendReason: null, resultText: null } as const;

export async function readCases(
  deps: Deps,
  actor: Actor,
  roundId: string,
): Promise<ReplyOf<typeof listGradeCases>> {
  await requireRound(deps, actor, 'grades.sheet', roundId);
  const inRound = sql`p.round_id = ${roundId}::uuid`;
  const backs = await readStepBacks(deps.db.pool, actor.userId, inRound);
  const tied = leftOut(backs.filter(({ back }) => keptFrom('ask', back))).ids;
  const found = await deps.db.prisma.gradeCase.findMany({
    where: { person: { roundId } },
    include: {
      person: {
        include: {
          cadre: { select: { name: true } },
          unit: { select: { name: true } },
          village: { select: { name: true } },
          editions: { select: { edition: true, grade: true } },
        },
      },
    },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
  const items = found.map(({ person, ...row }) => ({
    ...presentCase(row),
    ...{ personId: person.id, cadreId: person.cadreId, name: person.cadre.name },
    ...{ unitName: person.unit.name, villageName: person.village.name },
    gradeSet: person.gradeSet,
    gradeThen:
      person.editions.find(({ edition }) => edition === row.edition)?.grade ?? 'undetermined',
    mayHandle: mayHandle(actor, row.kind, person),
    ...(tied.has(person.id)
      ? { ...wordless, closedTo: keptFromText(person.cadre.name) }
      : { closedTo: null }),
  }));
  const open = (one: (typeof items)[number]) => (one.result === null ? 0 : 1);
  return { items: items.sort((a, b) => open(a) - open(b)) };
}
