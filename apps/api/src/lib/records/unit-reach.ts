import type { Permission } from '@xuanpai/contracts/permissions';
import type { Unit } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../actor.ts';
import { ApiError } from '../api-error.ts';
import { scopeFor, scopeWhere } from '../scope.ts';

/**
 * The unit that somebody wants to put people into. Throws `notFound` at `path` when there is no such
 * unit or it is somebody else's: the same answer, so that nothing can be learned from it.
 */
export async function unitWithin(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  unitId: string,
  path = 'unitId',
): Promise<Unit> {
  const scope = scopeFor(actor, permission, 'units');
  const unit = await tx.unit.findFirst({
    where: { AND: [{ id: unitId }, scopeWhere(scope, 'units')] },
  });
  if (unit) return unit;
  const message = {
    zh: '没有这个单位，或不在您的范围内。',
    en: 'There is no such unit, or it is outside your scope.',
  };
  throw new ApiError('notFound', { faults: [{ path, code: 'unitNotFound', message }] });
}
