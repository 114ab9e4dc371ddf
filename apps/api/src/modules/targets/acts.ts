import type { TargetSheet } from '@xuanpai/contracts/target-reports';
import type { TargetAct } from '@xuanpai/contracts/target-values';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { targetTransitions } from '@xuanpai/domain/targets/acts';
import { isAnswered } from '@xuanpai/domain/targets/report-faults';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, notFound, ruleViolated } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { type HeldReport, holdReports } from '../../lib/targets/write-values.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { checkOpen } from './save.ts';
import { findPeriod, isOwnReport, type PeriodSheets, presentSheets } from './sheets.ts';

interface Asked {
  batchId: string;
  villages: { villageId: string; version: number }[];
  reason?: string;
}

/**
 * Carries out one act on the reports of villages, all of them or none. Throws `notFound`, `conflict`
 * where a report isn't at that step, `staleVersion`, and `ruleViolated` with every gap at once.
 */
export async function actOnReports(
  deps: Deps,
  actor: Actor,
  act: TargetAct,
  params: { townshipId: string; period: string },
  { batchId, villages, reason }: Asked,
): Promise<{ sheets: TargetSheet[] }> {
  const { by } = targetTransitions[act];
  const found = await findPeriod(deps, actor, by, { ...params, batchId });
  checkOpen(found, deps.today());
  const seen = new Map(villages.map(({ villageId, version }) => [villageId, version]));
  const within = found.villages.filter(({ villageId }) => seen.has(villageId));
  if (within.length !== seen.size) throw notFound();
  await writeAs(deps, actor, async (tx) => {
    const held = await holdReports(tx, batchId, found.period, [...seen.keys()]);
    for (const report of held) await checkSeen(tx, report, seen.get(report.villageId) ?? 0);
    refuseMisfits(found, act, held);
    if (act === 'submit') await refuseGaps(deps, actor, found, held);
    if (act === 'confirm') refuseOwn(found, actor, held);
    for (const report of held) await takeStep(tx, actor, found, report, act, reason ?? null);
  });
  return { sheets: await presentSheets(deps, actor, found, within) };
}

function checkSeen(tx: Tx, { id, version, status, revision }: HeldReport, seen: number) {
  const current = { version, status, revision };
  return checkVersion(tx, { entity: 'targetSheet', id, version, current }, seen);
}

function nameOf({ villages }: PeriodSheets, villageId: string): string {
  return villages.find((one) => one.villageId === villageId)?.villageName ?? '';
}

function refuseMisfits(found: PeriodSheets, act: TargetAct, held: readonly HeldReport[]): void {
  const { from } = targetTransitions[act];
  const wrong = held.filter(({ status }) => !from.includes(status));
  if (wrong.length === 0) return;
  const names = wrong.map(({ villageId }) => nameOf(found, villageId));
  throw new ApiError('conflict', {
    detail: {
      zh: `${names.join('、')}现在不能办理这一步，请刷新后再看。`,
      en: `${names.join(', ')}: not at that step; reload and look again.`,
    },
  });
}

/** Every measure that is asked for has a value, or a note of why there is none. */
async function refuseGaps(
  deps: Deps,
  actor: Actor,
  found: PeriodSheets,
  held: readonly HeldReport[],
): Promise<void> {
  const ids = new Set(held.map(({ villageId }) => villageId));
  const villages = found.villages.filter(({ villageId }) => ids.has(villageId));
  const measures = new Map(
    found.frame.templates.flatMap((one) => one.measures).map((one) => [one.key, one]),
  );
  const sheets = await presentSheets(deps, actor, found, villages);
  const faults = sheets.flatMap(({ villageId, villageName, cells }) =>
    cells.flatMap((cell): Fault[] => {
      const measure = measures.get(cell.measureKey);
      if (!cell.asked || isAnswered(cell) || !measure) return [];
      return [
        {
          path: `${villageId}/${cell.measureKey}`,
          code: 'notAnswered',
          message: {
            zh: `${villageName}的“${measure.name}”还没有填。`,
            en: `${villageName}: “${measure.name}” is empty.`,
          },
          basis: measure.basis,
          remedy: {
            zh: '填上数或是否；确实没有的，在说明里写明原因。',
            en: 'Enter it, or say in the note why there is none.',
          },
        },
      ];
    }),
  );
  if (faults.length > 0) throw ruleViolated(faults);
}

function refuseOwn(found: PeriodSheets, actor: Actor, held: readonly HeldReport[]): void {
  const own = held.filter((report) => isOwnReport(report, actor));
  if (own.length === 0) return;
  throw ruleViolated(
    own.map(({ villageId }) => ({
      path: villageId,
      code: 'ownReport',
      message: {
        zh: `${nameOf(found, villageId)}是您本人报送的，请由他人确认。`,
        en: `You submitted ${nameOf(found, villageId)} yourself; have somebody else confirm it.`,
      },
      basis: { kind: 'reading', source: '按本办理解' },
    })),
  );
}

async function takeStep(
  tx: Tx,
  actor: Actor,
  found: PeriodSheets,
  report: HeldReport,
  act: TargetAct,
  reason: string | null,
): Promise<void> {
  const { to } = targetTransitions[act];
  const revision = act === 'confirm' ? report.revision + 1 : report.revision;
  if (act === 'confirm') await keepEdition(tx, actor, report.id, revision);
  const data: Prisma.TargetSheetUncheckedUpdateInput = {
    ...{ status: to, revision, version: { increment: 1 } },
    ...(act === 'submit' ? { submittedById: actor.userId, submittedAt: new Date() } : {}),
    ...(act === 'confirm' ? { confirmedAt: new Date() } : {}),
  };
  const saved = await tx.targetSheet.update({ where: { id: report.id }, data });
  await tx.targetEvent.create({
    data: {
      ...{ id: uuid(), sheetId: report.id, act, revision, reason },
      ...{ byId: actor.userId, byName: actor.name },
    },
  });
  record(tx, {
    ...{ action: `target.${act}`, entity: 'targetSheet', entityId: report.id },
    params: { village: nameOf(found, report.villageId), period: found.period.key },
    changes: [
      {
        ...{ entity: 'targetSheet', entityId: report.id, versionAfter: saved.version },
        before: { status: report.status },
        after: { status: to, ...(reason === null ? {} : { reason }) },
      },
    ],
  });
}

/** The values as they are confirmed, for ever. */
async function keepEdition(tx: Tx, actor: Actor, sheetId: string, revision: number): Promise<void> {
  const values = await tx.targetValue.findMany({ where: { sheetId } });
  const content = Object.fromEntries(
    values.map(({ measureKey, number, answer, note }) => [
      measureKey,
      { number: number === null ? null : String(number), answer, note },
    ]),
  );
  await tx.targetEdition.create({
    data: { sheetId, revision, content, confirmedByName: actor.name },
  });
}
