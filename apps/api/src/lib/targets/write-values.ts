import type { TargetChange } from '@xuanpai/contracts/target-reports';
import { toDate } from '@xuanpai/database/dates';
import type { TargetValue } from '@xuanpai/database/generated/client';
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

interface Written {
  sheet: HeldReport;
  measureKey: string;
  before: Cell | null;
  after: Cell | null;
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
  const rowOf = new Map(known.map((row) => [`${row.sheetId} ${row.measureKey}`, row]));
  const sheetOf = new Map(held.map((sheet) => [sheet.villageId, sheet]));
  const conflicts: Conflict[] = [];
  // A cell that is sent twice is what it is sent as last.
  const written = new Map<string, Written>();
  for (const { villageId, measureKey, was, is } of changes) {
    const sheet = sheetOf.get(villageId) as HeldReport;
    const key = `${sheet.id} ${measureKey}`;
    const row = rowOf.get(key);
    const before = row ? cellOf(row) : null;
    const now = written.get(key)?.after ?? before;
    if (isSame(now, is)) continue;
    if (isSame(now, was)) written.set(key, { sheet, measureKey, before, after: is });
    else {
      const by = row?.changedByName ?? null;
      conflicts.push({ path: `${villageId}/${measureKey}`, was: asText(was), is: asText(now), by });
    }
  }
  if (conflicts.length > 0) throw changedMeanwhile(conflicts);
  await keep(tx, actor, [...written.values()]);
  for (const sheet of held) note(tx, sheet, [...written.values()]);
}

async function keep(tx: Tx, actor: Actor, written: readonly Written[]): Promise<void> {
  const given = written.map(({ sheet, measureKey, after }) => ({
    ...{ sheetId: sheet.id, measureKey, empty: isEmpty(after) },
    ...{ number: after?.value ?? null, answer: after?.answer ?? null, note: after?.note ?? null },
  }));
  if (given.length === 0) return;
  const [full, empty] = [false, true].map((of) => given.filter((one) => one.empty === of));
  await tx.$executeRaw`DELETE FROM target_value x
    USING jsonb_to_recordset(${JSON.stringify(empty)}::jsonb) AS g("sheetId" uuid, "measureKey" text)
    WHERE x.sheet_id = g."sheetId" AND x.measure_key = g."measureKey"`;
  await tx.$executeRaw`INSERT INTO target_value
      (sheet_id, measure_key, number, answer, note, changed_by_id, changed_by_name)
    SELECT g."sheetId", g."measureKey", g.number, g.answer, g.note, ${actor.userId}::uuid, ${actor.name}
    FROM jsonb_to_recordset(${JSON.stringify(full)}::jsonb)
      AS g("sheetId" uuid, "measureKey" text, number numeric, answer boolean, note text)
    ON CONFLICT (sheet_id, measure_key) DO UPDATE SET number = EXCLUDED.number,
      answer = EXCLUDED.answer, note = EXCLUDED.note, changed_by_id = EXCLUDED.changed_by_id,
      changed_by_name = EXCLUDED.changed_by_name, changed_at = now()`;
}

/** One entry for each report that was written in. */
function note(tx: Tx, { id, version }: HeldReport, all: readonly Written[]): void {
  const written = all.filter(({ sheet }) => sheet.id === id);
  if (written.length === 0) return;
  const by = (side: 'before' | 'after') =>
    Object.fromEntries(written.map((one) => [one.measureKey, sideOf(one[side])]));
  record(tx, {
    ...{ action: 'target.report', entity: 'targetSheet', entityId: id },
    params: { values: written.length },
    changes: [
      {
        ...{ entity: 'targetSheet', entityId: id, versionAfter: version + 1 },
        ...{ before: by('before'), after: by('after') },
      },
    ],
  });
}

/** As the log keeps a cell. */
const sideOf = (cell: Cell | null) => (isEmpty(cell) ? null : { ...cell });

function cellOf({ number, answer, note: text }: TargetValue): Cell {
  return { value: number === null ? null : String(number), answer, note: text };
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

interface Conflict {
  path: string;
  was: string | null;
  is: string | null;
  by: string | null;
}

function changedMeanwhile(conflicts: readonly Conflict[]): ApiError {
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
