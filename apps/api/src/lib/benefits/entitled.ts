import type {
  EvaluationKind,
  EvaluationStanding,
  Grade,
} from '@xuanpai/contracts/evaluation-words';
import type { PlainDate, Post } from '@xuanpai/contracts/values';
import {
  type Entitlement,
  entitlementOf,
  hasLostGround,
  isPreferredForPromotion,
  percentOf,
  type YearRecord,
} from '@xuanpai/domain/benefits/entitlement';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { rows, type Sql, sql } from '../sql.ts';

type Runner = Parameters<typeof rows>[0];

interface GradeRow {
  kind: EvaluationKind;
  year: number;
  standing: EvaluationStanding;
  grade: Grade | null;
  unitGrade: Grade | null;
  startsOn: PlainDate;
  endsOn: PlainDate;
}

/** A use as the database has it. */
export interface UseRow {
  id: string;
  level: 'competent' | 'excellent';
  percent: number;
  grounds: { year: number; grade: Grade }[];
  competition: string;
  heldOn: PlainDate;
  rawTotal: string;
  documentNumber: string;
  result: 'pending' | 'appointed' | 'notAppointed';
  resultNote: string | null;
  enteredById: string | null;
  enteredByName: string;
  enteredAt: string;
  voidedByName: string | null;
  voidedAt: string | null;
  voidReason: string | null;
  version: number;
}

export interface OutstandingRow {
  id: string;
  ground: string;
  documentNumber: string;
  confirmedByName: string;
  confirmedAt: string;
  version: number;
}

interface CadreRow {
  cadreId: string;
  cadreName: string;
  sortKey: string;
  searchKey: string;
  unitId: string;
  unitName: string;
  unitOrder: number;
  villageName: string;
  townshipName: string;
  townshipCode: string;
  post: Post;
  grades: GradeRow[];
  uses: UseRow[];
  outstanding: OutstandingRow | null;
}

export interface Entitled extends Omit<CadreRow, 'grades'> {
  entitlement: Entitlement;
  percent: number | null;
  /** The use that stands. */
  use: UseRow | null;
  groundLost: boolean;
  termGrade: Grade | null;
  preferred: boolean;
}

/**
 * The district cadres of a batch that a condition (on `c`, the cadre) keeps, each with what the grades
 * of all batches earn by the policy. Rounds that are still prepared say nothing.
 */
export async function readEntitled(
  runner: Runner,
  batchId: string,
  policy: Policy,
  condition: Sql,
): Promise<Entitled[]> {
  const found = await rows<CadreRow>(
    runner,
    sql`SELECT c.id AS "cadreId", c.name AS "cadreName", c.sort_key AS "sortKey",
        c.search_key || ' ' || u.search_key AS "searchKey", u.id AS "unitId", u.name AS "unitName",
        (dense_rank() OVER (ORDER BY u.name COLLATE zh_pinyin, u.id))::int AS "unitOrder",
        v.name AS "villageName", t.name AS "townshipName", t.code AS "townshipCode", a.post,
        coalesce(g.grades, '[]') AS grades, coalesce(x.uses, '[]') AS uses, o.row AS outstanding
      FROM cadre c JOIN unit u ON u.id = c.unit_id
      JOIN LATERAL (SELECT * FROM assignment ca WHERE ca.cadre_id = c.id
        AND ca.batch_id = ${batchId}::uuid AND ca.tier = 'district' AND ca.state = 'inForce'
        ORDER BY ca.starts_on DESC, ca.id LIMIT 1) a ON true
      JOIN village v ON v.id = a.village_id JOIN region t ON t.id = v.township_id
      LEFT JOIN LATERAL (SELECT json_agg(json_build_object('kind', r.kind, 'year', r.year,
          'standing', p.standing, 'grade', p.grade, 'unitGrade', p.unit_grade,
          'startsOn', b.starts_on, 'endsOn', b.ends_on) ORDER BY r.year, r.id) AS grades
        FROM evaluation_person p JOIN evaluation_round r ON r.id = p.round_id
        JOIN batch b ON b.id = r.batch_id
        WHERE p.cadre_id = c.id AND p.tier = 'district' AND r.status <> 'draft') g ON true
      LEFT JOIN LATERAL (SELECT json_agg(json_build_object('id', s.id, 'level', s.level,
          'percent', s.percent, 'grounds', s.grounds, 'competition', s.competition,
          'heldOn', s.held_on, 'rawTotal', trim_scale(s.raw_total)::text,
          'documentNumber', s.document_number,
          'result', s.result, 'resultNote', s.result_note, 'enteredById', s.entered_by_id,
          'enteredByName', s.entered_by_name, 'enteredAt', s.entered_at,
          'voidedByName', s.voided_by_name, 'voidedAt', s.voided_at, 'voidReason', s.void_reason,
          'version', s.version) ORDER BY s.entered_at DESC) AS uses
        FROM benefit_use s WHERE s.cadre_id = c.id) x ON true
      LEFT JOIN LATERAL (SELECT json_build_object('id', k.id, 'ground', k.ground,
          'documentNumber', k.document_number, 'confirmedByName', k.confirmed_by_name,
          'confirmedAt', k.confirmed_at, 'version', k.version) AS row
        FROM benefit_outstanding k WHERE k.cadre_id = c.id AND k.withdrawn_at IS NULL) o ON true
      WHERE ${condition}
      ORDER BY "unitOrder", c.sort_key, c.id`,
  );
  return found.map((row) => entitled(row, policy));
}

function entitled({ grades, ...row }: CadreRow, policy: Policy): Entitled {
  const annual = grades.filter(({ kind }) => kind === 'annual').map(yearRecord);
  const entitlement = entitlementOf(annual, policy);
  const use = row.uses.find(({ voidedAt }) => voidedAt === null) ?? null;
  const termGrade = grades.findLast(({ kind, grade }) => kind === 'term' && grade)?.grade ?? null;
  return {
    ...row,
    ...{ entitlement, use, termGrade },
    percent: use ? use.percent : percentOf(entitlement.level, row.outstanding !== null, policy),
    groundLost: use !== null && hasLostGround(use, entitlement),
    preferred: isPreferredForPromotion(termGrade, policy),
  };
}

function yearRecord({ year, standing, grade, unitGrade, startsOn, endsOn }: GradeRow): YearRecord {
  return {
    ...{ year, standing, grade, unitGrade },
    firstPart: startsOn > `${year}-01-01` && startsOn <= `${year}-12-31`,
    lastPart: endsOn >= `${year}-01-01` && endsOn < `${year}-12-31`,
  };
}
