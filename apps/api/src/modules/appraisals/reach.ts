import type { Permission } from '@xuanpai/contracts/permissions';
import type { Actor } from '../../lib/actor.ts';
import { scopeFor } from '../../lib/scope.ts';

/** The townships that a permission of somebody is held for. */
export function townshipsFor(actor: Actor, permission: Permission): string[] {
  const scope = scopeFor(actor, permission, 'assignments');
  return typeof scope === 'string' ? [] : scope.townshipIds;
}

/** The townships whose opinions somebody works on: they read them before they are signed. */
export function ownTownships(actor: Actor): string[] {
  return [...townshipsFor(actor, 'appraisals.write'), ...townshipsFor(actor, 'appraisals.sign')];
}
