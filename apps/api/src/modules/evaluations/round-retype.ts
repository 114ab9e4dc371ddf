import type { Grade, GradeSet } from '@xuanpai/contracts/evaluation-words';
import type { StaffingType, Tier } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { EvaluationRound } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { belongsTo } from '@xuanpai/domain/evaluation/grades';
import { record } from '../../lib/audit.ts';
import { rows, runnerOf, sql } from '../../lib/sql.ts';
import { staffingOn } from './candidates.ts';

/** Somebody whose staffing type on the round's date is another by now: it came late, or was wrong. */
export interface Retyped {
  id: string;
  cadreName: string;
  unitName: string;
  tier: Tier;
  before: StaffingType;
  staffingType: StaffingType;
  gradeSet: GradeSet | null;
  proposedGrade: Grade | null;
  unitGrade: Grade | null;
  version: number;
}

/** Of those who are still being entered; the set is that of the round, null where it has none. */
export async function readRetyped(
  tx: Tx,
  { id: roundId, date }: EvaluationRound,
  setOf: (tier: Tier, staffingType: StaffingType) => GradeSet | null,
): Promise<Retyped[]> {
  await tx.$queryRaw`SELECT 1 FROM evaluation_person WHERE round_id = ${roundId}::uuid
    AND state = 'entering' ORDER BY id FOR UPDATE`;
  const found = await rows<Omit<Retyped, 'gradeSet'>>(
    runnerOf(tx),
    sql`SELECT p.id, c.name AS "cadreName", u.name AS "unitName", p.tier::text AS tier,
        p.staffing_type::text AS before, ${staffingOn(toPlainDate(date))} AS "staffingType",
        p.proposed_grade::text AS "proposedGrade", p.unit_grade::text AS "unitGrade", p.version
      FROM evaluation_person p JOIN cadre c ON c.id = p.cadre_id JOIN unit u ON u.id = p.unit_id
      WHERE p.round_id = ${roundId}::uuid AND p.state = 'entering'
        AND ${staffingOn(toPlainDate(date))} <> p.staffing_type::text ORDER BY c.sort_key, p.id`,
  );
  return found.map((one) => ({ ...one, gradeSet: setOf(one.tier, one.staffingType) }));
}

/** E3: they get the grades of that type; a draft or a unit's grade of the other set is dropped. */
export async function retype(
  tx: Tx,
  round: EvaluationRound,
  people: readonly Retyped[],
): Promise<void> {
  for (const { id, cadreName, before, staffingType, gradeSet, version, ...grades } of people) {
    if (gradeSet === null) continue;
    const kept = (grade: Grade | null) => (grade && belongsTo(gradeSet, grade) ? grade : null);
    const unitGrade = kept(grades.unitGrade);
    await tx.evaluationPerson.update({
      where: { id },
      data: {
        ...{ staffingType, gradeSet, proposedGrade: kept(grades.proposedGrade), unitGrade },
        ...(unitGrade === null ? { unitGradeDocument: null } : {}),
        version: { increment: 1 },
      },
    });
    record(tx, {
      ...{ action: 'evaluation.staffing', entity: 'evaluationPerson', entityId: id },
      params: { name: cadreName, round: round.name },
      changes: [
        {
          ...{ entity: 'evaluationPerson', entityId: id, versionAfter: version + 1 },
          ...{ before: { staffingType: before }, after: { staffingType, gradeSet } },
        },
      ],
    });
  }
}
