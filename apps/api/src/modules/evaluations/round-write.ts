import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createEvaluation, updateEvaluation } from '@xuanpai/contracts/evaluations';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { EvaluationRound } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { roundFaults, usualRound } from '@xuanpai/domain/evaluation/rounds';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { readPolicy } from '../../lib/policy.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { chooseTemplates } from './round-templates.ts';

/** Prepares a round; nobody is in it before it is opened. Gives the id. */
export function makeRound(
  deps: Deps,
  actor: Actor,
  { batchId, kind, year, templates, note, ...given }: BodyOf<typeof createEvaluation>,
): Promise<string> {
  const { ballotsTwice, questions } = given;
  return writeAs(deps, actor, async (tx) => {
    const batch = await readBatch(tx, batchId);
    const usual = usualRound({ kind, year }, batch);
    if (!usual) throw invalid([outside(year)]);
    const days = {
      startsOn: given.startsOn ?? usual.startsOn,
      endsOn: given.endsOn ?? usual.endsOn,
      date: given.date ?? usual.date,
    };
    await checkDays(tx, batchId, { kind, year, ...days });
    const name = given.name ?? usual.name;
    const { id } = await tx.evaluationRound.create({
      data: {
        ...{ batchId, kind, year, name, ballotsTwice, questions, note, ...stored(days) },
        ...{ steps: [], createdByName: actor.name },
      },
    });
    const kept = await chooseTemplates(tx, { id, status: 'draft' }, templates);
    record(tx, {
      ...{ action: 'evaluation.prepare', entity: 'evaluationRound', entityId: id },
      params: { name },
      changes: [
        {
          ...{ entity: 'evaluationRound', entityId: id, versionAfter: 1, before: null },
          after: { kind, year, name, ...days, ballotsTwice, questions, note, ...kept.after },
        },
      ],
    });
    return id;
  });
}

function outside(year: number) {
  return {
    ...{ path: 'year', code: 'outsideBatch' },
    message: { zh: `${year}年不在本批次任期内。`, en: `${year} isn’t in the batch’s term.` },
  };
}

interface Days {
  startsOn: PlainDate;
  endsOn: PlainDate;
  date: PlainDate;
}

const stored = ({ startsOn, endsOn, date }: Days) => ({
  ...{ startsOn: toDate(startsOn), endsOn: toDate(endsOn), date: toDate(date) },
});

async function checkDays(
  tx: Tx,
  batchId: string,
  round: Days & Pick<EvaluationRound, 'kind' | 'year'>,
): Promise<void> {
  const batch = await readBatch(tx, batchId);
  const policy = await readPolicy(tx, batchId, round.date);
  const faults = roundFaults(round, batch, policy);
  if (faults.some(({ basis }) => basis !== null)) throw ruleViolated(faults);
  if (faults.length > 0) throw invalid(faults);
}

/** A round for an act, in the version that was seen. */
export async function holdRound(tx: Tx, id: string, seen: number): Promise<EvaluationRound> {
  await lockRow(tx, 'evaluation_round', id);
  const round = await tx.evaluationRound.findUnique({ where: { id } });
  if (!round) throw notFound();
  const { version, name, status } = round;
  await checkVersion(
    tx,
    { entity: 'evaluationRound', id, version, current: { id, version, name, status } },
    seen,
  );
  return round;
}

/** Once a round is open, what people are evaluated by stays: only name, note and templates change. */
export function changeRound(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, templates = [], ...input }: BodyOf<typeof updateEvaluation>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const round = await holdRound(tx, id, seen);
    const before = {
      ...{ name: round.name, note: round.note, ballotsTwice: round.ballotsTwice },
      ...{ questions: round.questions, startsOn: toPlainDate(round.startsOn) },
      ...{ endsOn: toPlainDate(round.endsOn), date: toPlainDate(round.date) },
    };
    const { name: _, note: __, ...frozen } = input;
    if (round.status !== 'draft' && Object.keys(frozen).length > 0) throw afterOpening();
    const after = { ...before, ...input };
    await checkDays(tx, round.batchId, { ...after, kind: round.kind, year: round.year });
    const { name, note, ballotsTwice, questions } = after;
    const kept = await chooseTemplates(tx, round, templates);
    await tx.evaluationRound.update({
      where: { id },
      data: { name, note, ballotsTwice, questions, ...stored(after), version: { increment: 1 } },
    });
    record(tx, {
      ...{ action: 'evaluation.change', entity: 'evaluationRound', entityId: id },
      params: { name },
      changes: [
        {
          ...{ entity: 'evaluationRound', entityId: id, versionAfter: round.version + 1 },
          ...difference({ ...before, ...kept.before }, { ...after, ...kept.after }),
        },
      ],
    });
  });
}

function afterOpening() {
  return new ApiError('conflict', {
    detail: {
      zh: '考核已经开始，考核期、测评方式不能再改。',
      en: 'The round is open: its days and ballots stay.',
    },
  });
}

/** Gives up a round that isn't open yet. */
export function dropRound(deps: Deps, actor: Actor, id: string, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const round = await holdRound(tx, id, seen);
    if (round.status !== 'draft') throw new ApiError('alreadyDone');
    await tx.evaluationTeam.deleteMany({ where: { roundId: id } });
    await tx.evaluationRound.delete({ where: { id } });
    const { name, kind, year } = round;
    record(tx, {
      ...{ action: 'evaluation.drop', entity: 'evaluationRound', entityId: id, params: { name } },
      changes: [
        {
          ...{ entity: 'evaluationRound', entityId: id },
          ...{ before: { name, kind, year }, after: null },
        },
      ],
    });
  });
}

/** Closes a round once everybody has a grade: decided here, or reported by the sending unit. */
export function closeRound(deps: Deps, actor: Actor, id: string, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const round = await holdRound(tx, id, seen);
    if (round.status !== 'open') throw new ApiError('alreadyDone');
    const open = await tx.evaluationPerson.findMany({
      where: {
        roundId: id,
        OR: [
          { standing: 'evaluated', state: { not: 'decided' } },
          { standing: 'byUnit', unitGrade: null },
        ],
      },
      select: { standing: true, cadre: { select: { name: true } } },
    });
    if (open.length > 0) {
      throw ruleViolated(
        open.map(({ standing, cadre: { name } }) => ({
          ...{ path: 'people', code: standing === 'byUnit' ? 'noUnitGrade' : 'notDecided' },
          message:
            standing === 'byUnit'
              ? { zh: `${name}的派出单位还没有报等次。`, en: `${name}: no grade of the unit yet.` }
              : { zh: `${name}还没有确定等次。`, en: `${name}: not decided yet.` },
        })),
      );
    }
    const closedAt = new Date();
    await tx.evaluationRound.update({
      where: { id },
      data: {
        ...{ status: 'closed', closedAt, closedByName: actor.name },
        version: { increment: 1 },
      },
    });
    noteStatus(tx, round, 'evaluation.close', 'closed');
  });
}

export function noteStatus(
  tx: Tx,
  { id, name, status, version }: EvaluationRound,
  action: string,
  to: EvaluationRound['status'],
  facts: Record<string, number> = {},
): void {
  record(tx, {
    ...{ action, entity: 'evaluationRound', entityId: id, params: { name, ...facts } },
    changes: [
      {
        ...{ entity: 'evaluationRound', entityId: id, versionAfter: version + 1 },
        ...{ before: { status }, after: { status: to } },
      },
    ],
  });
}
