import type { AttendanceMonth, Month, SheetAct } from '@xuanpai/contracts/attendance';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { Text } from '@xuanpai/contracts/text';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { actFits, statusAfter } from '@xuanpai/domain/attendance/acts';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError } from '../../../lib/api-error.ts';
import { type HeldSheet, holdSheet } from '../../../lib/attendance/hold-sheet.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { writeAs } from '../../../lib/write.ts';
import { findTownship, type Township } from '../find-township.ts';
import { readSheet } from '../read-sheet.ts';

/** What an act on a sheet works with. */
export interface ActOnSheet {
  tx: Tx;
  actor: Actor;
  sheet: HeldSheet;
  township: Township;
  month: Month;
}

interface ActShape {
  act: SheetAct;
  permission: Permission;
  /** What the page saw. */
  version: number;
  reason?: string;
}

/** What an act changes of the sheet beside its status, and what it writes once the step is kept. */
interface Step {
  data?: Prisma.AttendanceSheetUncheckedUpdateInput;
  follow?: (eventId: string) => Promise<void>;
}

/**
 * Carries out one act of a sheet's life: finds the sheet within the caller's reach, holds it, checks
 * what the caller saw and whether the act fits, does the `work`, and keeps the step and who took it.
 * Throws `notFound`, `staleVersion`, `conflict`, and what the work throws.
 */
export async function actOnSheet(
  deps: Deps,
  actor: Actor,
  { key, month }: { key: string; month: Month },
  shape: ActShape,
  work: (on: ActOnSheet) => Promise<Step>,
): Promise<AttendanceMonth> {
  const township = await findTownship(deps, actor, shape.permission, key);
  await writeAs(deps, actor, async (tx) => {
    const sheet = await holdSheet(tx, township.id, month);
    await checkSeen(tx, sheet, shape.version);
    if (!actFits(shape.act, sheet)) throw new ApiError('conflict', { detail: misfit(sheet) });
    await takeStep({ tx, actor, sheet, township, month }, shape, work);
  });
  return readSheet(deps, actor, township, month);
}

/** The step itself, for callers that hold the sheet. */
export async function takeStep(
  on: ActOnSheet,
  { act, reason }: Pick<ActShape, 'act' | 'reason'>,
  work: (on: ActOnSheet) => Promise<Step>,
): Promise<void> {
  const { tx, actor, sheet, township, month } = on;
  const eventId = uuid();
  const { data = {}, follow } = await work(on);
  const status = statusAfter(act, sheet.status);
  const saved = await tx.attendanceSheet.update({
    where: { id: sheet.id },
    data: { ...data, status, version: { increment: 1 } },
    select: { version: true, revision: true },
  });
  await tx.$executeRaw`INSERT INTO attendance_event (id, sheet_id, act, revision, reason, by_id, by_name)
    VALUES (${eventId}::uuid, ${sheet.id}::uuid, ${act}::sheet_act, ${saved.revision},
      ${reason ?? null}, ${actor.userId}::uuid, ${actor.name})`;
  await follow?.(eventId);
  record(tx, {
    action: `attendance.${act}`,
    entity: 'attendanceSheet',
    entityId: sheet.id,
    params: { township: township.name, month, revision: saved.revision },
    changes: [
      {
        entity: 'attendanceSheet',
        entityId: sheet.id,
        versionAfter: saved.version,
        before: { status: sheet.status },
        after: { status, ...(reason === undefined ? {} : { reason }) },
      },
    ],
  });
}

export function checkSeen(tx: Tx, sheet: HeldSheet, seen: number): Promise<void> {
  const { id, version, status, revision } = sheet;
  const current = { version, status, revision };
  return checkVersion(tx, { entity: 'attendanceSheet', id, version, current }, seen);
}

function misfit({ status, correctionAsked }: HeldSheet): Text {
  if (correctionAsked) {
    return {
      zh: '本月考勤已确认，更正申请还在等区里决定。',
      en: 'The month is confirmed, and a correction waits for the district.',
    };
  }
  return { zh: standing[status].zh, en: standing[status].en };
}

const standing: Readonly<Record<HeldSheet['status'], Text>> = {
  draft: {
    zh: '本月考勤还是草稿，先由负责人签字。',
    en: 'The month is a draft; the head signs it first.',
  },
  signed: {
    zh: '本月考勤已签字，等待报送。',
    en: 'The month is signed and waits to be submitted.',
  },
  submitted: {
    zh: '本月考勤已报送，等待区里确认。',
    en: 'The month is submitted and waits for the district.',
  },
  returned: {
    zh: '本月考勤已退回，修改后重新签字报送。',
    en: 'The month was returned; it is changed, signed and submitted again.',
  },
  confirmed: { zh: '本月考勤已确认。', en: 'The month is confirmed.' },
};
