import {
  type AttendanceMonth,
  type Month,
  type SheetAct,
  sheetActs,
} from '@xuanpai/contracts/attendance';
import { may } from '@xuanpai/contracts/permissions';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import { actFits, isEditable, transitions } from '@xuanpai/domain/attendance/acts';
import { firstDayOf, lastDayOf } from '@xuanpai/domain/attendance/month';
import type { Actor } from '../../lib/actor.ts';
import { scopeFor } from '../../lib/scope.ts';
import { reaches } from './find-township.ts';

type State = Pick<
  AttendanceMonth,
  'status' | 'version' | 'revision' | 'confirmedRevision' | 'remarks' | 'correction' | 'events'
>;

const untouched: State = {
  status: 'draft',
  version: 1,
  revision: 0,
  confirmedRevision: null,
  remarks: [],
  correction: null,
  events: [],
};

/** How far a sheet has come; a draft that nobody wrote in where there is no row yet. */
export async function readState(
  prisma: PrismaClient,
  townshipId: string,
  month: Month,
): Promise<State> {
  const found = await prisma.attendanceSheet.findUnique({
    where: { townshipId_month: { townshipId, month: toDate(firstDayOf(month)) } },
    include: { events: { orderBy: { id: 'asc' }, include: { remarks: true } } },
  });
  if (!found) return untouched;
  const lastReturn = found.events.findLast(({ act }) => act === 'return');
  const { correctionReason, correctionByName, correctionAt } = found;
  return {
    status: found.status,
    version: found.version,
    revision: found.revision,
    confirmedRevision: found.confirmedRevision,
    remarks:
      found.status === 'returned' && lastReturn
        ? lastReturn.remarks.map(({ assignmentId, day, reason }) => ({
            assignmentId,
            day: toPlainDate(day),
            reason,
          }))
        : [],
    correction:
      correctionReason !== null && correctionByName !== null && correctionAt !== null
        ? { reason: correctionReason, byName: correctionByName, at: correctionAt.toISOString() }
        : null,
    events: found.events.map(({ act, revision, reason, byName, at }) => ({
      act,
      revision,
      reason,
      byName,
      at: at.toISOString(),
    })),
  };
}

/** What somebody may do with a sheet as it stands: by role, township and status. */
export function actsOf(
  actor: Actor,
  townshipId: string,
  { status, correction }: Pick<State, 'status' | 'correction'>,
): SheetAct[] {
  return sheetActs.filter((act) => {
    const { by } = transitions[act];
    return (
      by !== null &&
      may(actor.roles, by) &&
      reaches(scopeFor(actor, by, 'sheets'), townshipId) &&
      actFits(act, { status, correctionAsked: correction !== null })
    );
  });
}

/** Whether all posts of the month belong to batches that are closed: it is for reading. */
export async function isMonthClosed(
  prisma: PrismaClient,
  townshipId: string,
  month: Month,
): Promise<boolean> {
  const [found] = await prisma.$queryRaw<{ closed: boolean }[]>`
    SELECT days_closed(${townshipId}::uuid, NULL, ${firstDayOf(month)}::date,
      ${lastDayOf(month)}::date) AS closed`;
  return found?.closed ?? false;
}

/** Whether somebody may write in the sheet's cells now. */
export function maySheetBeEdited(
  actor: Actor,
  townshipId: string,
  { status }: Pick<State, 'status'>,
): boolean {
  return (
    isEditable(status) &&
    may(actor.roles, 'attendance.write') &&
    reaches(scopeFor(actor, 'attendance.write', 'sheets'), townshipId)
  );
}
