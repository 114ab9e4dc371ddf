import type { Placement, PlanCadre } from './model.ts';
import type { PlanIndex, VillagePlaces } from './plan-index.ts';
import { type Violation, violation } from './rule-table.ts';

/** Rules about a village as a whole: complete (D6), order of ranks, home township (E8). */
export function villageViolations(index: PlanIndex, placement: Placement): Violation[] {
  return [...index.villages.values()].flatMap((entry) => {
    const lead = index.cadres.get(placement.get(entry.lead?.id ?? '') ?? '') ?? null;
    const deputy = index.cadres.get(placement.get(entry.deputy?.id ?? '') ?? '') ?? null;
    return [
      ...missing(entry, lead, deputy),
      ...(entry.village.tier === 'district' ? pairWarnings(entry, lead, deputy) : []),
    ];
  });
}

/** D6: a district-tier village has a first secretary and a deputy; a township-tier one has its one. */
function missing(
  entry: VillagePlaces,
  lead: PlanCadre | null,
  deputy: PlanCadre | null,
): Violation[] {
  const villageIds = [entry.village.id];
  const found: Violation[] = [];
  if (!lead) {
    const placeIds = entry.lead ? [entry.lead.id] : [];
    found.push(violation('firstSecretaryMissing', { villageIds, placeIds }));
  }
  if (!deputy && entry.village.tier === 'district') {
    const placeIds = entry.deputy ? [entry.deputy.id] : [];
    found.push(violation('deputyMissing', { villageIds, placeIds }));
  }
  return found;
}

/** Preferences of the policy: who leads isn't outranked, and nobody works in the home township. */
function pairWarnings(
  { village, lead: leadPlace, deputy: deputyPlace }: VillagePlaces,
  lead: PlanCadre | null,
  deputy: PlanCadre | null,
): Violation[] {
  const found: Violation[] = [];
  const villageIds = [village.id];
  if (lead && deputy && deputy.level > lead.level) {
    const placeIds = [leadPlace?.id, deputyPlace?.id].filter((id) => id !== undefined);
    found.push(violation('inversion', { villageIds, placeIds, cadreIds: [lead.id, deputy.id] }));
  }
  for (const [place, cadre] of [[leadPlace, lead] as const, [deputyPlace, deputy] as const]) {
    if (!place || cadre?.homeTownshipId !== village.townshipId) continue;
    found.push(
      violation('homeTownship', { villageIds, placeIds: [place.id], cadreIds: [cadre.id] }),
    );
  }
  return found;
}
