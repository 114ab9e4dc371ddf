import type { AttendanceMonth, Month } from '@xuanpai/contracts/attendance';
import type { confirmAbsence as endpoint } from '@xuanpai/contracts/attendance-acts';
import { cellOf, type Half } from '@xuanpai/contracts/attendance-marks';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { PlainDate } from '@xuanpai/contracts/values';
import { decodeCell, encodeCell, halvesIn } from '@xuanpai/domain/attendance/cells';
import { firstDayOf, monthOf } from '@xuanpai/domain/attendance/month';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, type Fault, invalid } from '../../../lib/api-error.ts';
import { holdSheet } from '../../../lib/attendance/hold-sheet.ts';
import { readPostsOfMonth } from '../../../lib/attendance/read-posts.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { runnerOf, sql } from '../../../lib/sql.ts';
import { writeAs } from '../../../lib/write.ts';
import { editionNow, keepEdition } from '../editions/freeze.ts';
import { findTownship } from '../find-township.ts';
import { readSheet } from '../read-sheet.ts';
import { checkSeen } from './on-sheet.ts';

/**
 * 未到岗 becomes 旷工 (M6): the district confirms it after hearing the cadre. What was signed already
 * is kept as a new edition, since the sheet says something else now.
 * Throws `notFound`, `staleVersion`, `conflict` once the month is confirmed, `invalid`.
 */
export async function confirmAbsence(
  deps: Deps,
  actor: Actor,
  { key, month }: { key: string; month: Month },
  body: BodyOf<typeof endpoint>,
): Promise<AttendanceMonth> {
  const township = await findTownship(deps, actor, 'attendance.confirm', key);
  await writeAs(deps, actor, async (tx) => {
    const sheet = await holdSheet(tx, township.id, month);
    await checkSeen(tx, sheet, body.version);
    if (sheet.status === 'confirmed') throw new ApiError('conflict', { detail: confirmed });
    const { assignmentId, day } = body;
    const [post] = await readPostsOfMonth(
      runnerOf(tx),
      month,
      sql`a.id = ${assignmentId}::uuid`,
      township.id,
    );
    const at = Number(day.slice(8)) - 1;
    const was = decodeCell(post?.marks?.[at] ?? null);
    const faults = faultsOf(body, { month, today: deps.today(), halves: halvesIn(was) });
    if (!post || faults.length > 0) throw invalid(faults.length > 0 ? faults : [notOnSheet]);

    await tx.$executeRaw`INSERT INTO attendance_absence
        (assignment_id, day, heard_on, statement, document_number, by_id, by_name)
      VALUES (${assignmentId}::uuid, ${day}::date, ${body.heardOn}::date, ${body.statement},
        ${body.documentNumber ?? null}, ${actor.userId}::uuid, ${actor.name})
      ON CONFLICT DO NOTHING`;
    const [first = 'none', second = 'none'] = halvesIn(was).map(absentIfUnaccounted);
    const is = cellOf(first, second);
    await tx.$executeRaw`UPDATE attendance_row SET marks[${at + 1}::int] = ${encodeCell(is)}::smallint,
        version = version + 1
      WHERE assignment_id = ${assignmentId}::uuid AND month = ${firstDayOf(month)}::date`;
    const signed = sheet.status === 'signed' || sheet.status === 'submitted';
    const on = { tx, actor, sheet, township, month };
    const revision = signed ? await keepEdition(on, await editionNow(on)) : sheet.revision;
    await tx.attendanceSheet.update({
      where: { id: sheet.id },
      data: { revision, version: { increment: 1 } },
    });
    record(tx, {
      action: 'attendance.confirmAbsence',
      entity: 'attendanceSheet',
      entityId: sheet.id,
      params: { township: township.name, month, name: post.cadreName, day },
      changes: [
        {
          entity: 'attendance',
          entityId: assignmentId,
          versionAfter: (post.version ?? 0) + 1,
          before: { [day]: was },
          after: { [day]: is },
        },
      ],
    });
  });
  return readSheet(deps, actor, township, month);
}

function absentIfUnaccounted(half: Half): Half {
  return half === 'unaccounted' ? 'absent' : half;
}

function faultsOf(
  { day, heardOn }: BodyOf<typeof endpoint>,
  { month, today, halves }: { month: Month; today: PlainDate; halves: readonly Half[] },
): Fault[] {
  const faults: Fault[] = [];
  if (monthOf(day) !== month || !halves.includes('unaccounted')) faults.push(notUnaccounted);
  if (heardOn < day || heardOn > today) faults.push(heardOutside);
  return faults;
}

const confirmed = {
  zh: '本月考勤已确认；先由镇街申请更正。',
  en: 'The month is confirmed; the township asks for a correction first.',
};
const notOnSheet: Fault = {
  path: 'assignmentId',
  code: 'notOnSheet',
  message: { zh: '这名干部本月不在这张考勤表上。', en: 'This cadre is not on the sheet.' },
};
const notUnaccounted: Fault = {
  path: 'day',
  code: 'notUnaccounted',
  message: {
    zh: '这一天没有登记为未到岗，不能认定旷工。',
    en: 'The day is not logged as not there, so no absence can be confirmed.',
  },
  basis: { kind: 'reading', source: '按本办理解' },
};
const heardOutside: Fault = {
  path: 'heardOn',
  code: 'dayOutside',
  message: {
    zh: '听取说明的日期应在当天至今天之间。',
    en: 'The cadre is heard between that day and today.',
  },
};
