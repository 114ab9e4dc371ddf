import type { PlainDate } from '@xuanpai/contracts/values';
import type { ApprovedLeave } from '@xuanpai/domain/attendance/leave-days';
import { groupBy } from '@xuanpai/domain/group-by';
import { oneOf, rows, sql } from '../sql.ts';

/**
 * By cadre the approved leaves that touch the days from one to another, the earliest first. One that
 * ended on another day than asked for counts to that day, and with it as a whole; one that wasn't
 * taken at all isn't there.
 */
export async function readApprovedLeaves(
  runner: Parameters<typeof rows>[0],
  cadreIds: readonly string[],
  from: PlainDate,
  to: PlainDate,
): Promise<Map<string, ApprovedLeave[]>> {
  const found = await rows<ApprovedLeave & { cadreId: string }>(
    runner,
    sql`SELECT cadre_id AS "cadreId", kind::text AS kind, starts_on::text AS "startsOn",
        coalesce(last_day, ends_on)::text AS "endsOn", starts_at_noon AS "startsAtNoon",
        ends_at_noon AND coalesce(last_day, ends_on) = ends_on AS "endsAtNoon"
      FROM leave
      WHERE ${oneOf('cadre_id', cadreIds, 'uuid')} AND state IN ('approved', 'ended')
        AND starts_on <= ${to}::date AND coalesce(last_day, ends_on) >= greatest(${from}::date, starts_on)
      ORDER BY starts_on`,
  );
  return groupBy(
    found,
    ({ cadreId }) => cadreId,
    ({ cadreId: _, ...leave }) => leave,
  );
}
