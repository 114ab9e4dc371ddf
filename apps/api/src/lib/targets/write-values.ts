import type { TargetChange } from '@xuanpai/contracts/target-reports';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { ReportPeriod } from '@xuanpai/domain/targets/periods';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../actor.ts';
import { ApiError } from '../api-error.ts';
import { record } from '../audit.ts';

type Cell = NonNullable<TargetChange['is']>;

/** A village's report of a period, held until the transaction ends. */
export interface HeldReport {
  id: string;
  villageId: string;
  status: 'draft' | 'submitted' | 'returned' | 'confirmed';
  version: number;
  revision: number;
  submittedById: string | null;
}

/** Takes the reports of villages for writing, making those that aren't there. */
export async function holdReports(
  tx: Tx,
  batchId: string,
  period: Pick<ReportPeriod, 'key' | 'startsOn' | 'endsOn'>,
  villageIds: readonly string[],
): Promise<HeldReport[]> {
  await tx.targetSheet.createMany({
    data: villageIds.map((villageId) => ({
      ...{ id: uuid(), batchId, villageId, period: period.key },
      ...{ startsOn: toDate(period.startsOn), endsOn: toDate(period.endsOn) },
    })),
    skipDuplicates: true,
  });
  return tx.$queryRaw<HeldReport[]>`SELECT id, village_id AS "villageId", status::text, version,
      revision, submitted_by_id AS "submittedById"
    FROM target_sheet WHERE batch_id = ${batchId}::uuid AND period = ${period.key}
      AND village_id = ANY(${[...villageIds]}::uuid[]) ORDER BY village_id FOR UPDATE`;
}

/** Writes cells that are still what they were; throws `cellsChanged` with every other one. */
export async function writeValues(
  tx: Tx,
  actor: Actor,
  held: readonly HeldReport[],
  changes: readonly TargetChange[],
): Promise<void> {
  const known = await tx.targetValue.findMany({
    where: { sheetId: { in: held.map(({ id }) => id) } },
  });
  const conflicts: { path: string; was: string | null; is: string | null; by: string | null }[] =
    [];
  const sheetOf = new Map(held.map((sheet) => [sheet.villageId, sheet]));
  for (const change of changes) {
    const sheet = sheetOf.get(change.villageId) as HeldReport;
    const row = known.find(
      (one) => one.sheetId === sheet.id && one.measureKey === change.measureKey,
    );
    const now = row
      ? {
          value: row.number === null ? null : String(row.number),
          answer: row.answer,
          note: row.note,
        }
      : null;
    if (isSame(now, change.is)) continue;
    if (!isSame(now, change.was)) {
      const path = `${change.villageId}/${change.measureKey}`;
      const by = row?.changedByName ?? null;
      conflicts.push({ path, was: asText(change.was), is: asText(now), by });
      continue;
    }
    await writeValue(tx, actor, sheet, change, now);
  }
  if (conflicts.length > 0) throw changedMeanwhile(conflicts);
}

async function writeValue(
  tx: Tx,
  actor: Actor,
  { id: sheetId, version }: HeldReport,
  { measureKey, is, villageId }: TargetChange,
  before: Cell | null,
): Promise<void> {
  const key = { sheetId_measureKey: { sheetId, measureKey } };
  if (isEmpty(is)) await tx.targetValue.deleteMany({ where: { sheetId, measureKey } });
  else {
    const data = {
      ...{ number: is?.value ?? null, answer: is?.answer ?? null, note: is?.note ?? null },
      ...{ changedById: actor.userId, changedByName: actor.name, changedAt: new Date() },
    };
    await tx.targetValue.upsert({
      where: key,
      create: { sheetId, measureKey, ...data },
      update: data,
    });
  }
  record(tx, {
    ...{ action: 'target.report', entity: 'targetSheet', entityId: sheetId },
    params: { villageId, measureKey },
    changes: [
      {
        ...{ entity: 'targetSheet', entityId: sheetId, versionAfter: version + 1 },
        before: { [measureKey]: before },
        after: { [measureKey]: is },
      },
    ],
  });
}

function isEmpty(cell: TargetChange['is']): boolean {
  return cell === null || (cell.value === null && cell.answer === null && cell.note === null);
}

/** `"5"` and `"5.00"` are one number; a cell that says nothing is none. */
function isSame(left: Cell | null, right: Cell | null): boolean {
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right);
  const numbers = [left?.value ?? null, right?.value ?? null];
  const same = numbers.every((one) => one !== null)
    ? Number(numbers[0]) === Number(numbers[1])
    : numbers[0] === numbers[1];
  return same && left?.answer === right?.answer && (left?.note ?? null) === (right?.note ?? null);
}

function asText(cell: Cell | null): string | null {
  if (cell === null) return null;
  return cell.value ?? (cell.answer === null ? cell.note : String(cell.answer));
}

function changedMeanwhile(
  conflicts: { path: string; was: string | null; is: string | null; by: string | null }[],
): ApiError {
  return new ApiError('cellsChanged', {
    detail: {
      zh: `有${conflicts.length}处已被他人修改，请逐处核对；其余内容没有丢失。`,
      en: `${conflicts.length} places were changed by somebody else; nothing else is lost.`,
    },
    faults: conflicts.map(({ path }) => ({
      ...{ path, code: 'cellChanged' },
      message: { zh: '这一格已被他人修改。', en: 'Somebody else changed this cell.' },
    })),
    changes: conflicts.map((conflict) => ({ ...conflict, at: null })),
  });
}
