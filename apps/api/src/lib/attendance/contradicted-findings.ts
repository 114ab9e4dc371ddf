import type { Cell } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { type WorkCalendar, workCalendar } from '@xuanpai/domain/attendance/calendar';
import { decodeCell } from '@xuanpai/domain/attendance/cells';
import { contradictionsOf, type Finding } from '@xuanpai/domain/attendance/contradictions';
import { cellOn, type PostMonth } from '@xuanpai/domain/attendance/post-month';
import { rows, type Sql, sql } from '../sql.ts';
import { readApprovedLeaves } from './approved-leaves.ts';
import { readTrainedDays } from './attended-trainings.ts';
import { readCalendar } from './work-calendar.ts';

type Runner = Parameters<typeof rows>[0];

/** A finding with the typed mark of its day, as the number that is kept. */
export interface FindingRow extends Finding {
  assignmentId: string;
  cadreId: string;
  cadreName: string;
  enteredById: string | null;
  typed: number | null;
}

export interface BesideLog {
  /** What stands in the log on the day, typed or not. */
  logged: Cell | null;
  /** The log says another thing, and nobody has resolved it. */
  contradicted: boolean;
}

/** Findings beside what the log says of their days, in their order. */
export async function besideTheLog(
  runner: Runner,
  found: readonly Omit<FindingRow, 'enteredById'>[],
): Promise<BesideLog[]> {
  const days = found.map(({ day }) => day).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const cadreIds = [...new Set(found.map(({ cadreId }) => cadreId))];
  const calendar = workCalendar(await readCalendar(runner, first, last));
  const leaves = await readApprovedLeaves(runner, cadreIds, first, last);
  const trainings = await readTrainedDays(runner, cadreIds, first, last);
  return found.map((finding) => {
    const explained = {
      leaves: leaves.get(finding.cadreId) ?? [],
      trainings: trainings.get(finding.cadreId),
    };
    const logged = loggedOn(finding, explained, calendar);
    return { logged, contradicted: contradicts(finding, logged) };
  });
}

/**
 * Findings that the log contradicts and nobody has resolved, of the posts of a condition (aliases as in
 * `scopeSql`: a assignment).
 */
export async function readContradicted(runner: Runner, reach: Sql): Promise<FindingRow[]> {
  const open = await rows<FindingRow>(
    runner,
    sql`SELECT k.id, k.assignment_id AS "assignmentId", a.cadre_id AS "cadreId",
        c.name AS "cadreName", k.day::text AS day, k.half::int AS half, k.found::text AS found,
        false AS resolved, k.entered_by_id AS "enteredById", ${typedMark}::int AS typed
      FROM spot_check k JOIN assignment a ON a.id = k.assignment_id JOIN cadre c ON c.id = a.cadre_id
        ${monthOfDay}
      WHERE k.resolved_at IS NULL AND ${reach} ORDER BY k.day, k.entered_at`,
  );
  const beside = await besideTheLog(runner, open);
  return open.filter((_, at) => beside[at]?.contradicted);
}

/** The row of the month that a finding (k) is about, and the mark of its day in it. */
export const monthOfDay = sql`LEFT JOIN attendance_row r ON r.assignment_id = k.assignment_id
  AND r.month = date_trunc('month', k.day::timestamp)::date`;
export const typedMark = sql`r.marks[extract(day FROM k.day)::int]`;

function loggedOn(
  { day, typed }: { day: PlainDate; typed: number | null },
  explained: Pick<PostMonth, 'leaves' | 'trainings'>,
  calendar: WorkCalendar,
) {
  const cell = decodeCell(typed);
  return cellOn(
    { cells: new Map(cell === null ? [] : [[day, cell]]), ...explained },
    day,
    calendar,
  );
}

function contradicts(
  { id, day, half, found, resolved, assignmentId, cadreName }: Omit<FindingRow, 'enteredById'>,
  logged: Cell | null,
): boolean {
  const different = contradictionsOf({
    ...{ assignmentId, cadreName, leaves: [] },
    days: new Map(logged === null ? [] : [[day, logged]]),
    findings: [{ id, day, half, found, resolved }],
  });
  return different.some(({ spotCheckId }) => spotCheckId === id);
}
