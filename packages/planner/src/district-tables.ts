import type { Place, PlanCadre } from './model.ts';
import { compareIds, type PlanIndex, type VillagePlaces, villagesOf } from './plan-index.ts';
import { pairParts } from './score-pair.ts';
import { placeParts } from './score-place.ts';

/**
 * The district tier as numbers, so that a search reads points instead of reckoning them. Villages
 * and cadres are counted from 0 in the order of their ids; the cadre number after the last, `nobody`,
 * stands for an empty place.
 *
 * - `lead`, `deputy`: points of a cadre in that place of a village, at cadre × villages + village
 * - `pair`: points of two people beside each other, at lead × (nobody + 1) + deputy
 * - `unit`: the unit's number of a cadre; `township`: the township's number of a village
 */
export interface DistrictTables {
  entries: readonly VillagePlaces[];
  cadres: readonly PlanCadre[];
  nobody: number;
  lead: Float64Array;
  deputy: Float64Array;
  pair: Float64Array;
  unit: Int16Array;
  units: number;
  township: Int16Array;
  townships: number;
  splitUnit: number;
}

/** Tables over the district-tier villages and the eligible district cadres (D5) of a plan. */
export function districtTables(index: PlanIndex): DistrictTables {
  const entries = villagesOf(index, 'district');
  const cadres = [...index.cadres.values()].filter(
    (cadre) => cadre.tier === 'district' && cadre.eligible,
  );
  const people = [...cadres, null];
  const unit = numbered(cadres.map((cadre) => cadre.unitId));
  const township = numbered(entries.map(({ village }) => village.townshipId));
  return {
    entries,
    cadres,
    nobody: cadres.length,
    lead: placeTable(index, entries, people, 'lead'),
    deputy: placeTable(index, entries, people, 'deputy'),
    pair: pairTable(index, people),
    unit: unit.numbers,
    units: unit.count,
    township: township.numbers,
    townships: township.count,
    splitUnit: index.weights.splitUnit,
  };
}

function placeTable(
  index: PlanIndex,
  entries: readonly VillagePlaces[],
  people: readonly (PlanCadre | null)[],
  post: 'lead' | 'deputy',
): Float64Array {
  const points = (entry: VillagePlaces, place: Place | null, cadre: PlanCadre | null) =>
    place ? placeParts(index, entry, place, cadre).reduce((sum, { value }) => sum + value, 0) : 0;
  return Float64Array.from(
    people.flatMap((cadre) => entries.map((entry) => points(entry, entry[post], cadre))),
  );
}

function pairTable(index: PlanIndex, people: readonly (PlanCadre | null)[]): Float64Array {
  const points = (lead: PlanCadre | null, deputy: PlanCadre | null) =>
    lead && deputy ? pairParts(index, lead, deputy).reduce((sum, { value }) => sum + value, 0) : 0;
  return Float64Array.from(people.flatMap((lead) => people.map((deputy) => points(lead, deputy))));
}

function numbered(ids: readonly string[]): { numbers: Int16Array; count: number } {
  const order = [...new Set(ids)].sort(compareIds);
  const numberOf = new Map(order.map((id, position) => [id, position]));
  return { numbers: Int16Array.from(ids, (id) => numberOf.get(id) ?? 0), count: order.length };
}
