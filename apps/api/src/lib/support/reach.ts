import type { Permission } from '@xuanpai/contracts/permissions';
import type { Actor } from '../actor.ts';
import { scopeFor } from '../scope.ts';

/** Whether somebody does this in a township: by a role of the district, or of that township. */
export function reachesTownship(actor: Actor, permission: Permission, townshipId: string): boolean {
  const scope = scopeFor(actor, permission, 'sheets');
  if (scope === 'all' || scope === 'none') return scope === 'all';
  return scope.townshipIds.includes(townshipId);
}

/** Whether somebody does this with a piece of help: in the township that gets it, or for the own unit. */
export function reachesHelp(
  actor: Actor,
  permission: Permission,
  { townshipId, unitId }: { townshipId: string; unitId: string | null },
): boolean {
  const scope = scopeFor(actor, permission, 'help');
  if (scope === 'all' || scope === 'none') return scope === 'all';
  return (
    scope.townshipIds.includes(townshipId) || (unitId !== null && scope.unitIds.includes(unitId))
  );
}
