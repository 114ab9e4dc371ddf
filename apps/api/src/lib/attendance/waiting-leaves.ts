import type { LeaveKind } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { workCalendar } from '@xuanpai/domain/attendance/calendar';
import { whoDecides, workdaysOf } from '@xuanpai/domain/attendance/leaves';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { scopeFor } from '../scope.ts';
import { oneOf, rows, sql } from '../sql.ts';
import { readPolicies } from './leave-policies.ts';
import { readCalendar } from './work-calendar.ts';

interface Asked {
  id: string;
  cadreName: string;
  batchId: string | null;
  townshipId: string | null;
  askedById: string | null;
  kind: LeaveKind;
  startsOn: PlainDate;
  endsOn: PlainDate;
  startsAtNoon: boolean;
  endsAtNoon: boolean;
}

/** The leaves that wait for somebody: those asked for that this person may decide on, the oldest first. */
export async function readLeavesToDecide(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
): Promise<{ id: string; cadreName: string }[]> {
  const scope = scopeFor(actor, 'leaves.decide', 'cadres');
  if (scope === 'none') return [];
  const reach = scope === 'all' ? sql`true` : oneOf('v.township_id', scope.townshipIds, 'uuid');
  const asked = await rows<Asked>(
    db.pool,
    sql`SELECT l.id, c.name AS "cadreName", a.batch_id AS "batchId", v.township_id AS "townshipId",
        l.asked_by_id AS "askedById", l.kind, l.starts_on AS "startsOn", l.ends_on AS "endsOn",
        l.starts_at_noon AS "startsAtNoon", l.ends_at_noon AS "endsAtNoon"
      FROM leave l JOIN cadre c ON c.id = l.cadre_id
        LEFT JOIN assignment a ON a.cadre_id = l.cadre_id AND a.state = 'inForce'
          AND a.starts_on <= l.starts_on AND (a.ends_on IS NULL OR a.ends_on >= l.starts_on)
        LEFT JOIN village v ON v.id = a.village_id
      WHERE l.state = 'asked' AND ${reach} ORDER BY l.asked_at, l.id`,
  );
  const [first] = asked.map(({ startsOn }) => startsOn).sort();
  const last = asked
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  const calendar = workCalendar(await readCalendar(db.pool, first, last));
  const policyOf = await readPolicies(
    db.prisma,
    asked.map(({ batchId }) => batchId),
    today(),
  );
  return asked.filter((leave) => {
    if (leave.askedById !== null && leave.askedById === actor.userId) return false;
    if (scope === 'all') return true;
    const most = policyOf(leave.batchId).number('attendance.headApprovesLeaveDays');
    return whoDecides(workdaysOf(leave, calendar), most) === 'head';
  });
}

/** Approved leave within a township's reach that is over, and whose end isn't on record. */
export async function countLeavesToEnd(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
): Promise<number> {
  const scope = scopeFor(actor, 'leaves.ask', 'cadres');
  if (scope === 'none' || scope === 'all') return 0;
  const [found] = await rows<{ count: number }>(
    db.pool,
    sql`SELECT count(*)::int AS count FROM leave l
        JOIN assignment a ON a.cadre_id = l.cadre_id AND a.state = 'inForce'
          AND a.starts_on <= l.starts_on AND (a.ends_on IS NULL OR a.ends_on >= l.starts_on)
        JOIN village v ON v.id = a.village_id
      WHERE l.state = 'approved' AND l.ends_on < ${today()}::date
        AND ${oneOf('v.township_id', scope.townshipIds, 'uuid')}`,
  );
  return found?.count ?? 0;
}
