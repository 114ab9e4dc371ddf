import type { Placement, SplitUnit } from './model.ts';
import { compareIds, type PlanIndex } from './plan-index.ts';

/**
 * District units whose people work in several townships: the weight for each township after the
 * first. In the order of the units' ids. Source: the batch's policy.
 */
export function splitUnits(index: PlanIndex, placement: Placement): SplitUnit[] {
  const townshipsOf = new Map<string, Set<string>>();
  for (const [placeId, cadreId] of placement) {
    const village = index.villages.get(index.places.get(placeId)?.villageId ?? '')?.village;
    const cadre = index.cadres.get(cadreId);
    if (!cadre || village?.tier !== 'district') continue;
    const townships = townshipsOf.get(cadre.unitId) ?? new Set();
    townshipsOf.set(cadre.unitId, townships.add(village.townshipId));
  }
  return [...townshipsOf]
    .filter(([, townships]) => townships.size > 1)
    .sort(([a], [b]) => compareIds(a, b))
    .map(([unitId, townships]) => ({
      unitId,
      townships: [...townships].sort(compareIds),
      value: index.weights.splitUnit * (townships.size - 1),
    }));
}
