import { objections } from './admission.ts';
import type { Place, PlanCadre } from './model.ts';
import { compareIds, type PlanIndex, type VillagePlaces, villagesOf } from './plan-index.ts';
import { levelPoints, pairParts } from './score-pair.ts';
import { placeParts } from './score-place.ts';

/**
 * The district tier as numbers, so that a search reads points instead of reckoning them. Villages
 * and cadres are counted from 0 in the order of their ids; the cadre number after the last, `nobody`,
 * stands for an empty place.
 *
 * - `lead`, `deputy`: points of a cadre in that place of a village, at cadre × villages + village
 * - `pair`: points of two people beside each other, at lead × (nobody + 1) + deputy
 * - `unit`: the unit's number of a cadre; `township`: the township's number of a village
 *
 * Who may not be somewhere has `forbiddenPoints` there: less than any plan could make up for.
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
  sameUnit: number;
  level: Float64Array;
  /** Points of two levels side by side. */
  levelPoints(lead: number, deputy: number): number;
  /** Pairs of cadres to be kept together, as `one other` with the smaller number first. */
  together: ReadonlySet<string>;
  /** Pairs of cadres that may not be in one village. */
  apart: readonly (readonly [one: number, other: number])[];
}

export const forbiddenPoints = -1e6;
/** Keeps a wish for two together above every preference; it is no part of a plan's points. */
export const togetherPoints = 1e5;

/** Tables over the district-tier villages and the eligible district cadres (D5) of a plan. */
export function districtTables(index: PlanIndex): DistrictTables {
  const entries = villagesOf(index, 'district');
  const cadres = [...index.cadres.values()].filter(
    (cadre) => cadre.tier === 'district' && cadre.eligible,
  );
  const people = [...cadres, null];
  const numberOf = new Map(cadres.map((cadre, number) => [cadre.id, number]));
  const together = pairsOf(numberOf, index.wishes.together);
  const apart = pairsOf(numberOf, index.wishes.apart);
  const unit = numbered(cadres.map((cadre) => cadre.unitId));
  const township = numbered(entries.map(({ village }) => village.townshipId));
  return {
    entries,
    cadres,
    nobody: cadres.length,
    lead: placeTable(index, entries, people, 'lead'),
    deputy: placeTable(index, entries, people, 'deputy'),
    pair: pairTable(index, people, together, apart),
    unit: unit.numbers,
    units: unit.count,
    township: township.numbers,
    townships: township.count,
    splitUnit: index.weights.splitUnit,
    sameUnit: index.weights.sameUnit,
    level: Float64Array.from(cadres, (cadre) => cadre.level),
    levelPoints: (lead, deputy) => {
      const { inversion, balance } = levelPoints(index, lead, deputy);
      return inversion + balance;
    },
    together: new Set(together.map(([one, other]) => `${one} ${other}`)),
    apart,
  };
}

function placeTable(
  index: PlanIndex,
  entries: readonly VillagePlaces[],
  people: readonly (PlanCadre | null)[],
  post: 'lead' | 'deputy',
): Float64Array {
  const points = (entry: VillagePlaces, place: Place | null, cadre: PlanCadre | null) => {
    if (!place) return 0;
    if (cadre && objections(index, place, cadre).length > 0) return forbiddenPoints;
    return placeParts(index, entry, place, cadre).reduce((sum, { value }) => sum + value, 0);
  };
  return Float64Array.from(
    people.flatMap((cadre) => entries.map((entry) => points(entry, entry[post], cadre))),
  );
}

type NumberedPair = readonly [one: number, other: number];

/** Wishes about two as their numbers, the smaller first; who isn't among the cadres has none. */
function pairsOf(
  numberOf: ReadonlyMap<string, number>,
  wishes: readonly { cadreIds: readonly [string, string] }[],
): NumberedPair[] {
  return wishes.flatMap(({ cadreIds }): NumberedPair[] => {
    const [one, other] = cadreIds.map((id) => numberOf.get(id));
    if (one === undefined || other === undefined) return [];
    return [[Math.min(one, other), Math.max(one, other)]];
  });
}

function pairTable(
  index: PlanIndex,
  people: readonly (PlanCadre | null)[],
  together: readonly NumberedPair[],
  apart: readonly NumberedPair[],
): Float64Array {
  const points = (lead: PlanCadre | null, deputy: PlanCadre | null) =>
    lead && deputy ? pairParts(index, lead, deputy).reduce((sum, { value }) => sum + value, 0) : 0;
  const table = Float64Array.from(
    people.flatMap((lead) => people.map((deputy) => points(lead, deputy))),
  );
  const add = ([one, other]: NumberedPair, value: number) => {
    for (const cell of [one * people.length + other, other * people.length + one]) {
      table[cell] = (table[cell] ?? 0) + value;
    }
  };
  for (const pair of together) add(pair, togetherPoints);
  for (const pair of apart) add(pair, forbiddenPoints);
  return table;
}

function numbered(ids: readonly string[]): { numbers: Int16Array; count: number } {
  const order = [...new Set(ids)].sort(compareIds);
  const numberOf = new Map(order.map((id, position) => [id, position]));
  return { numbers: Int16Array.from(ids, (id) => numberOf.get(id) ?? 0), count: order.length };
}
