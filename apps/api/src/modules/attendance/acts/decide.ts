import type { AttendanceMonth, Month } from '@xuanpai/contracts/attendance';
import type {
  confirmAttendanceMonths,
  returnAttendance as returnEndpoint,
} from '@xuanpai/contracts/attendance-acts';
import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { problems } from '@xuanpai/contracts/problems';
import type { Language } from '@xuanpai/contracts/text';
import { toDate } from '@xuanpai/database/dates';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, type Fault, invalid } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { type Edition, editionNow, readEdition } from '../editions/freeze.ts';
import { actOnSheet } from './on-sheet.ts';
import { reopenNextMonth } from './reopen.ts';

interface Place {
  key: string;
  month: Month;
}

/**
 * The district confirms the edition that was signed, and the month is locked. Where it corrects days
 * of a week that the next month reckons, that month opens again.
 */
export function confirm(
  deps: Deps,
  actor: Actor,
  place: Place,
  version: number,
): Promise<AttendanceMonth> {
  const shape = { act: 'confirm', permission: 'attendance.confirm', version } as const;
  return actOnSheet(deps, actor, place, shape, async (on) => {
    const { tx, sheet } = on;
    const { revision } = sheet;
    await tx.$executeRaw`UPDATE attendance_edition SET confirmed_at = now(), confirmed_by_name = ${actor.name}
      WHERE sheet_id = ${sheet.id}::uuid AND revision = ${revision}`;
    await reopenNextMonth(on);
    return { data: { confirmedAt: new Date(), confirmedRevision: revision } };
  });
}

/** Confirms several, each by itself; says of each that couldn't be why. */
export async function confirmMany(
  deps: Deps,
  actor: Actor,
  { month, sheets }: BodyOf<typeof confirmAttendanceMonths>,
): Promise<ReplyOf<typeof confirmAttendanceMonths>> {
  const confirmed: string[] = [];
  const refused: ReplyOf<typeof confirmAttendanceMonths>['refused'] = [];
  const townships = await deps.db.prisma.region.findMany({
    where: { id: { in: sheets.map(({ townshipId }) => townshipId) } },
    select: { id: true, name: true },
  });
  const names = new Map(townships.map(({ id, name }) => [id, name]));
  // The key of the request is for the request as a whole: the first sheet takes it.
  for (const { townshipId, version } of sheets) {
    try {
      const once = confirmed.length === 0 ? actor : { ...actor, idempotency: null };
      await confirm(deps, once, { key: townshipId, month }, version);
      confirmed.push(townshipId);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const townshipName = names.get(townshipId) ?? '';
      refused.push({ townshipId, townshipName, message: words(error, actor.language) });
    }
  }
  return { confirmed, refused };
}

/** Sends it back with a reason, and with remarks on rows and cells. */
export function returnSheet(
  deps: Deps,
  actor: Actor,
  place: Place,
  { version, reason, remarks = [] }: BodyOf<typeof returnEndpoint>,
): Promise<AttendanceMonth> {
  const shape = { act: 'return', permission: 'attendance.confirm', version, reason } as const;
  return actOnSheet(deps, actor, place, shape, async ({ tx, sheet, township, month }) => {
    const edition =
      (await readEdition(tx, sheet.id, sheet.revision)) ??
      (await editionNow({ tx, township, month }));
    refuseElsewhere(remarks, edition);
    const kept = remarks.map(({ day, ...remark }) => ({ ...remark, day: toDate(day) }));
    return {
      follow: async (eventId) => {
        const data = kept.map((remark) => ({ ...remark, eventId, sheetId: sheet.id }));
        await tx.attendanceRemark.createMany({ data });
      },
    };
  });
}

/** Remarks are about cells of the sheet. */
function refuseElsewhere(
  remarks: NonNullable<BodyOf<typeof returnEndpoint>['remarks']>,
  { rows, days }: Edition,
): void {
  const known = new Set(rows.map(({ assignmentId }) => assignmentId));
  const inMonth = new Set(days.map(({ day }) => day));
  const faults = remarks.flatMap(({ assignmentId, day }, at): Fault[] =>
    known.has(assignmentId) && (day === null || inMonth.has(day))
      ? []
      : [{ path: `remarks.${at}`, code: 'notOnSheet', message: notOnSheet }],
  );
  if (faults.length > 0) throw invalid(faults);
}

const notOnSheet = {
  zh: '说明的这一格不在本表上。',
  en: 'The cell of this remark is not on the sheet.',
};

/** What a refusal says, in one sentence. */
function words({ code, options }: ApiError, language: Language): string {
  return options.detail?.[language] ?? problems[code][language];
}
