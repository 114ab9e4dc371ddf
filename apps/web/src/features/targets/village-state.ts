import type { TargetState } from '@xuanpai/contracts/target-values';
import { aimState, standingOn } from '@xuanpai/domain/targets/aims';
import type { GridVillage } from './values.ts';

/** How a village stands on a day, by all of its measures, as an aim does by its own. */
export function stateOfVillage({ standings }: GridVillage, day: string): TargetState {
  const keys = [...new Set(standings.map(({ measureKey }) => measureKey))];
  return aimState(
    keys.flatMap((key) => {
      const own = standings.filter(({ measureKey }) => measureKey === key);
      return standingOn(own, day)?.state ?? [];
    }),
  );
}
