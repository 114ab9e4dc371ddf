import type { LeaveKind } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { WorkCalendar } from '@xuanpai/domain/attendance/calendar';
import { workCalendar } from '@xuanpai/domain/attendance/calendar';
import {
  type CountedLeave,
  type YearOfLeave,
  yearOfLeave,
} from '@xuanpai/domain/attendance/leaves';
import { groupBy } from '@xuanpai/domain/group-by';
import { oneOf, rows, sql } from '../sql.ts';
import { readCalendar } from './work-calendar.ts';

type Runner = Parameters<typeof rows>[0];

/** Days of a kind that are due in a year, as somebody entered them. */
export interface Due {
  year: number;
  kind: LeaveKind;
  days: number;
  version: number;
}

/** What is known of a cadre's leave in some years. */
export interface LeaveYears {
  year(year: number): YearOfLeave;
  due(year: number, kind: LeaveKind): Due | null;
  /** Days of 旷工, as the months say. */
  absent(year: number): number;
}

export interface YearsOfCadres {
  calendar: WorkCalendar;
  of(cadreId: string): LeaveYears;
  /** As `of`, as if one more were asked for. */
  withLeave(cadreId: string, leave: CountedLeave): Pick<LeaveYears, 'year'>;
}

type LeaveRow = CountedLeave & { cadreId: string };

/** Leave, days due and absence of cadres in the years from one to another. */
export async function readLeaveYears(
  runner: Runner,
  cadreIds: readonly string[],
  years: { from: number; to: number },
): Promise<YearsOfCadres> {
  const from = `${years.from}-01-01` as PlainDate;
  const to = `${years.to}-12-31` as PlainDate;
  // One after the other: inside a transaction they share its connection.
  const special = await readCalendar(runner, from, to);
  const leaves = await rows<LeaveRow>(
    runner,
    sql`SELECT cadre_id AS "cadreId", kind::text AS kind, state::text AS state,
        starts_on::text AS "startsOn", coalesce(last_day, ends_on)::text AS "endsOn",
        starts_at_noon AS "startsAtNoon",
        ends_at_noon AND coalesce(last_day, ends_on) = ends_on AS "endsAtNoon"
      FROM leave WHERE ${oneOf('cadre_id', cadreIds, 'uuid')}
        AND state IN ('asked', 'approved', 'ended')
        AND starts_on <= ${to}::date AND coalesce(last_day, ends_on) >= ${from}::date
      ORDER BY starts_on`,
  );
  const due = await rows<Due & { cadreId: string }>(
    runner,
    sql`SELECT cadre_id AS "cadreId", year, kind::text AS kind, days::float8 AS days, version
      FROM leave_entitlement WHERE ${oneOf('cadre_id', cadreIds, 'uuid')}
        AND year BETWEEN ${years.from} AND ${years.to}`,
  );
  const absences = await readAbsences(runner, cadreIds, from, to);
  const calendar = workCalendar(special);
  const leavesOf = groupBy(leaves, ({ cadreId }) => cadreId);
  const dueOf = groupBy(due, ({ cadreId }) => cadreId);
  const absentOf = groupBy(absences, ({ cadreId }) => cadreId);
  return {
    calendar,
    of: (cadreId) => ({
      year: (year) => yearOfLeave(leavesOf.get(cadreId) ?? [], year, calendar),
      due: (year, kind) =>
        dueOf.get(cadreId)?.find((one) => one.year === year && one.kind === kind) ?? null,
      absent: (year) => (absentOf.get(cadreId) ?? []).find((one) => one.year === year)?.days ?? 0,
    }),
    withLeave: (cadreId, leave) => ({
      year: (year) => yearOfLeave([...(leavesOf.get(cadreId) ?? []), leave], year, calendar),
    }),
  };
}

/** 旷工 is the last of the marks, in either half of a cell: `first + 32 * second`. */
function readAbsences(runner: Runner, cadreIds: readonly string[], from: string, to: string) {
  return rows<{ cadreId: string; year: number; days: number }>(
    runner,
    sql`SELECT r.cadre_id AS "cadreId", extract(year FROM r.month)::int AS year,
        sum((CASE WHEN c % 32 = 17 THEN 0.5 ELSE 0 END)
          + (CASE WHEN c / 32 = 17 THEN 0.5 ELSE 0 END))::float8 AS days
      FROM attendance_row r, unnest(r.marks) AS c
      WHERE ${oneOf('r.cadre_id', cadreIds, 'uuid')} AND r.month BETWEEN ${from}::date AND ${to}::date
        AND (c % 32 = 17 OR c / 32 = 17)
      GROUP BY 1, 2`,
  );
}
