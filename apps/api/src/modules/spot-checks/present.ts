import type { Cell } from '@xuanpai/contracts/attendance-marks';
import { may } from '@xuanpai/contracts/permissions';
import type { SpotCheck } from '@xuanpai/contracts/spot-checks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { workCalendar } from '@xuanpai/domain/attendance/calendar';
import { decodeCell } from '@xuanpai/domain/attendance/cells';
import { contradictionsOf } from '@xuanpai/domain/attendance/contradictions';
import { cellOn } from '@xuanpai/domain/attendance/post-month';
import type { Actor } from '../../lib/actor.ts';
import { readApprovedLeaves } from '../../lib/attendance/approved-leaves.ts';
import { readCalendar } from '../../lib/attendance/work-calendar.ts';
import type { rows } from '../../lib/sql.ts';
import type { SpotCheckRow } from './list.ts';

type Runner = Parameters<typeof rows>[0];

/** Findings beside what the log says of their day, with what somebody may do. */
export async function presentSpotChecks(
  runner: Runner,
  actor: Actor,
  found: readonly SpotCheckRow[],
): Promise<SpotCheck[]> {
  const days = found.map(({ day }) => day).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const cadreIds = [...new Set(found.map(({ cadreId }) => cadreId))];
  const calendar = workCalendar(await readCalendar(runner, first, last));
  const leaves = await readApprovedLeaves(runner, cadreIds, first, last);
  const mayResolve = may(actor.roles, 'spotChecks.resolve');
  return found.map(({ typed, enteredById, enteredAt, resolvedAt, ...row }) => {
    const logged = loggedOn(row.day, decodeCell(typed), leaves.get(row.cadreId) ?? [], calendar);
    const contradicted = contradicts(row, logged, resolvedAt !== null);
    return {
      ...row,
      ...{ logged, contradicted },
      enteredAt: enteredAt.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? null,
      resolvable: mayResolve && contradicted && !isOwn(actor, enteredById),
    };
  });
}

/** Whoever entered a finding doesn't settle it. */
export function isOwn(actor: Actor, enteredById: string | null): boolean {
  return enteredById !== null && enteredById === actor.userId;
}

function loggedOn(
  day: PlainDate,
  typed: Cell | null,
  leaves: Parameters<typeof cellOn>[0]['leaves'],
  calendar: ReturnType<typeof workCalendar>,
) {
  return cellOn({ cells: new Map(typed === null ? [] : [[day, typed]]), leaves }, day, calendar);
}

function contradicts(
  {
    id,
    day,
    half,
    found,
    assignmentId,
    cadreName,
  }: Omit<SpotCheckRow, 'typed' | 'enteredById' | 'enteredAt' | 'resolvedAt'>,
  logged: Cell | null,
  resolved: boolean,
): boolean {
  const different = contradictionsOf({
    ...{ assignmentId, cadreName, leaves: [] },
    days: new Map(logged === null ? [] : [[day, logged]]),
    findings: [{ id, day, half, found, resolved }],
  });
  return different.some(({ spotCheckId }) => spotCheckId === id);
}
