import type { Cadre } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Keyring } from '../../lib/keyring.ts';
import { lockRow } from '../../lib/lock.ts';
import { recordOf } from '../../lib/records/cadre.ts';
import { maskedCadre } from '../../lib/records/cadre-audit.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';

/**
 * The cadre, held for this transaction, in the version that the writer saw. Writing reaches the
 * people of the own unit or township only: those whom others sent to the township can be read, not
 * changed.
 */
export async function holdCadre(
  tx: Tx,
  keys: Keyring,
  actor: Actor,
  id: string,
  seen: number,
): Promise<Cadre> {
  const units = scopeWhere(scopeFor(actor, 'cadres.write', 'units'), 'units');
  await lockRow(tx, 'cadre', id);
  const cadre = await tx.cadre.findFirst({ where: { AND: [{ id }, { unit: units }] } });
  if (!cadre) throw notFound();
  const { version } = cadre;
  const current = { id, version, ...maskedCadre(recordOf(keys, cadre)) };
  await checkVersion(tx, { entity: 'cadre', id, version, current }, seen);
  return cadre;
}
