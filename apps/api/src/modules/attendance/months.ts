import type {
  AttendanceMonth,
  getAttendanceVersion,
  listAttendanceMonths,
  listTownshipMonths,
  Month,
  SheetStanding,
  SheetStatus,
} from '@xuanpai/contracts/attendance';
import type { getDistrictMonth } from '@xuanpai/contracts/attendance-entry';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { toDate } from '@xuanpai/database/dates';
import { firstDayOf, monthAfter, monthOf } from '@xuanpai/domain/attendance/month';
import type { Actor } from '../../lib/actor.ts';
import { type Deadlines, lateness, readDeadlines } from '../../lib/attendance/deadlines.ts';
import type { ReckonedRow } from '../../lib/attendance/reckon-posts.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeSql, scopeWhere } from '../../lib/scope.ts';
import { rows, sql } from '../../lib/sql.ts';
import type { Township } from './find-township.ts';
import { daysOfSheet, readRows } from './read-sheet.ts';
import { readState } from './sheet-state.ts';

/** How a month stands in each township that the caller may see; this month's before, unless asked. */
export async function readMonths(
  deps: Deps,
  actor: Actor,
  asked: Month | undefined,
): Promise<ReplyOf<typeof listAttendanceMonths>> {
  const { db } = deps;
  const scope = scopeFor(actor, 'attendance.read', 'sheets');
  const months = await monthsInPost(deps);
  const today = deps.today();
  const month = asked ?? months.find((one) => one < monthOf(today)) ?? monthOf(today);
  const condition = scopeSql(scope, 'sheets');
  const source = { runner: db.pool, client: db.prisma };
  const [townships, sheets, { reckoned }, deadlines] = await Promise.all([
    db.prisma.region.findMany({
      where: { AND: [{ level: 'township' }, scopeWhere(scope, 'sheets')] },
      select: { id: true, name: true },
      orderBy: { code: 'asc' },
    }),
    readSheets(deps, month),
    readRows(source, month, undefined, condition),
    readDeadlines(deps, month),
  ]);
  const items = townships.flatMap((township): SheetStanding[] => {
    const own = reckoned.filter(({ row }) => row.townshipId === township.id);
    if (own.length === 0) return [];
    return [standing(township, sheets.get(township.id), own, { deadlines, today })];
  });
  return { month, months, ...deadlines, items, total: items.length };
}

/** Every month of a township in which anybody is in post there, up to today's. */
export async function readTownshipMonths(
  { db, today }: Deps,
  { id }: Pick<Township, 'id'>,
): Promise<ReplyOf<typeof listTownshipMonths>> {
  const items = await rows<{ month: Month; status: SheetStatus }>(
    db.pool,
    sql`SELECT to_char(m.month, 'YYYY-MM') AS month, coalesce(s.status::text, 'draft') AS status
      FROM (SELECT DISTINCT generate_series(date_trunc('month', a.starts_on),
            LEAST(coalesce(a.ends_on, ${today()}::date), ${today()}::date), '1 month')::date AS month
          FROM assignment a JOIN village v ON v.id = a.village_id
          WHERE v.township_id = ${id}::uuid AND a.state = 'inForce') m
        LEFT JOIN attendance_sheet s ON s.township_id = ${id}::uuid AND s.month = m.month
      ORDER BY m.month`,
  );
  return { items, total: items.length };
}

type KeptSheet =
  Awaited<ReturnType<typeof readSheets>> extends Map<string, infer Sheet> ? Sheet : never;

async function readSheets({ db }: Deps, month: Month) {
  const found = await db.prisma.attendanceSheet.findMany({
    where: { month: toDate(firstDayOf(month)) },
  });
  return new Map(found.map((sheet) => [sheet.townshipId, sheet]));
}

function standing(
  { id, name }: Pick<Township, 'id' | 'name'>,
  sheet: KeptSheet | undefined,
  reckoned: readonly ReckonedRow[],
  { deadlines, today }: { deadlines: Deadlines; today: ReturnType<Deps['today']> },
): SheetStanding {
  const status: SheetStatus = sheet?.status ?? 'draft';
  const count = (holds: (one: ReckonedRow) => boolean) => reckoned.filter(holds).length;
  return {
    townshipId: id,
    townshipName: name,
    status,
    version: sheet?.version ?? 1,
    revision: sheet?.revision ?? 0,
    cadres: reckoned.length,
    unfilled: reckoned.reduce((sum, { row }) => sum + row.unfilled.length, 0),
    short: count(({ row }) => row.short > 0),
    shortWithoutReason: count(({ row }) => row.short > 0 && row.shortReason === null),
    contradictions: reckoned.reduce((sum, one) => sum + one.contradictions.length, 0),
    objections: count(({ row }) => row.objection !== null),
    enough: count(({ row }) => row.short === 0),
    correctionAsked: sheet?.correctionAt != null,
    submittedAt: sheet?.submittedAt?.toISOString() ?? null,
    confirmedAt: sheet?.confirmedAt?.toISOString() ?? null,
    late: lateness(status, deadlines, today),
  };
}

/** The months up to today's in which anybody is in post, the latest first. */
async function monthsInPost(deps: Deps): Promise<Month[]> {
  const [found] = await rows<{ first: string | null }>(
    deps.db.pool,
    sql`SELECT to_char(min(starts_on), 'YYYY-MM') AS first FROM assignment WHERE state = 'inForce'`,
  );
  const months: Month[] = [];
  if (!found?.first) return months;
  for (let month = monthOf(deps.today()); month >= found.first; month = monthAfter(month, -1)) {
    months.push(month);
  }
  return months;
}

/** The whole district's month in one reply. */
export async function readDistrictMonth(
  deps: Deps,
  month: Month,
): Promise<ReplyOf<typeof getDistrictMonth>> {
  const { db } = deps;
  const [{ reckoned, facts }, sheets, townships] = await Promise.all([
    readRows({ runner: db.pool, client: db.prisma }, month),
    readSheets(deps, month),
    db.prisma.region.findMany({
      where: { level: 'township' },
      select: { id: true, name: true },
      orderBy: { code: 'asc' },
    }),
  ]);
  return {
    month,
    days: daysOfSheet(facts).days,
    townships: townships.map(({ id, name }) => ({
      id,
      name,
      status: sheets.get(id)?.status ?? 'draft',
    })),
    rows: reckoned.map(({ row }) => row),
  };
}

export async function readVersion(
  { db }: Deps,
  township: Township,
  month: Month,
): Promise<ReplyOf<typeof getAttendanceVersion>> {
  const { version, status } = await readState(db.prisma, township.id, month);
  return { version, status } satisfies Pick<AttendanceMonth, 'version' | 'status'>;
}
