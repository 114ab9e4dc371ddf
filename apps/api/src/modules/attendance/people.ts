import type { Month } from '@xuanpai/contracts/attendance';
import type { getCadreAttendance, listAttendanceRows } from '@xuanpai/contracts/attendance-entry';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import { firstDayOf, monthAfter, monthOf } from '@xuanpai/domain/attendance/month';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeSql, scopeWhere } from '../../lib/scope.ts';
import { sql } from '../../lib/sql.ts';
import { daysOfSheet, readRows } from './read-sheet.ts';

/** The month of those whom the caller may see: a liaison's own unit, a township's posts. */
export async function readPeople(
  { db }: Deps,
  actor: Actor,
  month: Month,
): Promise<ReplyOf<typeof listAttendanceRows>> {
  const scope = scopeSql(scopeFor(actor, 'attendance.read', 'assignments'), 'assignments');
  const source = { runner: db.pool, client: db.prisma };
  const { reckoned, facts } = await readRows(source, month, undefined, scope);
  const items = reckoned.map(({ row }) => row);
  return { month, days: daysOfSheet(facts).days, items, total: items.length };
}

/** All months of a cadre's posts up to today's, the earliest first. Throws `notFound`. */
export async function readCadreCard(
  deps: Deps,
  actor: Actor,
  cadreId: string,
): Promise<ReplyOf<typeof getCadreAttendance>> {
  const { prisma, pool } = deps.db;
  const scope = scopeFor(actor, 'attendance.read', 'assignments');
  const where = { AND: [{ cadreId, state: 'inForce' as const }, scopeWhere(scope, 'assignments')] };
  const posts = await prisma.assignment.findMany({
    where,
    select: {
      startsOn: true,
      endsOn: true,
      cadre: { select: { name: true } },
      village: { select: { townshipId: true } },
    },
    orderBy: { startsOn: 'asc' },
  });
  const [first] = posts;
  if (!first) throw notFound();
  const sheets = await prisma.attendanceSheet.findMany({
    where: { townshipId: { in: posts.map(({ village }) => village.townshipId) } },
    select: { townshipId: true, month: true, status: true },
  });
  const statusOf = new Map(
    sheets.map(({ townshipId, month, status }) => [`${townshipId} ${toPlainDate(month)}`, status]),
  );
  const own = sql`a.cadre_id = ${cadreId}::uuid AND ${scopeSql(scope, 'assignments')}`;
  const months: ReplyOf<typeof getCadreAttendance>['months'] = [];
  const last = lastMonthOf(posts, deps.today());
  for (let month = monthOf(toPlainDate(first.startsOn)); month <= last; month = monthAfter(month)) {
    const { reckoned, facts } = await readRows(
      { runner: pool, client: prisma },
      month,
      undefined,
      own,
    );
    const rows = reckoned.map(({ row }) => row);
    const [row] = rows;
    if (!row) continue;
    const status = statusOf.get(`${row.townshipId} ${firstDayOf(month)}`) ?? 'draft';
    months.push({ month, status, days: daysOfSheet(facts).days, rows });
  }
  return { cadreId, cadreName: first.cadre.name, months };
}

/** The month of the last day in post, today's at the latest. */
function lastMonthOf(posts: readonly { endsOn: Date | null }[], today: PlainDate): Month {
  const ends = posts.map(({ endsOn }) => (endsOn ? toPlainDate(endsOn) : today));
  const [last = today] = ends.toSorted().reverse();
  return monthOf(last < today ? last : today);
}
