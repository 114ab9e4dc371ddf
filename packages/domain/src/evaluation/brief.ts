import type { EvaluationFacts, FactsBrief } from '@xuanpai/contracts/evaluation-facts';
import type { TargetState } from '@xuanpai/contracts/target-values';

/** Sums of somebody's facts. */
export function briefOf({
  measures,
  appraisals,
  attendance,
}: Pick<EvaluationFacts, 'measures' | 'appraisals' | 'attendance'>): FactsBrief {
  const count = (state: TargetState) => measures.filter((one) => one.state === state).length;
  const { months, inVillage, required, shortMonths, leaveDays, absentDays } = attendance;
  return {
    ...{ reached: count('reached'), onCourse: count('onCourse'), behind: count('behind') },
    bindingBehind: measures.filter(({ state, binding }) => state === 'behind' && binding).length,
    ...{ notReported: count('notReported'), appraised: appraisals.length },
    ...{ inVillage, required, shortMonths, leaveDays, absentDays },
    met: months
      .filter(({ confirmed }) => confirmed)
      .reduce((sum, month) => sum + Math.min(month.inVillage, month.required), 0),
  };
}

/** Whether any target has a value that counts. */
export function targetsKnown({ reached, onCourse, behind }: FactsBrief): boolean {
  return reached + onCourse + behind > 0;
}
