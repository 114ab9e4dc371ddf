import type { Leave } from '@xuanpai/contracts/leaves';
import type { PlainDate } from '@xuanpai/contracts/values';
import { workCalendar } from '@xuanpai/domain/attendance/calendar';
import { leaveNotices } from '@xuanpai/domain/attendance/leave-notices';
import { beyondDue, whoDecides, workdaysOf } from '@xuanpai/domain/attendance/leaves';
import type { Actor } from '../../lib/actor.ts';
import { readPolicies } from '../../lib/attendance/leave-policies.ts';
import { readLeaveYears } from '../../lib/attendance/leave-years.ts';
import { readCalendar } from '../../lib/attendance/work-calendar.ts';
import type { Deps } from '../../lib/deps.ts';
import type { LeaveRow } from './list.ts';
import { actsOn } from './reach.ts';

/** Leaves as the page shows them to somebody: reckoned by the calendar, the policy and the year. */
export async function presentLeaves(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
  rows: readonly LeaveRow[],
): Promise<Leave[]> {
  if (rows.length === 0) return [];
  const firsts = rows.map(({ startsOn }) => startsOn).sort();
  const lasts = rows.map(lastOf).sort();
  const first = firsts[0] as PlainDate;
  const last = lasts.at(-1) as PlainDate;
  const cadreIds = [...new Set(rows.map(({ cadreId }) => cadreId))];
  const [special, years, policyOf] = await Promise.all([
    readCalendar(db.pool, first, last),
    readLeaveYears(db.pool, cadreIds, { from: yearOf(first), to: yearOf(last) }),
    readPolicies(
      db.prisma,
      rows.map(({ batchId }) => batchId),
      today(),
    ),
  ]);
  const calendar = workCalendar(special);
  return rows.map((row) => {
    const { askedById, batchId, askedAt, decidedAt, endedAt, ...shown } = row;
    const policy = policyOf(batchId);
    const workdays = workdaysOf(countedOf(row), calendar);
    const asked = workdaysOf(row, calendar);
    const decidedBy = whoDecides(asked, policy.number('attendance.headApprovesLeaveDays'));
    const ofCadre = years.of(row.cadreId);
    const counts = row.state !== 'refused' && row.state !== 'withdrawn';
    const touched = counts ? yearsOf(row) : [];
    const beyond = touched.flatMap(
      (year) =>
        beyondDue(ofCadre.year(year), row.kind, ofCadre.due(year, row.kind)?.days ?? null, year) ??
        [],
    );
    return {
      ...shown,
      ...{ workdays, decidedBy },
      askedAt: askedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      toEnd: row.state === 'approved' && row.endsOn < today(),
      beyond:
        beyond.length === 0
          ? null
          : {
              zh: beyond.map(({ zh }) => zh).join('；'),
              en: beyond.map(({ en }) => en).join('; '),
            },
      notices: touched.flatMap((year) =>
        leaveNotices(policy, year, ofCadre.year(year), ofCadre.absent(year)),
      ),
      acts: actsOn(actor, { state: row.state, townshipId: row.townshipId, askedById, decidedBy }),
    };
  });
}

/** The last day of a leave; before the first where it wasn't taken. */
function lastOf({ lastDay, endsOn }: Pick<LeaveRow, 'lastDay' | 'endsOn'>): PlainDate {
  return lastDay ?? endsOn;
}

/** As it counts: to the day on which it ended. */
export function countedOf<Row extends Pick<LeaveRow, 'lastDay' | 'endsOn' | 'endsAtNoon'>>(
  row: Row,
): Row {
  const endsOn = lastOf(row);
  return { ...row, endsOn, endsAtNoon: row.endsAtNoon && endsOn === row.endsOn };
}

const yearOf = (day: PlainDate) => Number(day.slice(0, 4));

function yearsOf(row: LeaveRow): number[] {
  const [from, to] = [yearOf(row.startsOn), yearOf(lastOf(row))];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
