import { objections } from '@xuanpai/planner/admission';
import { districtStart } from '@xuanpai/planner/district-start';
import { districtTables } from '@xuanpai/planner/district-tables';
import type { Placement, PlanProblemInput } from '@xuanpai/planner/model';
import { indexPlan } from '@xuanpai/planner/plan-index';
import { placeParts } from '@xuanpai/planner/score-place';

/**
 * What a person with a spreadsheet does: the best person for a place that is still open, place after
 * place, by what the two are worth to each other.
 */
export function greedy(input: PlanProblemInput): Placement {
  const index = indexPlan(input);
  const offers = [...index.places.values()].flatMap((place) => {
    const entry = index.villages.get(place.villageId);
    if (!entry) return [];
    return [...index.cadres.values()]
      .filter((cadre) => objections(index, place, cadre).length === 0)
      .map((cadre) => ({
        placeId: place.id,
        cadreId: cadre.id,
        points: placeParts(index, entry, place, cadre).reduce((sum, { value }) => sum + value, 0),
      }));
  });
  offers.sort((a, b) => b.points - a.points);
  const placement = new Map<string, string>();
  const placed = new Set<string>();
  for (const { placeId, cadreId } of offers) {
    if (placement.has(placeId) || placed.has(cadreId)) continue;
    placement.set(placeId, cadreId);
    placed.add(cadreId);
  }
  return placement;
}

/** The district tier in two stages: everybody to the best place, exactly, without a look at the pairs. */
export function placeByPlace(input: PlanProblemInput): Placement {
  const tables = districtTables(indexPlan(input));
  const { holder } = districtStart(tables, new Map());
  const placement = new Map<string, string>();
  tables.entries.forEach(({ lead, deputy }, village) => {
    [lead, deputy].forEach((place, role) => {
      const cadre = tables.cadres[holder[2 * village + role] ?? tables.nobody];
      if (place && cadre) placement.set(place.id, cadre.id);
    });
  });
  return placement;
}
