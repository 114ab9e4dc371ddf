import type { PersonRow } from '@xuanpai/contracts/evaluation-people';
import { type Sql, sql } from '../../lib/sql.ts';

/** A person as everybody within reach reads them; days as text. */
export type BaseRow = Omit<PersonRow, 'parts'>;

/** Aliases: p the person, c cadre, u unit, v village, t township, a the post, tv and tm the team's. */
export const baseSelect: Sql = sql`p.id, p.round_id AS "roundId", p.cadre_id AS "cadreId",
  c.name AS "cadreName", p.village_id AS "villageId", v.name AS "villageName",
  p.township_id AS "townshipId", t.name AS "townshipName", p.unit_id AS "unitId",
  u.name AS "unitName", p.tier::text AS tier, a.post::text AS post, c.position,
  c.rank::text AS rank, p.staffing_type::text AS "staffingType",
  c.management_authority::text AS "managementAuthority", p.grade_set::text AS "gradeSet",
  p.days_in_post AS "daysInPost", p.standing::text AS standing,
  p.standing_ground AS "standingGround", p.unit_grade::text AS "unitGrade",
  p.unit_grade_document AS "unitGradeDocument", p.state::text AS state, tm.id AS "teamId",
  tm.name AS "teamName", p.grade::text AS grade, p.grade_ground AS "gradeGround",
  p.decided_on::text AS "decidedOn", p.decision_document AS "decisionDocument", p.version`;

export const baseJoins: Sql = sql`JOIN cadre c ON c.id = p.cadre_id JOIN unit u ON u.id = p.unit_id
  JOIN village v ON v.id = p.village_id JOIN region t ON t.id = p.township_id
  JOIN assignment a ON a.id = p.assignment_id
  LEFT JOIN evaluation_team_village tv ON tv.round_id = p.round_id AND tv.village_id = p.village_id
  LEFT JOIN evaluation_team tm ON tm.id = tv.team_id`;
