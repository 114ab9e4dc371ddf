import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { saveFieldScores, setUpFieldComparison } from '@xuanpai/contracts/field-comparisons';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

/** Says by what villages are judged and by whom; what is left out goes with its points. */
export function setUp(
  deps: Deps,
  actor: Actor,
  id: string,
  { criteria, judges, version: seen }: BodyOf<typeof setUpFieldComparison>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { subject, version } = await hold(tx, id, seen);
    await keep(tx.comparisonCriterion, id, criteria);
    await keep(tx.comparisonJudge, id, judges);
    for (const [position, { id: known, name, most }] of criteria.entries()) {
      const data = { name, most, position };
      if (known) await tx.comparisonCriterion.update({ where: { id: known }, data });
      else await tx.comparisonCriterion.create({ data: { ...data, inspectionId: id } });
    }
    for (const [position, { id: known, name }] of judges.entries()) {
      const data = { name, position };
      if (known) await tx.comparisonJudge.update({ where: { id: known }, data });
      else await tx.comparisonJudge.create({ data: { ...data, inspectionId: id } });
    }
    await tx.inspection.update({ where: { id }, data: { version: { increment: 1 } } });
    record(tx, {
      ...{ action: 'comparison.setUp', entity: 'inspection', entityId: id },
      params: { name: subject, criteria: criteria.length, judges: judges.length },
      changes: [
        {
          ...{ entity: 'inspection', entityId: id, versionAfter: version + 1, before: {} },
          after: {
            criteria: criteria.map(({ name, most }) => `${name} ${most}`),
            judges: judges.map(({ name }) => name),
          },
        },
      ],
    });
  });
}

interface Rows {
  findMany(args: {
    where: { inspectionId: string };
    select: { id: true };
  }): Promise<{ id: string }[]>;
  deleteMany(args: { where: { id: { in: string[] } } }): Promise<unknown>;
}

/** Takes away the rows that aren't named any more. Throws where one is named that isn't there. */
async function keep(
  rows: Rows,
  inspectionId: string,
  named: readonly { id?: string }[],
): Promise<void> {
  const there = (await rows.findMany({ where: { inspectionId }, select: { id: true } })).map(
    ({ id }) => id,
  );
  const wanted = named.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (wanted.some((id) => !there.includes(id))) throw notFound();
  const gone = there.filter((id) => !wanted.includes(id));
  if (gone.length > 0) await rows.deleteMany({ where: { id: { in: gone } } });
}

/** Enters points, as they stand on the judges' sheets. */
export function score(
  deps: Deps,
  actor: Actor,
  id: string,
  { scores, version: seen }: BodyOf<typeof saveFieldScores>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { subject, version } = await hold(tx, id, seen);
    const [criteria, judges, villages] = await Promise.all([
      tx.comparisonCriterion.findMany({ where: { inspectionId: id } }),
      tx.comparisonJudge.findMany({ where: { inspectionId: id }, select: { id: true } }),
      tx.inspectionVillage.findMany({ where: { inspectionId: id }, select: { villageId: true } }),
    ]);
    const most = new Map(criteria.map((one) => [one.id, one.most.toNumber()]));
    const judgeIds = new Set(judges.map((judge) => judge.id));
    const villageIds = new Set(villages.map(({ villageId }) => villageId));
    const faults: Fault[] = [];
    for (const [at, one] of scores.entries()) {
      const limit = most.get(one.criterionId);
      if (limit === undefined || !judgeIds.has(one.judgeId) || !villageIds.has(one.villageId)) {
        throw notFound();
      }
      if (one.points !== null && one.points > limit) faults.push(tooMany(at, limit));
    }
    if (faults.length > 0) throw invalid(faults);
    for (const { villageId, criterionId, judgeId, points } of scores) {
      const key = { villageId, criterionId, judgeId };
      if (points === null) await tx.comparisonScore.deleteMany({ where: key });
      else {
        await tx.comparisonScore.upsert({
          where: { villageId_criterionId_judgeId: key },
          create: { ...key, inspectionId: id, points },
          update: { points },
        });
      }
    }
    await tx.inspection.update({ where: { id }, data: { version: { increment: 1 } } });
    record(tx, {
      ...{ action: 'comparison.score', entity: 'inspection', entityId: id },
      params: { name: subject, scores: scores.length },
      changes: [
        {
          ...{ entity: 'inspection', entityId: id, versionAfter: version + 1, before: {} },
          after: { scores: scores.map((one) => ({ ...one })) },
        },
      ],
    });
  });
}

function tooMany(at: number, most: number): Fault {
  return {
    ...{ path: `scores.${at}.points`, code: 'moreThanMost' },
    message: { zh: `最高${most}分。`, en: `At most ${most} points.` },
  };
}

async function hold(tx: Tx, id: string, seen: number) {
  await lockRow(tx, 'inspection', id);
  const row = await tx.inspection.findFirst({ where: { id, kind: 'comparison' } });
  if (!row) throw notFound();
  const { version, subject } = row;
  const current = { id, version, subject, day: toPlainDate(row.day) };
  await checkVersion(tx, { entity: 'inspection', id, version, current }, seen);
  return row;
}
