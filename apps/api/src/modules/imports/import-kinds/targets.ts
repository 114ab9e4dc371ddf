import type { TargetChange } from '@xuanpai/contracts/target-reports';
import type { Tx } from '@xuanpai/database/transaction';
import { doublesOf } from '@xuanpai/domain/imports/doubles';
import { rowProblem } from '@xuanpai/domain/imports/row-problem';
import { readReported, readTargetRow, targetColumns } from '@xuanpai/domain/imports/target-row';
import { isReportEditable } from '@xuanpai/domain/targets/acts';
import { measuresOf } from '@xuanpai/domain/targets/measures';
import type { ReportPeriod } from '@xuanpai/domain/targets/periods';
import { type ReportedCell, reportFault } from '@xuanpai/domain/targets/report-faults';
import { ApiError } from '../../../lib/api-error.ts';
import { scopeFor, scopeSql } from '../../../lib/scope.ts';
import { runnerOf } from '../../../lib/sql.ts';
import { readFrame, readTargetVillages, type TargetVillage } from '../../../lib/targets/facts.ts';
import { holdReports, writeValues } from '../../../lib/targets/write-values.ts';
import { examinedAtOnce } from '../examined-at-once.ts';
import { examinedRow } from '../examined-row.ts';
import type {
  Examined,
  ImportContext,
  ImportKindOf,
  RowToWrite,
  TableRow,
  Values,
} from '../import-kind.ts';

/** A cell of a village's report, with what it was at the preview. */
interface StagedValue extends TargetChange {
  period: ReportPeriod;
}

/** A township's targets of one or several periods: a line for each measure of a village. */
export const targetsKind: ImportKindOf<StagedValue> = {
  kind: 'targets',
  columns: targetColumns,
  registers: ['villages', 'batchVillages'],
  together: true,
  open: examinedAtOnce(examine),
  apply,
};

async function examine(context: ImportContext, rows: TableRow[]): Promise<Examined<StagedValue>> {
  const { client, batch, today } = context;
  if (!batch) return { rows: [], problems: [noBatch], notices: [] };
  const places = await readPlaces(context, batch.id);
  const read = rows.map((row) => ({ row, ...readTargetRow(row.cells) }));
  const doubles = doublesOf(
    read.map(({ row, village, measure, period }) => ({
      row: row.row,
      cell: village && measure && period ? `${village} ${measure} ${period}` : null,
    })),
    'measure',
    ({ cell }) => cell,
  );
  const sheets = await client.targetSheet.findMany({
    where: { batchId: batch.id, villageId: { in: places.villages.map((one) => one.villageId) } },
    include: { values: true },
  });
  const examined = read.map(({ row, village: villageName, measure: name, period: key, reader }) => {
    const double = doubles.get(row.row);
    if (double) reader.problems.push(double);
    const village = places.villages.find((one) => one.villageName === villageName);
    if (villageName && !village)
      reader.refuse('village', 'villageUnknown', unknownVillage(villageName));
    const period = places.periods.find((one) => one.key === key);
    if (key && !period) reader.refuse('period', 'periodUnknown', unknownPeriod);
    if (period && period.endsOn >= today) reader.refuse('period', 'notOver', notOver(period));
    const measure = village && period && places.measureOf(village, period, name ?? '');
    if (village && period && name && !measure) reader.refuse('measure', 'notAsked', notAsked(name));
    const sheet = sheets.find((one) => one.villageId === village?.villageId && one.period === key);
    if (sheet && !isReportEditable(sheet.status)) reader.refuse(null, 'locked', locked, unlock);
    const cell = measure ? readReported(reader, measure) : null;
    const fault =
      measure && cell && measure.source === 'report' ? reportFault(measure, cell) : null;
    if (measure && fault) {
      reader.refuse('value', fault.code, fault.message, fault.remedy ?? null, measure.basis);
    }
    const kept = sheet?.values.find((one) => one.measureKey === measure?.key);
    const was = kept
      ? { value: textOf(kept.number), answer: kept.answer, note: kept.note }
      : { value: null, answer: null, note: null };
    return examinedRow<StagedValue>(row, {
      record:
        village && period && measure && cell
          ? { villageId: village.villageId, measureKey: measure.key, was, is: cell, period }
          : null,
      problems: reader.problems,
      notices: reader.notices,
      was: kept || isNothing(cell) ? valuesOf(was) : null,
      is: cell ? valuesOf(cell) : {},
      touched: [],
    });
  });
  return { rows: examined, problems: [], notices: [] };
}

/** The villages that the caller reports, and what each is asked. */
async function readPlaces({ client, actor, today }: ImportContext, batchId: string) {
  const reader = { db: { prisma: client, pool: runnerOf(client) } };
  const frame = await readFrame(reader, batchId, today);
  const reach = scopeSql(scopeFor(actor, 'targets.report', 'villages'), 'villages');
  const villages = await readTargetVillages(reader, frame, reach);
  const measureOf = (village: TargetVillage, period: ReportPeriod, name: string) =>
    measuresOf(village, frame.templatesAt(period.endsOn)).find((one) => one.name === name) ?? null;
  return { villages, periods: frame.periods, measureOf };
}

function valuesOf({ value, answer, note }: ReportedCell): Values {
  const said = answer === null ? (value ?? '') : answer ? '是' : '否';
  return { value: said, note: note ?? '' };
}

/** Trailing zeros say nothing: 5.00 is 5. */
const textOf = (number: { toString(): string } | null) =>
  number === null ? null : number.toString();

function isNothing(cell: ReportedCell | null): boolean {
  return cell !== null && cell.value === null && cell.answer === null && cell.note === null;
}

async function apply(tx: Tx, { actor, batch }: ImportContext, rows: RowToWrite<StagedValue>[]) {
  if (!batch) throw new Error('a preview without a batch has no rows');
  const periods = new Map(rows.map(({ record }) => [record.period.key, record.period]));
  for (const period of periods.values()) {
    const changes = rows.map(({ record }) => record).filter((one) => one.period.key === period.key);
    const villageIds = [...new Set(changes.map(({ villageId }) => villageId))].sort();
    const held = await holdReports(tx, batch.id, period, villageIds);
    if (!held.every(({ status }) => isReportEditable(status))) throw new ApiError('importStale');
    await writeValues(tx, actor, held, changes);
    const ids = held.map(({ id }) => id);
    await tx.$executeRaw`UPDATE target_sheet SET version = version + 1 WHERE id = ANY(${ids}::uuid[])`;
  }
  // Each cell is in the log already, as one that was typed.
  return [];
}

const noBatch = rowProblem(null, 'batchMissing', {
  zh: '还没有批次。',
  en: 'There is no batch yet.',
});
const unknownVillage = (name: string) => ({
  zh: `您的范围内没有“${name}”。`,
  en: `There is no “${name}” within your reach.`,
});
const unknownPeriod = { zh: '本批次没有这一期。', en: 'The batch has no such period.' };
const notOver = ({ endsOn }: ReportPeriod) => ({
  zh: `这一期到${endsOn}结束，结束后再填报。`,
  en: `The period ends on ${endsOn}; it is reported afterwards.`,
});
const notAsked = (name: string) => ({
  zh: `这个村没有“${name}”这项指标。`,
  en: `The village isn’t asked “${name}”.`,
});
const locked = {
  zh: '这一期已报送或已确认。',
  en: 'The report is submitted or confirmed already.',
};
const unlock = {
  zh: '要修改请先撤回、退回或重新开放。',
  en: 'Withdraw, return or reopen it first.',
};
