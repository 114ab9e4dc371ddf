import type { PlainDate } from '@xuanpai/contracts/values';
import type { Finding } from '@xuanpai/domain/attendance/contradictions';
import { groupBy } from '@xuanpai/domain/group-by';
import { oneOf, rows, sql } from '../sql.ts';

/** By assignment what was found at the village on the days from one to another, the earliest first. */
export async function readFindings(
  runner: Parameters<typeof rows>[0],
  assignmentIds: readonly string[],
  from: PlainDate,
  to: PlainDate,
): Promise<Map<string, Finding[]>> {
  const found = await rows<Finding & { assignmentId: string }>(
    runner,
    sql`SELECT id, assignment_id AS "assignmentId", day::text AS day, half::int AS half,
        found::text AS found, resolved_at IS NOT NULL AS resolved
      FROM spot_check
      WHERE ${oneOf('assignment_id', assignmentIds, 'uuid')}
        AND day BETWEEN ${from}::date AND ${to}::date
      ORDER BY day, entered_at`,
  );
  return groupBy(
    found,
    ({ assignmentId }) => assignmentId,
    ({ assignmentId: _, ...finding }) => finding,
  );
}
