import type { CalendarDay, CalendarYear } from '@xuanpai/contracts/calendar';
import type { PlainDate } from '@xuanpai/contracts/values';
import { readOccasions } from '../../lib/attendance/occasions.ts';
import type { Deps } from '../../lib/deps.ts';
import { rows, sql } from '../../lib/sql.ts';

type Row = Omit<CalendarDay, 'setAt'> & { setAt: Date | null };

/** The special days of a year, and what cadres are called to. */
export async function readYear({ db }: Pick<Deps, 'db'>, year: number): Promise<CalendarYear> {
  const from = `${year}-01-01` as PlainDate;
  const to = `${year}-12-31` as PlainDate;
  const [days, row, occasions, locked] = await Promise.all([
    rows<Row>(
      db.pool,
      sql`SELECT day::text AS day, kind::text AS kind, name, set_by_name AS "setByName",
          set_at AS "setAt"
        FROM calendar_day WHERE day BETWEEN ${from}::date AND ${to}::date ORDER BY day`,
    ),
    db.prisma.calendarYear.findUnique({ where: { year } }),
    readOccasions(db.pool, from, to),
    rows<{ month: string }>(
      db.pool,
      sql`SELECT DISTINCT to_char(month, 'YYYY-MM') AS month FROM attendance_sheet
        WHERE status = 'confirmed' AND month BETWEEN ${from}::date AND ${to}::date ORDER BY month`,
    ),
  ]);
  return {
    year,
    known: row?.known ?? false,
    version: row?.version ?? 0,
    days: days.map((day) => ({ ...day, setAt: day.setAt?.toISOString() ?? null })),
    occasions,
    lockedMonths: locked.map(({ month }) => month),
  };
}
