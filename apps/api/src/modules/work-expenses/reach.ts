import type { Permission } from '@xuanpai/contracts/permissions';
import type { Actor } from '../../lib/actor.ts';
import { scopeFor } from '../../lib/scope.ts';

/** The units whose accounts somebody reaches: all for those who look over the district, else the own one. */
export function unitsWithin(actor: Actor, permission: Permission): readonly string[] | 'all' {
  const scope = scopeFor(actor, permission, 'units');
  if (scope === 'all') return 'all';
  return scope === 'none' ? [] : scope.unitIds;
}
