import type { Nomination } from '@xuanpai/contracts/nominations';
import type { PlainDate } from '@xuanpai/contracts/values';
import { judge } from '@xuanpai/domain/eligibility';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { type ListSql, readAll } from '../list.ts';
import { type Sql, sql } from '../sql.ts';
import type { BatchRecord } from './batch.ts';

type Judged = 'age' | 'presumedFullMemberOn' | 'judgement' | 'findings';
type Dated = 'bornOn' | 'joinedOn' | 'fullMemberOn';

/** A nomination as it is kept, its days as text. */
interface Row extends Omit<Nomination, Judged | Dated> {
  bornOn: PlainDate;
  joinedOn: PlainDate | null;
  fullMemberOn: PlainDate | null;
}

/** A batch's nominations with person and unit. Aliases: n nomination, c cadre, u unit, t township. */
export function nominationList(batchId: string, conditions: readonly Sql[], order: Sql): ListSql {
  return {
    select: sql`n.id, n.batch_id AS "batchId", n.cadre_id AS "cadreId", c.version AS "cadreVersion",
      c.name, n.unit_id AS "unitId", u.name AS "unitName", u.township_id AS "townshipId", n.tier,
      n.category, c.position, c.rank, c.staffing_type AS "staffingType", c.speciality,
      c.born_on AS "bornOn", c.political_status AS "politicalStatus", c.joined_on AS "joinedOn",
      c.full_member_on AS "fullMemberOn", c.membership_document AS "membershipDocument",
      n.accepted_reason AS "acceptedReason", n.accepted_by AS "acceptedBy", n.state,
      CASE WHEN n.replaced_by_id IS NOT NULL THEN json_build_object(
        'nominationId', n.replaced_by_id, 'name', rc.name, 'reason', n.replaced_reason)
      END AS "replacedBy",
      CASE WHEN n.state = 'withdrawn' THEN json_build_object(
        'reason', n.withdrawn_reason, 'by', n.withdrawn_by, 'at',
        to_char(n.withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      END AS "withdrawn",
      (SELECT json_build_object('villageName', pv.name, 'startsOn', pa.starts_on, 'endsOn', pa.ends_on)
        FROM assignment pa JOIN village pv ON pv.id = pa.village_id
        WHERE pa.batch_id = n.batch_id AND pa.cadre_id = n.cadre_id AND pa.state = 'inForce'
        ORDER BY pa.starts_on DESC LIMIT 1) AS post,
      n.version`,
    table: sql`nomination n`,
    id: sql`n.id`,
    joins: sql`JOIN cadre c ON c.id = n.cadre_id
      JOIN unit u ON u.id = n.unit_id
      LEFT JOIN region t ON t.id = u.township_id
      LEFT JOIN nomination r ON r.id = n.replaced_by_id
      LEFT JOIN cadre rc ON rc.id = r.cadre_id`,
    conditions: [sql`n.batch_id = ${batchId}::uuid`, ...conditions],
    order,
  };
}

/** By tier, then township, then as units and people were registered. */
export const asRegistered = sql`ORDER BY n.tier, t.code NULLS FIRST, u.id, n.id`;

/** A batch's nominations, each judged on the batch's date (D1, D5). */
export async function readNominations(
  runner: Parameters<typeof readAll>[0],
  batch: Pick<BatchRecord, 'id' | 'date'>,
  policy: Policy,
  conditions: readonly Sql[],
  order: Sql = asRegistered,
): Promise<Nomination[]> {
  const found = await readAll<Row>(runner, nominationList(batch.id, conditions, order));
  return found.map((row) => ({ ...row, ...judge(row, policy, batch.date) }));
}
