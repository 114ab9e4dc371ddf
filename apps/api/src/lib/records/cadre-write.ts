import type { Cadre } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { record as audit } from '../audit.ts';
import type { Keyring } from '../keyring.ts';
import { refuse } from '../refuse.ts';
import { cadreRow } from './cadre.ts';
import { maskedCadre } from './cadre-audit.ts';
import { checkNewCadre, idNumberFaults, type NewCadre } from './cadre-check.ts';
import { countWrites } from './counters.ts';

export interface NewCadreOptions {
  /** For the least age at joining. */
  policy: Policy;
  /** Where the cadre stands in the request, before the paths of its faults: `cadre.` at 更换人选. */
  at?: string;
}

/**
 * Enters a new cadre in the register, with its audit entry: personal data sealed, sex and birth date
 * from the ID number. Whether the unit is within reach is for the caller to check.
 *
 * Gives the row. Throws with all faults at once: `invalid`, `ruleViolated`, or `conflict` for an ID
 * number that the register has.
 */
export async function insertCadre(
  tx: Tx,
  keys: Keyring,
  input: NewCadre,
  { policy, at = '' }: NewCadreOptions,
): Promise<Cadre> {
  const { record, faults } = checkNewCadre(input, policy);
  const all = [...faults, ...(await idNumberFaults(tx, keys, record.idNumber, null))];
  refuse(all.map((fault) => ({ ...fault, path: at + fault.path })));
  const row = await tx.cadre.create({ data: cadreRow(keys, record) });
  await countWrites(tx, 'cadres');
  audit(tx, {
    action: 'cadre.create',
    entity: 'cadre',
    entityId: row.id,
    params: { name: row.name },
    changes: [
      {
        entity: 'cadre',
        entityId: row.id,
        versionAfter: row.version,
        before: null,
        after: maskedCadre(record),
      },
    ],
  });
  return row;
}
