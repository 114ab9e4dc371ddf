import type { Month, SheetStatus } from '@xuanpai/contracts/attendance';
import { may } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { isEditable } from '@xuanpai/domain/attendance/acts';
import { blocksOf } from '@xuanpai/domain/attendance/blocks';
import { lastDayOf, monthOf } from '@xuanpai/domain/attendance/month';
import { thingsLeft } from '@xuanpai/domain/attendance/things-left';
import type { OpenSheet } from '@xuanpai/domain/attendance/waiting-sheets';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { scopeFor, scopeSql } from '../scope.ts';
import { rows, sql } from '../sql.ts';
import { type Deadlines, readDeadlines } from './deadlines.ts';
import { readFacts } from './read-facts.ts';
import { readPostsOfMonth } from './read-posts.ts';
import { reckonPosts } from './reckon-posts.ts';

interface Found {
  townshipId: string;
  townshipName: string;
  month: Month;
  status: SheetStatus;
  correctionAsked: boolean;
}

/** Of a township that is far behind only the earliest are told, and this month's. */
const told = 3;

/** The sheets up to today's month that aren't settled, within reach, the earliest first. */
export async function readOpenSheets(deps: Deps, actor: Actor): Promise<OpenSheet[]> {
  const scope = scopeFor(actor, 'attendance.sheet', 'sheets');
  if (scope === 'none') return [];
  const today = deps.today();
  const found = await rows<Found>(
    deps.db.pool,
    sql`WITH posted AS (
        SELECT DISTINCT v.township_id, m::date AS month
        FROM assignment a JOIN village v ON v.id = a.village_id
          CROSS JOIN LATERAL generate_series(date_trunc('month', a.starts_on::timestamp),
            least(coalesce(a.ends_on, ${today}::date), ${today}::date)::timestamp, interval '1 month') m
        WHERE a.state = 'inForce' AND a.starts_on <= ${today}::date)
      SELECT t.id AS "townshipId", t.name AS "townshipName", to_char(p.month, 'YYYY-MM') AS month,
        coalesce(s.status::text, 'draft') AS status, s.correction_at IS NOT NULL AS "correctionAsked"
      FROM posted p JOIN region t ON t.id = p.township_id
        LEFT JOIN attendance_sheet s ON s.township_id = p.township_id AND s.month = p.month
      WHERE (s.status IS DISTINCT FROM 'confirmed' OR s.correction_at IS NOT NULL)
        AND ${scopeSql(scope, 'sheets')}
      ORDER BY p.month, t.code`,
  );
  const works = may(actor.roles, 'attendance.write') || may(actor.roles, 'attendance.sign');
  const own = scope !== 'all' && works;
  const current = monthOf(today);
  const kept = own ? found.filter(({ month }, at) => at < told || month === current) : found;
  const byMonth = new Map<Month, Deadlines>();
  const open: OpenSheet[] = [];
  for (const sheet of kept) {
    const { month } = sheet;
    const deadlines = byMonth.get(month) ?? (await readDeadlines(deps, month));
    byMonth.set(month, deadlines);
    const left = own && isEditable(sheet.status) ? await readLeft(deps, sheet, today) : null;
    open.push({ ...sheet, ...deadlines, left });
  }
  return open;
}

/** What keeps a month that is over from being signed; of this month the cells up to today that are empty. */
async function readLeft(
  { db }: Deps,
  { townshipId, month }: Found,
  today: PlainDate,
): Promise<number> {
  const posts = await readPostsOfMonth(db.pool, month, sql`true`, townshipId);
  const facts = await readFacts({ runner: db.pool, client: db.prisma }, month, posts);
  const sheetRows = reckonPosts(posts, facts).map(({ row }) => row);
  if (month < monthOf(today)) {
    return thingsLeft(blocksOf(sheetRows, { lastDay: lastDayOf(month), today })).length;
  }
  return sheetRows.reduce(
    (sum, { unfilled }) => sum + unfilled.filter((day) => day <= today).length,
    0,
  );
}
