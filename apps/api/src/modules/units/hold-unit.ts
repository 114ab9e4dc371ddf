import { may, type Permission } from '@xuanpai/contracts/permissions';
import type { Unit } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { lockRow } from '../../lib/lock.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { contactFields, loggedUnit } from './unit-fields.ts';

/** The unit, held for this transaction, in the version that the writer saw. */
export async function holdUnit(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  id: string,
  seen: number,
): Promise<Unit> {
  const scope = scopeFor(actor, permission, 'units');
  await lockRow(tx, 'unit', id);
  const unit = await tx.unit.findFirst({ where: { AND: [{ id }, scopeWhere(scope, 'units')] } });
  if (!unit) throw notFound();
  const { version } = unit;
  const current = { id, version, ...loggedUnit(unit) };
  await checkVersion(tx, { entity: 'unit', id, version, current }, seen);
  return unit;
}

/** Who may only keep the contacts up to date changes nothing else. Throws `forbidden`, naming the fields. */
export function checkFields(actor: Actor, fields: readonly string[]): void {
  if (may(actor.roles, 'units.write')) return;
  const others = fields.filter((field) => !contactFields.some((contact) => contact === field));
  if (others.length === 0) return;
  const message = {
    zh: '您只能修改第一责任人、联络员和联系电话；其他由区委组织部修改。',
    en: 'You may change the person responsible and the contact; the rest is for the planner.',
  };
  const faults = others.map((path) => ({ path, code: 'plannerOnly', message }));
  throw new ApiError('forbidden', { detail: message, faults });
}
