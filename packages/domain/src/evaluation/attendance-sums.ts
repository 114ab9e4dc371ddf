import type { EvaluationFacts, FactMonth } from '@xuanpai/contracts/evaluation-facts';

/**
 * Sums of somebody's months. Days in the village count once the district confirmed the month: what
 * isn't filled in is no shortfall (M6).
 */
export function attendanceSums(months: FactMonth[]): EvaluationFacts['attendance'] {
  const sum = (of: (month: FactMonth) => number, among: readonly FactMonth[] = months) =>
    among.reduce((total, month) => total + of(month), 0);
  const counted = months.filter(({ confirmed }) => confirmed);
  return {
    months,
    inVillage: sum(({ inVillage }) => inVillage, counted),
    required: sum(({ required }) => required, counted),
    shortMonths: counted.filter(({ short }) => short > 0).length,
    leaveDays: sum(({ leave }) => leave),
    absentDays: sum(({ absent }) => absent),
    contradictions: sum(({ contradictions }) => contradictions),
    unconfirmed: months.length - counted.length,
  };
}
