import type { Month } from '@xuanpai/contracts/attendance';
import type { CellChange } from '@xuanpai/contracts/attendance-entry';
import type { Tx } from '@xuanpai/database/transaction';
import { ApiError } from '../../../lib/api-error.ts';
import { holdSheet } from '../../../lib/attendance/hold-sheet.ts';
import { writeCells } from '../../../lib/attendance/write-cells.ts';
import type { AuditChange } from '../../../lib/audit.ts';
import { scopeFor } from '../../../lib/scope.ts';
import type { ImportContext, RowToWrite } from '../import-kind.ts';
import type { Township } from './attendance-places.ts';

export interface StagedAttendance {
  township: Township;
  month: Month;
  changes: CellChange[];
}

/**
 * Writes the cells as the sheet's page does, each against what the preview showed; the log says so
 * sheet by sheet. Throws `importStale` where a cell, a post or the sheet isn't as it was.
 */
export async function applyAttendance(
  tx: Tx,
  { actor, today }: ImportContext,
  rows: RowToWrite<StagedAttendance>[],
): Promise<AuditChange[]> {
  for (const { township, month, changes } of bySheet(rows)) {
    const scope = scopeFor(actor, 'attendance.write', 'sheets');
    const reaches =
      scope === 'all' || (scope !== 'none' && scope.townshipIds.includes(township.id));
    if (!reaches) throw new ApiError('importStale');
    const sheet = await holdSheet(tx, township.id, month);
    const place = { townshipId: township.id, townshipName: township.name, month, today };
    await writeCells(tx, sheet, place, changes).catch((error: unknown) => {
      throw isStale(error) ? new ApiError('importStale') : error;
    });
    await tx.$executeRaw`UPDATE attendance_sheet SET version = version + 1
      WHERE id = ${sheet.id}::uuid`;
  }
  return [];
}

/** In one order, so that two imports never wait for each other. */
function bySheet(rows: readonly RowToWrite<StagedAttendance>[]): StagedAttendance[] {
  const sheets = new Map<string, StagedAttendance>();
  for (const { record } of rows) {
    const key = `${record.township.id} ${record.month}`;
    const known = sheets.get(key);
    if (known) known.changes.push(...record.changes);
    else sheets.set(key, { ...record, changes: [...record.changes] });
  }
  return [...sheets.keys()].sort().flatMap((key) => sheets.get(key) ?? []);
}

const staleCodes: readonly string[] = ['cellsChanged', 'conflict', 'invalid'];

function isStale(error: unknown): boolean {
  return error instanceof ApiError && staleCodes.includes(error.code);
}
