import type {
  Placement,
  PlanCadre,
  PlanProblemInput,
  PlanScore,
  PlanTier,
  VillageScore,
} from './model.ts';
import { indexPlan, type PlanIndex, type VillagePlaces } from './plan-index.ts';
import { withoutDust } from './round.ts';
import { pairParts } from './score-pair.ts';
import { placeParts } from './score-place.ts';
import { splitUnits } from './split-units.ts';

/**
 * Reckons a plan from nothing but the input: the checker of every search, and the parts that the
 * planner reads. Points; villages by id. Whether the plan is allowed is `checkPlan`'s matter.
 *
 * @throws PlanInputError as `indexPlan`.
 */
export function scorePlan(input: PlanProblemInput, placement: Placement): PlanScore {
  return scoreIndexed(indexPlan(input), placement);
}

/** `scorePlan` over an input that is indexed already. */
export function scoreIndexed(index: PlanIndex, placement: Placement): PlanScore {
  const villages = new Map<string, VillageScore>();
  const sums: Record<PlanTier, number> = { district: 0, township: 0 };
  for (const entry of index.villages.values()) {
    const score = scoreVillage(index, entry, placement);
    villages.set(entry.village.id, score);
    sums[entry.village.tier] += score.total;
  }
  const split = splitUnits(index, placement);
  const district = withoutDust(split.reduce((sum, unit) => sum + unit.value, sums.district));
  const township = withoutDust(sums.township);
  return {
    total: withoutDust(district + township),
    district,
    township,
    villages,
    splitUnits: split,
  };
}

/** Points of one village, part by part: each of its places, then the pair in it. */
export function scoreVillage(
  index: PlanIndex,
  entry: VillagePlaces,
  placement: Placement,
): VillageScore {
  const holder = (placeId: string | undefined): PlanCadre | null =>
    index.cadres.get(placement.get(placeId ?? '') ?? '') ?? null;
  const parts = entry.places.flatMap((place) => placeParts(index, entry, place, holder(place.id)));
  const lead = holder(entry.lead?.id);
  const deputy = holder(entry.deputy?.id);
  if (entry.village.tier === 'district' && lead && deputy) {
    parts.push(...pairParts(index, lead, deputy));
  }
  const total = withoutDust(parts.reduce((sum, part) => sum + part.value, 0));
  return { villageId: entry.village.id, total, parts };
}
