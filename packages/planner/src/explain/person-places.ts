import { keptPins, objections } from '../admission.ts';
import type { Placement, PlanProblemInput } from '../model.ts';
import { changeOf, type PlanMove } from '../moves.ts';
import { compareIds, indexPlan, PlanInputError } from '../plan-index.ts';
import type { ViolationCode } from '../rule-table.ts';

/** A place that a person could take from its holder, who would go where the person is now. Points. */
export interface PersonPlace {
  placeId: string;
  /** Who is there now. */
  holderId: string | null;
  /** Of the whole plan. */
  change: number;
  moves: PlanMove[];
}

export interface PersonPlaces {
  /** Where this person could be instead, best first; pinned people and places are left alone. */
  places: PersonPlace[];
  /** How many places of the own tier are ruled out, by why. */
  ruledOut: Partial<Record<ViolationCode, number>>;
}

/**
 * Everywhere that a person could be instead, one exchange away, and what rules out the rest.
 *
 * @throws PlanInputError where the input doesn't know the person.
 */
export function personPlaces(
  input: PlanProblemInput,
  placement: Placement,
  cadreId: string,
): PersonPlaces {
  const index = indexPlan(input);
  const cadre = index.cadres.get(cadreId);
  if (!cadre) throw new PlanInputError(`no cadre ${cadreId} in the plan`);
  const pins = keptPins(index, input.pins);
  const pinned = new Set(pins.values());
  const [ownId = null] = [...placement].find(([, holder]) => holder === cadreId) ?? [];
  const own = index.places.get(ownId ?? '');
  const ruledOut: PersonPlaces['ruledOut'] = {};
  const places: PersonPlace[] = [];
  for (const place of index.places.values()) {
    if (place.id === ownId || index.villages.get(place.villageId)?.village.tier !== cadre.tier) {
      continue;
    }
    const against = objections(index, place, cadre);
    for (const code of against) ruledOut[code] = (ruledOut[code] ?? 0) + 1;
    if (against.length > 0 || pinned.has(cadreId) || pins.has(place.id)) continue;
    const holder = index.cadres.get(placement.get(place.id) ?? '');
    if (holder && own && objections(index, own, holder).length > 0) continue;
    const holderId = holder?.id ?? null;
    const moves = [{ placeId: place.id, cadreId }];
    const back = own ? [{ placeId: own.id, cadreId: holderId }] : [];
    const all = [...moves, ...back];
    places.push({
      placeId: place.id,
      holderId,
      change: changeOf(index, placement, all),
      moves: all,
    });
  }
  places.sort((a, b) => b.change - a.change || compareIds(a.placeId, b.placeId));
  return { places, ruledOut };
}
