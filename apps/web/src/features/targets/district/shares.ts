import type { TargetState } from '@xuanpai/contracts/target-values';
import { standingOn } from '@xuanpai/domain/targets/aims';
import type { GridVillage } from '../values.ts';

export const stateOrder: readonly TargetState[] = [
  'reached',
  'onCourse',
  'behind',
  'notReported',
  'notDue',
];

/** How many of each state, and of how many. */
export interface Shares {
  key: string;
  name: string;
  of: number;
  counts: Record<TargetState, number>;
}

export function sharesOf(key: string, name: string, states: readonly TargetState[]): Shares {
  const count = (state: TargetState) => states.filter((one) => one === state).length;
  return {
    ...{ key, name, of: states.length },
    counts: {
      reached: count('reached'),
      onCourse: count('onCourse'),
      behind: count('behind'),
      notReported: count('notReported'),
      notDue: count('notDue'),
    },
  };
}

/** The states of a village's measures on a day; of one measure where a key is given. */
export function statesOf({ standings }: GridVillage, day: string, key?: string): TargetState[] {
  const keys = key ? [key] : [...new Set(standings.map(({ measureKey }) => measureKey))];
  return keys.flatMap((one) => {
    const own = standings.filter(({ measureKey }) => measureKey === one);
    return standingOn(own, day)?.state ?? [];
  });
}
