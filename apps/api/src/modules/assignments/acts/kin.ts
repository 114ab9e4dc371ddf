import type { Tx } from '@xuanpai/database/transaction';
import { kinFaults } from '@xuanpai/domain/stepping-back';
import type { Fault } from '../../../lib/api-error.ts';
import type { Stay } from './clashes.ts';

/**
 * E8: kin, declared with a nomination of either of them, in the committees of the village that somebody
 * goes to, or in post there in the same days.
 */
export async function kinThere(
  tx: Pick<Tx, '$queryRaw'>,
  who: { name: string; villageName: string },
  { cadreId, villageId, from, to, but }: Stay,
  path: string,
): Promise<Fault[]> {
  const kin = await tx.$queryRaw<{ colleague: string | null }[]>`
    SELECT NULL AS colleague FROM nomination_relative r
      WHERE r.cadre_id = ${cadreId}::uuid AND r.village_id = ${villageId}::uuid
    UNION SELECT c.name FROM nomination_relative r
      JOIN cadre c ON c.id = CASE WHEN r.cadre_id = ${cadreId}::uuid THEN r.other_cadre_id ELSE r.cadre_id END
      JOIN assignment a ON a.cadre_id = c.id AND a.state = 'inForce'
        AND a.village_id = ${villageId}::uuid AND a.id <> ALL(${[...but]}::uuid[])
        AND daterange(a.starts_on, a.ends_on, '[]') && daterange(${from}::date, ${to}::date, '[]')
      WHERE r.other_cadre_id IS NOT NULL
        AND (r.cadre_id = ${cadreId}::uuid OR r.other_cadre_id = ${cadreId}::uuid)`;
  return kinFaults(who, kin, path);
}
