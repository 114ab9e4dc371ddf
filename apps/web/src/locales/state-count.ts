import type { TargetState } from '@xuanpai/contracts/target-values';

/** How many measures stand like this. */
export function stateCount(states: readonly TargetState[], state: TargetState): number {
  return states.filter((one) => one === state).length;
}
