import type { Permission } from '@xuanpai/contracts/permissions';
import type { Actor } from '../../lib/actor.ts';
import { scopeFor } from '../../lib/scope.ts';

/** Whether a permission reaches a village by its township. */
export function reachesVillage(
  actor: Actor,
  permission: Permission,
  { townshipId }: { townshipId: string },
): boolean {
  const scope = scopeFor(actor, permission, 'villages');
  if (scope === 'all') return true;
  return scope !== 'none' && scope.townshipIds.includes(townshipId);
}
