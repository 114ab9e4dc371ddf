import type { LeaveAct } from '@xuanpai/contracts/leaves';
import type { Permission } from '@xuanpai/contracts/permissions';
import { leaveTransitions } from '@xuanpai/domain/attendance/leaves';
import type { Actor } from '../../lib/actor.ts';
import { scopeFor } from '../../lib/scope.ts';

/**
 * Whether a permission reaches the leave of somebody posted in a township: of the district everybody,
 * of a township those whose post was there on the first day.
 */
export function reachesTownship(
  actor: Actor,
  permission: Permission,
  townshipId: string | null,
): boolean {
  const scope = scopeFor(actor, permission, 'cadres');
  if (scope === 'all') return true;
  return scope !== 'none' && townshipId !== null && scope.townshipIds.includes(townshipId);
}

interface Standing {
  state: string;
  townshipId: string | null;
  askedById: string | null;
  decidedBy: 'head' | 'planner';
}

/** Whether somebody may decide at all on so much leave: the district, or the head up to a number of days. */
export function mayDecide(actor: Actor, { decidedBy }: Pick<Standing, 'decidedBy'>): boolean {
  return decidedBy === 'head' || scopeFor(actor, 'leaves.decide', 'cadres') === 'all';
}

/** What somebody may do with a leave as it stands; whoever asked doesn't decide. */
export function actsOn(actor: Actor, leave: Standing): LeaveAct[] {
  const { state, townshipId, askedById } = leave;
  const acts = Object.keys(leaveTransitions) as LeaveAct[];
  return acts.filter((act) => {
    const { by, from } = leaveTransitions[act];
    if (from !== state || !reachesTownship(actor, by, townshipId)) return false;
    if (by !== 'leaves.decide') return true;
    return mayDecide(actor, leave) && (askedById === null || askedById !== actor.userId);
  });
}
