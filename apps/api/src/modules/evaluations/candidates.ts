import type { Candidate } from '@xuanpai/contracts/evaluations';
import type { ManagementAuthority, PlainDate, StaffingType, Tier } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { EvaluationRound } from '@xuanpai/database/generated/client';
import { gradeSetFor } from '@xuanpai/domain/evaluation/grades';
import { daysInPost, standingOf, takesPart } from '@xuanpai/domain/evaluation/rounds';
import { groupBy } from '@xuanpai/domain/group-by';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { rows, type Sql, sql } from '../../lib/sql.ts';

type Runner = Parameters<typeof rows>[0];

/** Somebody as they would stand in a round, with the post that they are evaluated in. */
export interface RoundCandidate extends Candidate {
  assignmentId: string;
  villageId: string;
  townshipId: string;
  unitId: string;
}

interface Post {
  cadreId: string;
  cadreName: string;
  assignmentId: string;
  villageId: string;
  villageName: string;
  townshipId: string;
  townshipName: string;
  unitId: string;
  unitName: string;
  tier: Tier;
  staffingType: StaffingType;
  managementAuthority: ManagementAuthority | null;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
}

/**
 * Who was in post in the days of a round and isn't in it yet, by township and village. The post is the
 * last one in those days, the staffing type that of the round's date (E3).
 */
export async function readCandidates(
  runner: Runner,
  round: EvaluationRound,
  policy: Policy,
): Promise<RoundCandidate[]> {
  const { kind } = round;
  const span = { startsOn: toPlainDate(round.startsOn), endsOn: toPlainDate(round.endsOn) };
  const posts = await readPosts(runner, round, span);
  const candidates: RoundCandidate[] = [];
  for (const own of groupBy(posts, ({ cadreId }) => cadreId).values()) {
    const last = own.at(-1);
    if (!last || !takesPart(kind, last.tier)) continue;
    const days = daysInPost(own, span);
    const { startsOn: _, endsOn: __, managementAuthority: ___, ...facts } = last;
    const { tier, staffingType } = last;
    candidates.push({
      ...facts,
      gradeSet: gradeSetFor(policy, { kind, tier, staffingType }),
      daysInPost: days,
      ...standingOf(days, policy),
    });
  }
  return candidates;
}

/** The staffing type on a day, as the register knows it now. Alias c. */
export function staffingOn(day: PlainDate): Sql {
  return sql`(CASE WHEN c.staffing_since > ${day}::date THEN c.staffing_before
    ELSE c.staffing_type END)::text`;
}

function readPosts(
  runner: Runner,
  round: EvaluationRound,
  { startsOn, endsOn }: { startsOn: PlainDate; endsOn: PlainDate },
): Promise<Post[]> {
  const { id: roundId, batchId } = round;
  return rows<Post>(
    runner,
    sql`SELECT a.cadre_id AS "cadreId", c.name AS "cadreName", a.id AS "assignmentId",
        a.village_id AS "villageId", v.name AS "villageName", v.township_id AS "townshipId",
        t.name AS "townshipName", c.unit_id AS "unitId", u.name AS "unitName", a.tier::text AS tier,
        ${staffingOn(toPlainDate(round.date))} AS "staffingType", c.management_authority::text AS "managementAuthority",
        a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn"
      FROM assignment a JOIN cadre c ON c.id = a.cadre_id JOIN unit u ON u.id = c.unit_id
        JOIN village v ON v.id = a.village_id JOIN region t ON t.id = v.township_id
      WHERE a.batch_id = ${batchId}::uuid AND a.state = 'inForce' AND a.starts_on <= ${endsOn}::date
        AND (a.ends_on IS NULL OR a.ends_on >= ${startsOn}::date)
        AND NOT EXISTS (SELECT 1 FROM evaluation_person p
          WHERE p.round_id = ${roundId}::uuid AND p.cadre_id = a.cadre_id)
      ORDER BY t.code, v.code, c.sort_key, c.id, a.starts_on`,
  );
}
