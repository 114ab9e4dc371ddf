import { groupBy } from '@xuanpai/domain/group-by';
import { objections } from './admission.ts';
import type { Placement } from './model.ts';
import { compareIds, type PlanIndex } from './plan-index.ts';
import { type Violation, violation } from './rule-table.ts';

/** Rules about who is in a place: D1, D4, D5, D7; one place a person (D2); colleagues together (S1). */
export function personViolations(index: PlanIndex, placement: Placement): Violation[] {
  const entries = [...placement].sort(([a], [b]) => compareIds(a, b));
  return [
    ...entries.flatMap(([placeId, cadreId]) => entryViolations(index, placeId, cadreId)),
    ...cadresTwice(index, entries),
    ...unitSplits(index, entries),
    ...pairWishes(index, entries),
  ];
}

type Entries = readonly (readonly [placeId: string, cadreId: string])[];

function entryViolations(index: PlanIndex, placeId: string, cadreId: string): Violation[] {
  const place = index.places.get(placeId);
  const cadre = index.cadres.get(cadreId);
  const subject = { placeIds: [placeId], cadreIds: [cadreId] };
  if (!place) return [violation('unknownPlace', subject)];
  const here = { ...subject, villageIds: [place.villageId] };
  if (!cadre) return [violation('unknownCadre', here)];
  return objections(index, place, cadre).map((code) => violation(code, here));
}

/** One person, one place. */
function cadresTwice(index: PlanIndex, entries: Entries): Violation[] {
  const byCadre = groupBy(entries, ([, cadreId]) => cadreId);
  return [...byCadre]
    .filter(([, held]) => held.length > 1)
    .map(([cadreId, held]) => {
      const placeIds = held.map(([placeId]) => placeId);
      return violation('cadreTwice', {
        villageIds: villagesOfPlaces(index, placeIds),
        placeIds,
        cadreIds: [cadreId],
      });
    });
}

/**
 * S1 (reading): a unit helps the village of its people, so they belong together: two to a village.
 * A unit in more villages than half its placed people, rounded up, is shown as an exception.
 */
function unitSplits(index: PlanIndex, entries: Entries): Violation[] {
  const district = entries.filter(([placeId, cadreId]) => {
    return index.cadres.get(cadreId)?.tier === 'district' && index.places.has(placeId);
  });
  const byUnit = groupBy(district, ([, cadreId]) => index.cadres.get(cadreId)?.unitId ?? '');
  return [...byUnit].flatMap(([unitId, held]) => {
    const placeIds = held.map(([placeId]) => placeId);
    const villageIds = villagesOfPlaces(index, placeIds);
    if (villageIds.length <= Math.ceil(held.length / 2)) return [];
    const cadreIds = held.map(([, cadreId]) => cadreId);
    return [violation('unitSplit', { villageIds, placeIds, cadreIds, unitId })];
  });
}

/** Two who belong together, or apart: by a wish of the planner, or as relatives (E8). */
function pairWishes(index: PlanIndex, entries: Entries): Violation[] {
  const placeOf = new Map(entries.map(([placeId, cadreId]) => [cadreId, placeId]));
  const villageOf = (cadreId: string) =>
    index.places.get(placeOf.get(cadreId) ?? '')?.villageId ?? null;
  const subject = ([one, other]: readonly [string, string]) => {
    const placeIds = [one, other].flatMap((id) => placeOf.get(id) ?? []);
    return { cadreIds: [one, other], placeIds, villageIds: villagesOfPlaces(index, placeIds) };
  };
  const sameVillage = ([one, other]: readonly [string, string]) =>
    villageOf(one) !== null && villageOf(one) === villageOf(other);
  return [
    ...index.wishes.together
      .filter(({ cadreIds }) => !sameVillage(cadreIds))
      .map(({ cadreIds }) => violation('togetherNotKept', subject(cadreIds))),
    ...index.wishes.apart
      .filter(({ cadreIds }) => sameVillage(cadreIds))
      .map(({ cadreIds, relative }) =>
        violation(relative ? 'relativesTogether' : 'apartNotKept', subject(cadreIds)),
      ),
  ];
}

function villagesOfPlaces(index: PlanIndex, placeIds: string[]): string[] {
  const ids = placeIds.map((placeId) => index.places.get(placeId)?.villageId);
  return [...new Set(ids.filter((id) => id !== undefined))].sort(compareIds);
}
