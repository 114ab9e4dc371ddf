import type { Month, SheetStatus } from '@xuanpai/contracts/attendance';
import type { Text } from '@xuanpai/contracts/text';
import type { Tx } from '@xuanpai/database/transaction';
import { isEditable } from '@xuanpai/domain/attendance/acts';
import { firstDayOf } from '@xuanpai/domain/attendance/month';
import { v7 as uuid } from 'uuid';
import { ApiError } from '../api-error.ts';

/** A township's sheet as it is kept; held until the transaction ends. */
export interface HeldSheet {
  id: string;
  status: SheetStatus;
  version: number;
  revision: number;
  correctionAsked: boolean;
}

/** Takes the sheet for writing, making it if nothing was written yet: writers of one sheet wait. */
export async function holdSheet(tx: Tx, townshipId: string, month: Month): Promise<HeldSheet> {
  const first = firstDayOf(month);
  await tx.$executeRaw`INSERT INTO attendance_sheet (id, township_id, month)
    VALUES (${uuid()}::uuid, ${townshipId}::uuid, ${first}::date)
    ON CONFLICT (township_id, month) DO NOTHING`;
  const [sheet] = await tx.$queryRaw<HeldSheet[]>`SELECT id, status::text, version, revision,
      correction_at IS NOT NULL AS "correctionAsked"
    FROM attendance_sheet WHERE township_id = ${townshipId}::uuid AND month = ${first}::date FOR UPDATE`;
  if (!sheet) throw new Error('the sheet was just made');
  return sheet;
}

const lockedWords: Readonly<Record<string, Text>> = {
  signed: {
    zh: '本月考勤已由负责人签字；要修改请先撤回。',
    en: 'The month is signed; withdraw it to change it.',
  },
  submitted: {
    zh: '本月考勤已报送；要修改请先撤回，或由区里退回。',
    en: 'The month is submitted; withdraw it, or have it returned, to change it.',
  },
  confirmed: {
    zh: '本月考勤已确认；要修改请申请更正。',
    en: 'The month is confirmed; ask for a correction to change it.',
  },
};

/** Why a sheet isn't written in as it stands; null: the township is working on it. */
export function lockedReason(status: SheetStatus): Text | null {
  return isEditable(status) ? null : (lockedWords[status] ?? null);
}

/** Refuses to write where the township isn't working on the sheet. */
export function refuseLocked({ status }: Pick<HeldSheet, 'status'>): void {
  if (isEditable(status)) return;
  const detail = lockedReason(status);
  throw new ApiError('conflict', detail ? { detail } : {});
}
