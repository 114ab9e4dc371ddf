import type { PlainDate } from '@xuanpai/contracts/values';
import type { LetterPost } from '@xuanpai/domain/letters/write-letter';
import { rows, sql } from '../../../lib/sql.ts';

export interface SubjectPost extends LetterPost {
  tier: 'district' | 'township';
  /** Version of what was entered for the membership; 0: nothing. */
  membershipVersion: number;
}

/**
 * The posts of a batch that took effect, in the order of the lists; `direction` says which way the
 * membership goes. Whoever is out of post already gets no letter any more, but the one for the way back.
 */
export function readPosts(
  runner: Parameters<typeof rows>[0],
  batchId: string,
  direction: 'out' | 'back',
  today: PlainDate,
): Promise<SubjectPost[]> {
  return rows<SubjectPost>(
    runner,
    sql`SELECT a.id AS "assignmentId", c.id AS "cadreId", c.name, c.sex, c.ethnicity,
        c.born_on::text AS "bornOn", c.education, c.phone, c.joined_on::text AS "joinedOn",
        u.id AS "unitId", u.name AS unit, c.position, c.rank, v.id AS "villageId",
        v.name AS village, t.id AS "townshipId", t.name AS township,
        tu.id AS "townshipUnitId", tu.name AS "townshipUnit", a.tier, a.post, a.kind,
        a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn",
        a.document_number AS "documentNumber", m.dues_paid_until::text AS "duesPaidUntil",
        m.validity_days AS "validityDays", COALESCE(m.version, 0) AS "membershipVersion"
      FROM assignment a
      JOIN cadre c ON c.id = a.cadre_id
      JOIN unit u ON u.id = c.unit_id
      JOIN village v ON v.id = a.village_id
      JOIN region t ON t.id = v.township_id
      LEFT JOIN unit tu ON tu.township_id = t.id
      LEFT JOIN membership_facts m ON m.assignment_id = a.id
        AND m.direction = ${direction}::membership_direction
      WHERE a.batch_id = ${batchId}::uuid AND a.state <> 'revoked'
        AND (${direction} = 'back' OR a.ends_on IS NULL OR a.ends_on >= ${today}::date)
      ORDER BY t.code, v.code, (a.post = 'deputySecretary'), a.id`,
  );
}
