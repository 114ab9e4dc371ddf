import type { PlainDate } from '@xuanpai/contracts/values';
import type { TrainedDays, TrainedHalves } from '@xuanpai/domain/attendance/training-days';
import { oneOf, rows, type Sql, sql } from '../sql.ts';

/**
 * The township's sheet of a day (`d.day`) of a session (`t`) on which somebody (`p`) holds a post, as `s`,
 * with what is typed of the month as `r`.
 */
export const sheetOfDay: Sql = sql`assignment a JOIN village v ON v.id = a.village_id
  JOIN attendance_sheet s ON s.township_id = v.township_id
    AND s.month = date_trunc('month', d.day::timestamp)::date
  LEFT JOIN attendance_row r ON r.assignment_id = a.id AND r.month = s.month`;
export const inPostThen: Sql = sql`a.cadre_id = p.cadre_id AND a.state = 'inForce'
  AND a.starts_on <= d.day AND (a.ends_on IS NULL OR a.ends_on >= d.day)`;

/**
 * By cadre the days, from one to another, of the sessions that they came to. What was said only after the
 * district had confirmed a month doesn't change that month.
 */
export async function readTrainedDays(
  runner: Parameters<typeof rows>[0],
  cadreIds: readonly string[],
  from: PlainDate,
  to: PlainDate,
): Promise<Map<string, TrainedDays>> {
  const found = await rows<{ cadreId: string; day: PlainDate; first: boolean; second: boolean }>(
    runner,
    sql`SELECT p.cadre_id AS "cadreId", d.day::text AS day,
        NOT (t.starts_at_noon AND d.day = t.starts_on) AS first,
        NOT (t.ends_at_noon AND d.day = t.ends_on) AS second
      FROM training_person p JOIN training t ON t.id = p.training_id
        CROSS JOIN LATERAL (SELECT generate_series(greatest(t.starts_on, ${from}::date),
          least(t.ends_on, ${to}::date), interval '1 day')::date AS day) d
      WHERE ${oneOf('p.cadre_id', cadreIds, 'uuid')} AND p.presence = 'came'
        AND t.starts_on <= ${to}::date AND t.ends_on >= ${from}::date
        AND NOT EXISTS (SELECT 1 FROM ${sheetOfDay}
          WHERE ${inPostThen} AND s.status = 'confirmed' AND s.confirmed_at < p.said_at)`,
  );
  const byCadre = new Map<string, Map<PlainDate, TrainedHalves>>();
  for (const { cadreId, day, first, second } of found) {
    const days = byCadre.get(cadreId) ?? new Map<PlainDate, TrainedHalves>();
    // Two sessions on a day: a morning and an afternoon.
    const [one, other] = days.get(day) ?? [false, false];
    days.set(day, [one || first, other || second]);
    byCadre.set(cadreId, days);
  }
  return byCadre;
}
