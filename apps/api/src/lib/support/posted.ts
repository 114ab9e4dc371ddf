import type { UnitPairing } from '@xuanpai/contracts/support';
import type { PlainDate, Tier } from '@xuanpai/contracts/values';
import { isSplit } from '@xuanpai/domain/support/balance';
import { rows, type Sql, sql } from '../sql.ts';

/** Somebody in post on a day, with the sending unit: the pairing of unit and village is made by it. */
export interface Posted {
  cadreId: string;
  cadreName: string;
  unitId: string;
  unitName: string;
  villageId: string;
  tier: Tier;
}

/**
 * Everybody of the units that have somebody in post where `condition` holds over `v` and `u`: all the
 * people of these units, for a split is seen only beside the others.
 */
export function readPosted(
  runner: Parameters<typeof rows>[0],
  on: PlainDate,
  condition: Sql,
): Promise<Posted[]> {
  return rows<Posted>(
    runner,
    sql`WITH posted AS (SELECT a.cadre_id, a.village_id, a.tier, c.unit_id, c.name, c.sort_key
        FROM assignment a JOIN cadre c ON c.id = a.cadre_id
        WHERE a.state = 'inForce' AND a.starts_on <= ${on}::date
          AND (a.ends_on IS NULL OR a.ends_on >= ${on}::date))
      SELECT o.cadre_id AS "cadreId", o.name AS "cadreName", o.unit_id AS "unitId",
        ou.name AS "unitName", o.village_id AS "villageId", o.tier
      FROM posted o JOIN unit ou ON ou.id = o.unit_id
      WHERE o.unit_id IN (SELECT u.id FROM posted p JOIN village v ON v.id = p.village_id
        JOIN unit u ON u.id = p.unit_id WHERE ${condition})
      ORDER BY o.sort_key, o.cadre_id`,
  );
}

/** The sending units beside a village. */
export function unitPairings(posted: readonly Posted[], villageId: string): UnitPairing[] {
  const here = posted.filter((person) => person.villageId === villageId);
  const unitIds = [...new Set(here.map(({ unitId }) => unitId))];
  return unitIds.map((unitId) => {
    const people = here.filter((person) => person.unitId === unitId);
    return {
      unitId,
      unitName: people[0]?.unitName ?? '',
      people: people.map(({ cadreName }) => cadreName),
      split: isSplit(posted, unitId, villageId),
    };
  });
}
