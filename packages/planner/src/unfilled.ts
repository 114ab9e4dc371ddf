import { groupBy } from '@xuanpai/domain/group-by';
import type { Placement, PlanCadre, PlanProblemInput } from './model.ts';
import { indexPlan, type PlanIndex, type VillagePlaces, villagesOf } from './plan-index.ts';
import { asksForLeadingBody } from './score-place.ts';

/** Why places of a group of villages are empty, as numbers and ids for words. */
export interface Shortage {
  /** Places to fill, and nominees who may fill them. */
  places: number;
  eligible: number;
  /** Nominees lacking, 0 where there are enough and some weren't placed. */
  short: number;
  /** Empty places and their villages, in the order of ids. */
  placeIds: string[];
  villageIds: string[];
  /** Nominees who aren't eligible. */
  setAside: string[];
  /** Eligible nominees without a place. */
  unplaced: string[];
}

export interface TownshipShortage extends Shortage {
  townshipId: string;
  villagesToFill: number;
}

/** Only groups with an empty place; `lagging` counts members of the leading body alone (D4). */
export interface Shortages {
  townships: TownshipShortage[];
  lagging: TownshipShortage[];
  district: (Shortage & { villagesToFill: number }) | null;
}

/**
 * Says why places are unfilled: "16 villages to fill, 14 eligible nominees, 2 short: …".
 * Source: D1 (who may go where), D4, D5 (set aside), D7.
 */
export function explainUnfilled(input: PlanProblemInput, placement: Placement): Shortages {
  const index = indexPlan(input);
  const townshipVillages = villagesOf(index, 'township');
  const cadres = [...index.cadres.values()];
  const byTownship = (entries: VillagePlaces[], people: PlanCadre[]): TownshipShortage[] =>
    [...groupBy(entries, ({ village }) => village.townshipId)].flatMap(([townshipId, group]) => {
      const own = people.filter((cadre) => cadre.townshipId === townshipId);
      const found = shortage(index, placement, group, own);
      return found ? [{ townshipId, ...found }] : [];
    });
  const township = cadres.filter((cadre) => cadre.tier === 'township');
  return {
    townships: byTownship(townshipVillages, township),
    lagging: byTownship(
      townshipVillages.filter(asksForLeadingBody),
      township.filter((cadre) => cadre.leadingBody),
    ),
    district: shortage(
      index,
      placement,
      villagesOf(index, 'district'),
      cadres.filter((cadre) => cadre.tier === 'district'),
    ),
  };
}

function shortage(
  index: PlanIndex,
  placement: Placement,
  entries: readonly VillagePlaces[],
  people: readonly PlanCadre[],
): (Shortage & { villagesToFill: number }) | null {
  const places = entries.flatMap((entry) => entry.places);
  const empty = places.filter(({ id }) => !index.cadres.has(placement.get(id) ?? ''));
  if (empty.length === 0) return null;
  const placed = new Set(placement.values());
  const eligible = people.filter((cadre) => cadre.eligible);
  return {
    villagesToFill: entries.length,
    places: places.length,
    eligible: eligible.length,
    short: Math.max(0, places.length - eligible.length),
    placeIds: empty.map(({ id }) => id),
    villageIds: [...new Set(empty.map(({ villageId }) => villageId))],
    setAside: people.filter((cadre) => !cadre.eligible).map(({ id }) => id),
    unplaced: eligible.filter(({ id }) => !placed.has(id)).map(({ id }) => id),
  };
}
