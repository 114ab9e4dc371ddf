import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { type Permission, permissions } from '@xuanpai/contracts/permissions';
import type { getTargetSheets, TargetCell, TargetSheet } from '@xuanpai/contracts/target-reports';
import type { TargetAct, TargetStatus } from '@xuanpai/contracts/target-values';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { isReportEditable, targetActsFrom, targetTransitions } from '@xuanpai/domain/targets/acts';
import {
  everyMeasure,
  type Measure,
  measuresOf,
  templatesOf,
} from '@xuanpai/domain/targets/measures';
import { type ReportPeriod, reportBy } from '@xuanpai/domain/targets/periods';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor } from '../../lib/scope.ts';
import { rows, type Sql, sql } from '../../lib/sql.ts';
import { readInfrastructureSpent } from '../../lib/support/infrastructure.ts';
import {
  type ConfirmedValue,
  readAdjustments,
  readConfirmed,
  readFrame,
  readTargetVillages,
  type TargetFrame,
  type TargetVillage,
} from '../../lib/targets/facts.ts';
import { presentMeasure } from './grid.ts';
import { findTownship, villagesWithin } from './reach.ts';

type Reply = ReplyOf<typeof getTargetSheets>;

/** A township's reports of a period, with the frame of the period's last day. */
export interface PeriodSheets {
  township: { id: string; name: string };
  frame: TargetFrame;
  period: ReportPeriod;
  villages: TargetVillage[];
}

/** Throws `notFound` for a township out of reach and a period that the batch doesn't have. */
export async function findPeriod(
  deps: Deps,
  actor: Actor,
  permission: Permission,
  place: { townshipId: string; period: string; batchId: string },
): Promise<PeriodSheets> {
  // A liaison reads villages here and there, and reports none: for reading the villages decide.
  const whole = permission !== 'targets.read';
  const township = whole
    ? await findTownship(deps, actor, permission, place.townshipId)
    : await findAnyTownship(deps, place.townshipId);
  const now = await readFrame(deps, place.batchId, deps.today());
  const period = now.periods.find(({ key }) => key === place.period);
  if (!period) throw notFound();
  const frame = await readFrame(deps, place.batchId, period.endsOn);
  const reach = sql`${villagesWithin(actor, permission)} AND v.township_id = ${township.id}::uuid`;
  const villages = await readTargetVillages(deps, frame, reach);
  if (villages.length === 0 && scopeFor(actor, permission, 'sheets') !== 'all') throw notFound();
  return { township, frame, period, villages };
}

async function findAnyTownship({ db }: Pick<Deps, 'db'>, id: string) {
  const township = await db.prisma.region.findFirst({
    where: { id, level: 'township' },
    select: { id: true, name: true },
  });
  if (!township) throw notFound();
  return township;
}

/** A township's reports of a period. Throws `notFound`. */
export async function readSheets(
  deps: Deps,
  actor: Actor,
  place: { townshipId: string; period: string; batchId: string },
): Promise<Reply> {
  const found = await findPeriod(deps, actor, 'targets.read', place);
  const { frame, period, township, villages } = found;
  const sheets = await presentSheets(deps, actor, found, villages);
  const asked = new Set(sheets.flatMap(({ cells }) => cells.map(({ measureKey }) => measureKey)));
  const measures = everyMeasure(frame.templates).filter(({ key }) => asked.has(key));
  return {
    township,
    period: presentPeriod(period, frame, deps.today()),
    measures: measures.map((measure) => presentMeasure(measure, frame)),
    sheets,
  };
}

export function presentPeriod(
  { key, startsOn, endsOn }: ReportPeriod,
  { policy }: Pick<TargetFrame, 'policy'>,
  today: PlainDate,
) {
  const due = reportBy({ endsOn }, policy.number('target.reportDays'));
  return { ...{ key, startsOn, endsOn, reportBy: due }, open: endsOn < today, late: due < today };
}

interface SheetRow {
  id: string;
  villageId: string;
  status: TargetStatus;
  version: number;
  revision: number;
  submittedById: string | null;
  reason: string | null;
}

interface ValueRow {
  villageId: string;
  measureKey: string;
  value: string | null;
  answer: boolean | null;
  note: string | null;
}

/** The reports of some villages as the caller may read and change them. */
export async function presentSheets(
  deps: Deps,
  actor: Actor,
  { frame, period }: PeriodSheets,
  villages: readonly TargetVillage[],
): Promise<TargetSheet[]> {
  const ids = villages.map(({ villageId }) => villageId);
  const of = sql`s.batch_id = ${frame.batch.id}::uuid AND s.period = ${period.key}
    AND s.village_id = ANY(${ids}::uuid[])`;
  const [sheets, values, confirmed, spent, adjustments] = await Promise.all([
    readSheetRows(deps, of),
    readValueRows(deps, of),
    readConfirmed(deps, { ...frame, on: addDays(period.startsOn, -1) }, ids),
    readInfrastructureSpent(deps.db.pool, ids, period.year, period.endsOn),
    readAdjustments(deps, frame, ids),
  ]);
  const acts = actsOf(actor);
  const open = period.endsOn < deps.today();
  return villages.map((village): TargetSheet => {
    const { villageId, villageName, kinds } = village;
    const sheet = sheets.find((one) => one.villageId === villageId);
    const own = values.filter((one) => one.villageId === villageId);
    const before = confirmed.get(villageId) ?? [];
    const status = sheet?.status ?? 'draft';
    const left = adjustments.filter((one) => one.villageId === villageId);
    return {
      ...{ villageId, villageName, kinds, status },
      sheetId: sheet?.id ?? null,
      families: templatesOf(village, frame.templates).map(({ family }) => family),
      version: sheet?.version ?? 1,
      revision: sheet?.revision ?? 0,
      reason: status === 'returned' ? (sheet?.reason ?? null) : null,
      cells: measuresOf(village, frame.templates)
        .filter(({ key, source }) => source !== 'judgement' && !isLeftOut(left, key))
        .map((measure) => cellOf(measure, own, before, spent.get(villageId) ?? '0.00')),
      acts: open ? targetActsFrom(status).filter((act) => acts(act, sheet)) : [],
      editable: open && isReportEditable(status) && acts('submit', undefined),
    };
  });
}

function isLeftOut(
  adjustments: readonly { measureKey: string; leftOut: boolean }[],
  key: string,
): boolean {
  return adjustments.findLast(({ measureKey }) => measureKey === key)?.leftOut ?? false;
}

function cellOf(
  { key, source, period }: Measure,
  own: readonly ValueRow[],
  before: readonly ConfirmedValue[],
  spent: string,
): TargetCell {
  const value = own.find(({ measureKey }) => measureKey === key);
  const last = before.findLast(({ measureKey }) => measureKey === key);
  const settled = period === 'once' && last !== undefined;
  return {
    measureKey: key,
    value: value?.value ?? null,
    answer: value?.answer ?? null,
    note: value?.note ?? null,
    before: last
      ? {
          period: last.period,
          value: last.number === null ? null : String(last.number),
          answer: last.answer,
        }
      : null,
    asked: source === 'report' && !settled,
    reckoned: source === 'projects' ? spent : null,
  };
}

/** Which acts a person may do by role; nobody confirms what they submitted themselves. */
function actsOf(actor: Actor) {
  return (act: TargetAct, sheet: Pick<SheetRow, 'submittedById'> | undefined): boolean => {
    const allowed: readonly string[] = permissions[targetTransitions[act].by];
    if (!actor.roles.some((role) => allowed.includes(role))) return false;
    return act !== 'confirm' || !isOwnReport(sheet, actor);
  };
}

/** Whether somebody submitted a report themselves. */
export function isOwnReport(
  report: Pick<SheetRow, 'submittedById'> | undefined,
  { userId }: Pick<Actor, 'userId'>,
): boolean {
  return userId !== null && report?.submittedById === userId;
}

function readSheetRows({ db }: Pick<Deps, 'db'>, of: Sql): Promise<SheetRow[]> {
  return rows<SheetRow>(
    db.pool,
    sql`SELECT s.id, s.village_id AS "villageId", s.status::text AS status, s.version, s.revision,
        s.submitted_by_id AS "submittedById",
        (SELECT e.reason FROM target_event e WHERE e.sheet_id = s.id AND e.reason IS NOT NULL
          ORDER BY e.at DESC, e.id DESC LIMIT 1) AS reason
      FROM target_sheet s WHERE ${of}`,
  );
}

function readValueRows({ db }: Pick<Deps, 'db'>, of: Sql): Promise<ValueRow[]> {
  return rows<ValueRow>(
    db.pool,
    sql`SELECT s.village_id AS "villageId", x.measure_key AS "measureKey",
        trim_scale(x.number)::text AS value, x.answer, x.note
      FROM target_sheet s JOIN target_value x ON x.sheet_id = s.id WHERE ${of}`,
  );
}
