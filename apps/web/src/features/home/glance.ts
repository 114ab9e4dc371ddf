import type { listAttendanceMonths } from '@xuanpai/contracts/attendance';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listEvaluations } from '@xuanpai/contracts/evaluations';
import { targetStates } from '@xuanpai/contracts/target-values';
import type { countTargets } from '@xuanpai/contracts/targets';

type Townships = ReplyOf<typeof countTargets>['townships'];
type Month = ReplyOf<typeof listAttendanceMonths>['items'][number];
type Round = ReplyOf<typeof listEvaluations>['items'][number];

/** The measures of all townships: how many there are, and how many stand how. */
export function sumTargets(townships: readonly Pick<Townships[number], 'counts'>[]) {
  const sum = (state: (typeof targetStates)[number]) =>
    townships.reduce((total, { counts }) => total + counts[state], 0);
  return {
    of: targetStates.reduce((total, state) => total + sum(state), 0),
    ...{ reached: sum('reached'), behind: sum('behind'), notReported: sum('notReported') },
  };
}

/** A month of all townships: who was in the village for enough days, and which sheets aren't confirmed. */
export function sumMonth(sheets: readonly Pick<Month, 'cadres' | 'enough' | 'status'>[]) {
  const sum = (of: (sheet: (typeof sheets)[number]) => number) =>
    sheets.reduce((total, sheet) => total + of(sheet), 0);
  return {
    cadres: sum(({ cadres }) => cadres),
    enough: sum(({ enough }) => enough),
    open: sheets.filter(({ cadres, status }) => cadres > 0 && status !== 'confirmed').length,
  };
}

/** The round under way, else the latest, which stands first. */
export function roundToTell<Known extends Pick<Round, 'status'>>(
  rounds: readonly Known[],
): Known | undefined {
  return rounds.find(({ status }) => status === 'open') ?? rounds[0];
}
