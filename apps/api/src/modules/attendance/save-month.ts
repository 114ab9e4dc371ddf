import type { Month } from '@xuanpai/contracts/attendance';
import type { saveAttendanceMonth } from '@xuanpai/contracts/attendance-entry';
import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Actor } from '../../lib/actor.ts';
import { holdSheet, refuseLocked } from '../../lib/attendance/hold-sheet.ts';
import { type SheetPlace, writeCells } from '../../lib/attendance/write-cells.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { findTownship } from './find-township.ts';
import { readSheet } from './read-sheet.ts';
import { writeBeside } from './write-beside.ts';

/**
 * Keeps what was typed: cells, notes, and what stands beside a row; all of it or nothing.
 * Throws `notFound`, `conflict` for a sheet that is signed or further, `invalid`, `cellsChanged`.
 */
export async function saveMonth(
  deps: Deps,
  actor: Actor,
  key: string,
  month: Month,
  { changes = [], notes = [], entries = [] }: BodyOf<typeof saveAttendanceMonth>,
): Promise<ReplyOf<typeof saveAttendanceMonth>> {
  const township = await findTownship(deps, actor, 'attendance.write', key);
  const place: SheetPlace = {
    townshipId: township.id,
    townshipName: township.name,
    month,
    today: deps.today(),
  };
  await writeAs(deps, actor, async (tx) => {
    const sheet = await holdSheet(tx, township.id, month);
    refuseLocked(sheet);
    await writeCells(tx, sheet, place, changes);
    await writeBeside(tx, actor, sheet, place, notes, entries);
    await tx.$executeRaw`UPDATE attendance_sheet SET version = version + 1 WHERE id = ${sheet.id}::uuid`;
  });
  const read = await readSheet(deps, actor, township, month);
  const touched = new Set(
    [...changes, ...notes, ...entries].map(({ assignmentId }) => assignmentId),
  );
  return { ...read, rows: read.rows.filter(({ assignmentId }) => touched.has(assignmentId)) };
}
