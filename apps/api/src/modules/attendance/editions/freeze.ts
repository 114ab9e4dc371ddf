import type { AttendanceMonth, Month } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { blocksOf } from '@xuanpai/domain/attendance/blocks';
import { lastDayOf } from '@xuanpai/domain/attendance/month';
import { ruleViolated } from '../../../lib/api-error.ts';
import { runnerOf } from '../../../lib/sql.ts';
import type { ActOnSheet } from '../acts/on-sheet.ts';
import { daysOfSheet, readRows } from '../read-sheet.ts';
import { differencesOf } from './differences.ts';

/** A sheet as it is kept for ever. */
export type Edition = Pick<AttendanceMonth, 'township' | 'month' | 'days' | 'daysBefore' | 'rows'>;

/** The sheet as it stands in the transaction. */
export async function editionNow({
  tx,
  township,
  month,
}: Pick<ActOnSheet, 'tx' | 'township' | 'month'>): Promise<Edition> {
  const { reckoned, facts } = await readRows(
    { runner: runnerOf(tx), client: tx },
    month,
    township.id,
  );
  return { township, month, ...daysOfSheet(facts), rows: reckoned.map(({ row }) => row) };
}

/** Refuses with everything that is left to do, cell by cell. Throws `ruleViolated`. */
export function refuseBlocked({ rows }: Edition, month: Month, today: PlainDate): void {
  const blocks = blocksOf(rows, { lastDay: lastDayOf(month), today });
  if (blocks.length === 0) return;
  throw ruleViolated(
    blocks.map(({ assignmentId, days, code, message, basis }) => ({
      path: [assignmentId, ...days.slice(0, 1)].filter((part) => part !== null).join('/'),
      code,
      message,
      basis,
    })),
  );
}

/** Keeps an edition under the next number; gives the number. */
export async function keepEdition(
  { tx, actor, sheet }: ActOnSheet,
  edition: Edition,
): Promise<number> {
  const revision = sheet.revision + 1;
  const before = await readEdition(tx, sheet.id, sheet.revision);
  const changed = before ? differencesOf(before, edition).length : 0;
  await tx.$executeRaw`INSERT INTO attendance_edition (sheet_id, revision, content, changed, signed_by_name)
    VALUES (${sheet.id}::uuid, ${revision}, ${JSON.stringify(edition)}::jsonb, ${changed}, ${actor.name})`;
  return revision;
}

export async function readEdition(
  client: Pick<Tx, 'attendanceEdition'>,
  sheetId: string,
  revision: number,
): Promise<Edition | null> {
  if (revision === 0) return null;
  const found = await client.attendanceEdition.findUnique({
    where: { sheetId_revision: { sheetId, revision } },
    select: { content: true },
  });
  return (found?.content as Edition | undefined) ?? null;
}
