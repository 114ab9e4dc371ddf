import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { saveTargetSheets, TargetChange } from '@xuanpai/contracts/target-reports';
import { isReportEditable } from '@xuanpai/domain/targets/acts';
import { measuresOf } from '@xuanpai/domain/targets/measures';
import { reportFault } from '@xuanpai/domain/targets/report-faults';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, invalid, notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { type HeldReport, holdReports, writeValues } from '../../lib/targets/write-values.ts';
import { writeAs } from '../../lib/write.ts';
import { findPeriod, type PeriodSheets, presentSheets } from './sheets.ts';

/**
 * Keeps what was typed, all of it or nothing. Throws `notFound`, `conflict` where a report isn't worked
 * on, `invalid` with every fault, `cellsChanged` with every cell that is another by now.
 */
export async function saveSheets(
  deps: Deps,
  actor: Actor,
  params: { townshipId: string; period: string },
  { batchId, changes }: BodyOf<typeof saveTargetSheets>,
): Promise<ReplyOf<typeof saveTargetSheets>> {
  const found = await findPeriod(deps, actor, 'targets.report', { ...params, batchId });
  checkOpen(found, deps.today());
  checkChanges(found, changes);
  const touched = new Set(changes.map(({ villageId }) => villageId));
  await writeAs(deps, actor, async (tx) => {
    const held = await holdReports(tx, batchId, found.period, [...touched]);
    refuseLocked(found, held);
    await writeValues(tx, actor, held, changes);
    const ids = held.map(({ id }) => id);
    await tx.$executeRaw`UPDATE target_sheet SET version = version + 1 WHERE id = ANY(${ids}::uuid[])`;
  });
  const villages = found.villages.filter(({ villageId }) => touched.has(villageId));
  return { sheets: await presentSheets(deps, actor, found, villages) };
}

/** Throws `conflict` for a period that isn't over. */
export function checkOpen({ period }: PeriodSheets, today: string): void {
  if (period.endsOn < today) return;
  throw new ApiError('conflict', {
    detail: {
      zh: `这一期到${period.endsOn}结束，结束后再填报。`,
      en: `The period ends on ${period.endsOn}; it is reported afterwards.`,
    },
  });
}

/** Every change is of a village within reach and a measure that it is asked, and a value of its kind. */
function checkChanges({ villages, frame }: PeriodSheets, changes: readonly TargetChange[]): void {
  const asked = new Map(
    villages.map((village) => [
      village.villageId,
      new Map(measuresOf(village, frame.templates).map((measure) => [measure.key, measure])),
    ]),
  );
  const faults: Fault[] = [];
  for (const { villageId, measureKey, is } of changes) {
    const measures = asked.get(villageId);
    if (!measures) throw notFound();
    const path = `${villageId}/${measureKey}`;
    const measure = measures.get(measureKey);
    if (!measure) faults.push({ path, ...notAsked });
    else {
      const fault = reportFault(measure, is);
      if (fault) faults.push({ path, basis: measure.basis, ...fault });
    }
  }
  if (faults.length > 0) throw invalid(faults);
}

export function refuseLocked({ villages }: PeriodSheets, held: readonly HeldReport[]): void {
  const locked = held.filter(({ status }) => !isReportEditable(status));
  if (locked.length === 0) return;
  const names = locked.flatMap(
    ({ villageId }) => villages.find((one) => one.villageId === villageId)?.villageName ?? [],
  );
  throw new ApiError('conflict', {
    detail: {
      zh: `${names.join('、')}已报送或已确认，要修改请先撤回、退回或重新开放。`,
      en: `${names.join(', ')}: submitted or confirmed already; withdraw, return or reopen it first.`,
    },
  });
}

const notAsked = {
  code: 'notAsked',
  message: { zh: '这个村没有这项指标。', en: 'The village isn’t asked this measure.' },
};
