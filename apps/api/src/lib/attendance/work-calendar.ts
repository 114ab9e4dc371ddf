import type { PlainDate } from '@xuanpai/contracts/values';
import type { SpecialDay } from '@xuanpai/domain/attendance/calendar';
import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Deps } from '../deps.ts';
import { rows, sql } from '../sql.ts';

/**
 * Public holidays and make-up workdays as the State Council's office published them: by day
 * `English name,Chinese name,days`.
 */
const { holidays, workdays }: Record<'holidays' | 'workdays', Record<string, string>> = table;

function published(): SpecialDay[] {
  const daysOf = (of: Record<string, string>, kind: SpecialDay['kind']) =>
    Object.entries(of).map(([day, words]) => ({
      day: day as PlainDate,
      kind,
      name: words.split(',')[1] ?? words,
    }));
  return [...daysOf(holidays, 'holiday'), ...daysOf(workdays, 'makeUp')];
}

/**
 * Writes the published days of every year that the database doesn't know yet. Years that it knows stay
 * as they are, and so do days that a planner entered before, and those of a confirmed month.
 */
export async function ensureCalendar({ db }: Pick<Deps, 'db'>): Promise<void> {
  const known = await db.prisma.calendarYear.findMany({ where: { known: true } });
  const years = new Set(known.map(({ year }) => year));
  const days = published().filter(({ day }) => !years.has(Number(day.slice(0, 4))));
  if (days.length === 0) return;
  await db.pool.query(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS d(day date, kind text, name text)),
      written AS (INSERT INTO calendar_day (day, kind, name)
        SELECT day, kind::calendar_day_kind, name FROM given
        WHERE NOT EXISTS (SELECT 1 FROM attendance_sheet s WHERE s.status = 'confirmed'
          AND s.month = date_trunc('month', day::timestamp)::date)
        ON CONFLICT (day) DO NOTHING)
     INSERT INTO calendar_year (year) SELECT DISTINCT extract(year FROM day)::int FROM given
     ON CONFLICT (year) DO UPDATE SET known = true, version = calendar_year.version + 1`,
    [JSON.stringify(days)],
  );
}

/** The days from one to another that aren't what their weekday says, for `workCalendar`. */
export function readCalendar(
  runner: Parameters<typeof rows>[0],
  from: PlainDate,
  to: PlainDate,
): Promise<SpecialDay[]> {
  return rows<SpecialDay>(
    runner,
    sql`SELECT day::text AS day, kind::text AS kind, name FROM calendar_day
      WHERE day BETWEEN ${from}::date AND ${to}::date ORDER BY day`,
  );
}
