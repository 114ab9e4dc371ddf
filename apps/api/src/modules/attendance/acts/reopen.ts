import { daysReckonedLater, monthAfter } from '@xuanpai/domain/attendance/month';
import { holdSheet } from '../../../lib/attendance/hold-sheet.ts';
import { editionNow, readEdition } from '../editions/freeze.ts';
import { type ActOnSheet, takeStep } from './on-sheet.ts';

/**
 * The next month reckons the last days of this one in its first week (M4). Where it was signed with
 * other marks on those days, it opens again; what was signed stays on record.
 */
export async function reopenNextMonth(on: ActOnSheet): Promise<void> {
  const { tx, township, month } = on;
  const days = daysReckonedLater(month);
  if (days.length === 0) return;
  const next = monthAfter(month);
  const sheet = await holdSheet(tx, township.id, next);
  if (sheet.status === 'draft' || sheet.status === 'returned') return;
  const signed = await readEdition(tx, sheet.id, sheet.revision);
  if (!signed) return;
  const now = await editionNow(on);
  const rows = new Map(now.rows.map((row) => [row.assignmentId, row]));
  const changed = days.filter((day) =>
    signed.rows.some(
      ({ assignmentId, tier, before }) =>
        tier === 'township' &&
        rows.has(assignmentId) &&
        (before[day] ?? null) !== (rows.get(assignmentId)?.days[day] ?? null),
    ),
  );
  if (changed.length === 0) return;
  const said = changed.map((day) => `${Number(day.slice(8))}日`).join('、');
  const reason = `${Number(month.slice(5))}月${said}已更正，${Number(next.slice(5))}月第一周重新核算`;
  const step = { act: 'reopen', reason } as const;
  await takeStep({ ...on, sheet, month: next }, step, async () => ({ data: noCorrection }));
}

/** A sheet that is open has no correction to ask for. */
export const noCorrection = {
  correctionReason: null,
  correctionByName: null,
  correctionAt: null,
} as const;
