import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type {
  adjustTarget,
  chooseTargets,
  chooseTargetsOfMany,
  judgeTarget,
  setTownshipFigure,
} from '@xuanpai/contracts/target-decisions';
import { toDate } from '@xuanpai/database/dates';
import type { Measure } from '@xuanpai/domain/targets/measures';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { readFrame, type TargetFrame } from '../../lib/targets/facts.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { findTownship, findVillage, findVillages } from './reach.ts';
import { measureOfBatch } from './village.ts';

/** What the district decides about one village or township: thresholds, families, ranks, means. */

const unknownMeasure: Fault = {
  path: 'measureKey',
  code: 'unknown',
  message: { zh: '本批次没有这项指标。', en: 'The batch has no such measure.' },
};

/** Another threshold for one village. Throws `notFound`, `invalid`. */
export async function adjust(
  deps: Deps,
  actor: Actor,
  villageId: string,
  body: BodyOf<typeof adjustTarget>,
): Promise<{ id: string }> {
  const village = await findVillage(deps, actor, 'targets.write', villageId);
  const frame = await readFrame(deps, body.batchId, body.effectiveFrom);
  const measure = measureOfBatch(frame, body.measureKey);
  const faults = measure ? adjustmentFaults(measure, frame, body) : [unknownMeasure];
  if (faults.length > 0) throw invalid(faults);
  return writeAs(deps, actor, async (tx) => {
    const { effectiveFrom, ...rest } = body;
    const { id } = await tx.targetAdjustment.create({
      data: {
        ...{ ...rest, villageId, effectiveFrom: toDate(effectiveFrom) },
        ...{ setById: actor.userId, setByName: actor.name },
      },
    });
    const { threshold, thresholdRank, leftOut, reason } = body;
    record(tx, {
      ...{ action: 'target.adjust', entity: 'village', entityId: villageId },
      params: { village: village.name, measure: measure?.name ?? '', reason },
      changes: [
        {
          ...{ entity: 'targetAdjustment', entityId: id, versionAfter: 1, before: null },
          after: { threshold, thresholdRank, leftOut, effectiveFrom, reason },
        },
      ],
    });
    return { id };
  });
}

function adjustmentFaults(
  { kind }: Measure,
  { batch }: TargetFrame,
  { threshold, thresholdRank, leftOut, effectiveFrom }: BodyOf<typeof adjustTarget>,
): Fault[] {
  const faults: Fault[] = [];
  const numbers = kind === 'amount' || kind === 'ratio' || kind === 'count';
  if (threshold !== null && (!numbers || leftOut)) faults.push(noNumber);
  if (thresholdRank !== null && (kind !== 'rank' || leftOut)) faults.push(noRank);
  if (effectiveFrom < batch.startsOn || effectiveFrom > batch.endsOn) faults.push(outsideTerm);
  return faults;
}

/** Picks the families of a village by hand. Throws `notFound`, `invalid`. */
export async function choose(
  deps: Deps,
  actor: Actor,
  villageId: string,
  body: BodyOf<typeof chooseTargets>,
): Promise<{ id: string }> {
  const [id] = await chooseFor(deps, actor, [villageId], body);
  if (id === undefined) throw notFound();
  return { id };
}

/** Of several villages, all or none. Throws `notFound`, `invalid`. */
export async function chooseOfMany(
  deps: Deps,
  actor: Actor,
  { villageIds, ...body }: BodyOf<typeof chooseTargetsOfMany>,
): Promise<{ done: number }> {
  const made = await chooseFor(deps, actor, [...new Set(villageIds)], body);
  return { done: made.length };
}

async function chooseFor(
  deps: Deps,
  actor: Actor,
  villageIds: readonly string[],
  { batchId, families, reason, effectiveFrom = deps.today() }: BodyOf<typeof chooseTargets>,
): Promise<string[]> {
  const villages = await findVillages(deps, actor, 'targets.write', villageIds);
  const { templates } = await readFrame(deps, batchId, deps.today());
  const known = new Map(templates.map(({ family, name }) => [family, name]));
  const faults = families.flatMap((family, at): Fault[] =>
    known.has(family) ? [] : [{ ...unknownFamily, path: `families.${at}` }],
  );
  if (effectiveFrom > deps.today()) faults.push(notYet);
  if (faults.length > 0) throw invalid(faults);
  const names = families.map((one) => known.get(one) ?? one);
  return writeAs(deps, actor, async (tx) => {
    const made = villages.map((village) => ({ id: uuid(), village }));
    await tx.villageTargetChoice.createMany({
      data: made.map(({ id, village }) => ({
        ...{ id, batchId, villageId: village.id, families: [...new Set(families)], reason },
        effectiveFrom: toDate(effectiveFrom),
        ...{ setById: actor.userId, setByName: actor.name },
      })),
    });
    for (const { id, village } of made) {
      record(tx, {
        ...{ action: 'target.choose', entity: 'village', entityId: village.id },
        params: { village: village.name, families: names, reason },
        changes: [
          {
            ...{ entity: 'targetChoice', entityId: id, versionAfter: 1 },
            ...{ before: null, after: { families, effectiveFrom, reason } },
          },
        ],
      });
    }
    return made.map(({ id }) => id);
  });
}

/** Judges the rank of a village's body. Throws `notFound`, `invalid`. */
export async function judge(
  deps: Deps,
  actor: Actor,
  villageId: string,
  { batchId, measureKey, rank, judgedOn, ground }: BodyOf<typeof judgeTarget>,
): Promise<{ id: string }> {
  const village = await findVillage(deps, actor, 'targets.judge', villageId);
  const frame = await readFrame(deps, batchId, judgedOn);
  const measure = measureOfBatch(frame, measureKey);
  const faults: Fault[] = [];
  if (measure?.source !== 'judgement') faults.push(unknownMeasure);
  if (judgedOn > deps.today()) faults.push(ahead);
  if (faults.length > 0) throw invalid(faults);
  return writeAs(deps, actor, async (tx) => {
    const { id } = await tx.targetJudgement.create({
      data: {
        ...{ batchId, villageId, measureKey, rank, judgedOn: toDate(judgedOn), ground },
        ...{ byId: actor.userId, byName: actor.name },
      },
    });
    record(tx, {
      ...{ action: 'target.judge', entity: 'village', entityId: villageId },
      params: { village: village.name, measure: measure?.name ?? '', rank, ground },
      changes: [
        {
          ...{ entity: 'targetJudgement', entityId: id, versionAfter: 1 },
          ...{ before: null, after: { rank, judgedOn, ground } },
        },
      ],
    });
    return { id };
  });
}

/** The statistics office's figure. Throws `notFound`, `invalid`, `staleVersion`. */
export async function setFigure(
  deps: Deps,
  actor: Actor,
  townshipId: string,
  { measureKey, period, value, source, version }: BodyOf<typeof setTownshipFigure>,
): Promise<{ version: number }> {
  const township = await findTownship(deps, actor, 'targets.write', townshipId);
  return writeAs(deps, actor, async (tx) => {
    const key = { townshipId, measureKey, period };
    const known = await tx.townshipFigure.findUnique({
      where: { townshipId_measureKey_period: key },
    });
    const held = known?.version ?? 0;
    const id = `${townshipId} ${measureKey} ${period}`;
    const current = known ? { value: String(known.value), source: known.source } : null;
    await checkVersion(tx, { entity: 'townshipFigure', id, version: held, current }, version ?? 0);
    const data = { value, source, setByName: actor.name, setAt: new Date() };
    const saved = await tx.townshipFigure.upsert({
      where: { townshipId_measureKey_period: key },
      create: { ...key, ...data },
      update: { ...data, version: { increment: 1 } },
    });
    record(tx, {
      ...{ action: 'target.setFigure', entity: 'region', entityId: townshipId },
      params: { township: township.name, period, value, source },
      changes: [
        {
          ...{ entity: 'townshipFigure', entityId: townshipId, versionAfter: saved.version },
          before: current,
          after: { measureKey, period, value, source },
        },
      ],
    });
    return { version: saved.version };
  });
}

const noNumber: Fault = {
  path: 'threshold',
  code: 'notOfKind',
  message: { zh: '这项指标没有数值目标，不能填数值。', en: 'The measure has no number to reach.' },
};
const noRank: Fault = {
  path: 'thresholdRank',
  code: 'notOfKind',
  message: { zh: '这项指标不评等次。', en: 'The measure has no rank.' },
};
const outsideTerm: Fault = {
  path: 'effectiveFrom',
  code: 'outsideTerm',
  message: { zh: '起算日期不在任期内。', en: 'The day lies outside the term.' },
};
const unknownFamily = {
  code: 'unknown',
  message: { zh: '本批次没有这组目标任务。', en: 'The batch has no such targets.' },
};
const notYet: Fault = {
  path: 'effectiveFrom',
  code: 'ahead',
  message: { zh: '起算日期晚于今天。', en: 'The day lies ahead.' },
};

const ahead: Fault = {
  path: 'judgedOn',
  code: 'ahead',
  message: { zh: '评定日期晚于今天。', en: 'The day lies ahead.' },
};
