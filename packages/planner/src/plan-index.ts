import { type Need, needOfVillage } from './match.ts';
import type {
  Place,
  PlanCadre,
  PlanProblemInput,
  PlanTier,
  PlanVillage,
  Weights,
} from './model.ts';
import { indexWishes, type WishIndex } from './wishes.ts';

/** The input can't be reckoned with: ids that occur twice or point nowhere, too many posts. */
export class PlanInputError extends Error {
  override name = 'PlanInputError';
}

/** A village with its places: the lead (first secretary or secretary) and the deputy. */
export interface VillagePlaces {
  village: PlanVillage;
  need: Need;
  places: Place[];
  lead: Place | null;
  deputy: Place | null;
}

/** The input by id, with what every score needs. Lists are in the order of their ids. */
export interface PlanIndex {
  weights: Weights;
  villages: ReadonlyMap<string, VillagePlaces>;
  cadres: ReadonlyMap<string, PlanCadre>;
  places: ReadonlyMap<string, Place>;
  published: ReadonlyMap<string, string>;
  wishes: WishIndex;
  meanLevelSum: number;
}

/**
 * Reads an input once, so that the order of its rows can't matter afterwards.
 *
 * @throws PlanInputError where an id occurs twice, a place has no village, or a village has two
 *   places of the same standing (D6: one first secretary, one deputy; township tier: one person).
 */
export function indexPlan(input: PlanProblemInput): PlanIndex {
  const places = byId('place', input.places);
  const cadres = byId('cadre', input.cadres);
  const villages = new Map<string, VillagePlaces>();
  for (const village of byId('village', input.villages).values()) {
    const need = needOfVillage(village, input.weights);
    villages.set(village.id, { village, need, places: [], lead: null, deputy: null });
  }
  for (const place of places.values()) {
    const entry = villages.get(place.villageId);
    if (!entry) throw new PlanInputError(`place ${place.id} is in no village of the plan`);
    addPlace(entry, place);
  }
  const published = new Map<string, string>();
  for (const { placeId, cadreId } of input.published) {
    if (places.has(placeId)) published.set(placeId, cadreId);
  }
  const meanLevelSum = meanLevels(input);
  const wishes = indexWishes(input.wishes);
  return { weights: input.weights, villages, cadres, places, published, wishes, meanLevelSum };
}

/** The villages of a tier with their places, in the order of their ids. */
export function villagesOf(index: PlanIndex, tier: PlanTier): VillagePlaces[] {
  return [...index.villages.values()].filter((entry) => entry.village.tier === tier);
}

/** Byte order: the same on every machine, whatever its locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byId<T extends { id: string }>(what: string, rows: readonly T[]): Map<string, T> {
  const sorted = [...rows].sort((a, b) => compareIds(a.id, b.id));
  const map = new Map(sorted.map((row) => [row.id, row]));
  if (map.size !== rows.length) throw new PlanInputError(`a ${what} id occurs twice`);
  return map;
}

function addPlace(entry: VillagePlaces, place: Place): void {
  const deputy = place.post === 'deputySecretary';
  if (deputy ? entry.deputy : entry.lead) {
    throw new PlanInputError(`village ${entry.village.id} has two places like ${place.id}`);
  }
  if (deputy) entry.deputy = place;
  else entry.lead = place;
  entry.places.push(place);
}

/** The mean of a pair's levels: levels of all district nominees ÷ district villages. */
function meanLevels(input: PlanProblemInput): number {
  const villages = input.villages.filter((village) => village.tier === 'district').length;
  const nominees = input.cadres.filter(({ tier, former }) => tier === 'district' && !former);
  return villages === 0 ? 0 : nominees.reduce((sum, cadre) => sum + cadre.level, 0) / villages;
}
