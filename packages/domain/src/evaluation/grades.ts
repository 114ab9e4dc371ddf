import type { EvaluationKind, Grade, GradeSet } from '@xuanpai/contracts/evaluation-words';
import type { StaffingType, Tier } from '@xuanpai/contracts/values';
import type { Policy } from '../policy/policy.ts';

/** E3: the four grades of each set, best first. */
const ladders = {
  civilServant: ['excellent', 'competent', 'basicallyCompetent', 'incompetent'],
  institution: ['excellent', 'qualified', 'basicallyQualified', 'unqualified'],
} as const satisfies Record<GradeSet, readonly Grade[]>;

/** E3: instead of a grade, each with its ground. */
const withoutGrade = ['undetermined', 'notAssessed'] as const satisfies readonly Grade[];

/** The four grades of a set, best first: those that a ballot names. */
export function ladderOf(set: GradeSet): readonly Grade[] {
  return ladders[set];
}

/** All that may stand for somebody of a set; the database keeps the same list. */
export function gradesOf(set: GradeSet): readonly Grade[] {
  return [...ladders[set], ...withoutGrade];
}

export function belongsTo(set: GradeSet, grade: Grade): boolean {
  return gradesOf(set).includes(grade);
}

/** E3: 不确定等次 and 不参加考核 are no grades, and stand only with their ground. */
export function needsGround(grade: Grade): boolean {
  return (withoutGrade as readonly Grade[]).includes(grade);
}

/** 0 is the best of a set; null where there is no grade. */
export function rungOf(grade: Grade): number | null {
  for (const ladder of Object.values(ladders)) {
    const rung = (ladder as readonly Grade[]).indexOf(grade);
    if (rung >= 0) return rung;
  }
  return null;
}

/** B2: 称职 or 合格, or better. */
export function isCompetentOrBetter(grade: Grade): boolean {
  const rung = rungOf(grade);
  return rung !== null && rung <= 1;
}

/** What the policy says of a staffing type; null: it must be chosen first (E3, enterprises). */
export type SetByStaffing = Readonly<Record<StaffingType, GradeSet | null>>;

/**
 * E1, E3: the set of each tier and staffing type in a round, by the policy of its date. For township
 * cadres, who are evaluated at the end of the term only, the notice names no grades: the policy does.
 */
export function gradeSetFor(
  policy: Policy,
  { kind, tier, staffingType }: { kind: EvaluationKind; tier: Tier; staffingType: StaffingType },
): GradeSet | null {
  if (kind === 'term' && tier === 'township') {
    const chosen = policy.choice('evaluation.townshipTermGrades');
    if (chosen === 'civilServant' || chosen === 'institution') return chosen;
  }
  return policy.table<SetByStaffing>('evaluation.gradeSets')[staffingType];
}
