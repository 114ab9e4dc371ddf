import type { TargetState } from '@xuanpai/contracts/target-values';
import type { TargetStanding } from '@xuanpai/contracts/targets';
import type { PlainDate } from '@xuanpai/contracts/values';
import { groupBy } from '@xuanpai/domain/group-by';
import { standingOn } from '@xuanpai/domain/targets/aims';

/** Measures by how they stand on a day, each once. */
export function countStates(
  standings: readonly TargetStanding[],
  on: PlainDate,
): Record<TargetState, number> {
  const counts = { reached: 0, onCourse: 0, behind: 0, notReported: 0, notDue: 0 };
  for (const own of groupBy(standings, ({ measureKey }) => measureKey).values()) {
    const standing = standingOn(own, on);
    if (standing) counts[standing.state] += 1;
  }
  return counts;
}

/** The counts of several villages together. */
export function sumCounts(
  all: readonly Record<TargetState, number>[],
): Record<TargetState, number> {
  const sum = (state: TargetState) => all.reduce((total, counts) => total + counts[state], 0);
  return {
    reached: sum('reached'),
    onCourse: sum('onCourse'),
    behind: sum('behind'),
    notReported: sum('notReported'),
    notDue: sum('notDue'),
  };
}
