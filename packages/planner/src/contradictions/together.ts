import { keptPins, objections } from '../admission.ts';
import type { Pin, PlanCadre } from '../model.ts';
import { type PlanIndex, type VillagePlaces, villagesOf } from '../plan-index.ts';
import { type Contradiction, type ContradictionCode, contradiction, idsOf } from './model.ts';

type Together = PlanIndex['wishes']['together'][number];

/**
 * Two who are to be together have no village: they aren't both of the district tier, or not eligible,
 * or bans and pins leave none, or the villages left are too few for all pairs.
 */
export function togetherContradictions(index: PlanIndex, pins: readonly Pin[]): Contradiction[] {
  const found: Contradiction[] = [];
  const seats: Seats = {
    index,
    pins: keptPins(index, pins),
    entries: villagesOf(index, 'district'),
  };
  const placeable: { wish: Together; villages: string[] }[] = [];
  for (const wish of index.wishes.together) {
    const people = wish.cadreIds.map((id) => index.cadres.get(id));
    const [one, other] = people;
    const code = one && other ? against(one, other) : 'togetherNotEligible';
    if (!one || !other || code) {
      if (code)
        found.push(contradiction(code, { wishIds: idsOf(wish), cadreIds: [...wish.cadreIds] }));
      continue;
    }
    // Pins that part them are named as such.
    if (pinnedApart(seats, one, other)) continue;
    const villages = seats.entries
      .filter((entry) => takesBoth(seats, entry, one, other))
      .map(({ village }) => village.id);
    if (villages.length > 0) placeable.push({ wish, villages });
    else {
      found.push(
        contradiction('togetherNowhere', { wishIds: idsOf(wish), cadreIds: [...wish.cadreIds] }),
      );
    }
  }
  return [...found, ...tooMany(placeable)];
}

interface Seats {
  index: PlanIndex;
  /** Place id → cadre id. */
  pins: ReadonlyMap<string, string>;
  entries: readonly VillagePlaces[];
}

function against(one: PlanCadre, other: PlanCadre): ContradictionCode | null {
  if (one.tier === 'township' || other.tier === 'township') return 'togetherNotDistrict';
  return one.eligible && other.eligible ? null : 'togetherNotEligible';
}

function pinnedApart({ index, pins }: Seats, one: PlanCadre, other: PlanCadre): boolean {
  const villageOf = ({ id }: PlanCadre) => {
    const seat = [...pins].find(([, cadreId]) => cadreId === id)?.[0];
    return index.places.get(seat ?? '')?.villageId;
  };
  const [here, there] = [villageOf(one), villageOf(other)];
  return here !== undefined && there !== undefined && here !== there;
}

/** In one order or the other, beside what pins say about these two seats and these two people. */
function takesBoth(seats: Seats, entry: VillagePlaces, one: PlanCadre, other: PlanCadre): boolean {
  const { lead, deputy } = entry;
  if (!lead || !deputy) return false;
  const mayHold = (place: typeof lead, cadre: PlanCadre) => {
    const holder = seats.pins.get(place.id);
    const elsewhere = [...seats.pins].some(([id, held]) => held === cadre.id && id !== place.id);
    return (
      !elsewhere &&
      (holder === undefined || holder === cadre.id) &&
      objections(seats.index, place, cadre).length === 0
    );
  };
  return (
    (mayHold(lead, one) && mayHold(deputy, other)) || (mayHold(lead, other) && mayHold(deputy, one))
  );
}

/** Pairs that are left over when as many as possible have a village of their own (Kuhn's matching). */
function tooMany(pairs: readonly { wish: Together; villages: string[] }[]): Contradiction[] {
  const pairIn = new Map<string, number>();
  const settle = (pair: number, tried: Set<string>): boolean =>
    (pairs[pair]?.villages ?? []).some((village) => {
      if (tried.has(village)) return false;
      tried.add(village);
      const holder = pairIn.get(village);
      if (holder !== undefined && !settle(holder, tried)) return false;
      pairIn.set(village, pair);
      return true;
    });
  return pairs.flatMap(({ wish }, pair) => {
    const tried = new Set<string>();
    if (settle(pair, tried)) return [];
    // Whoever holds the villages that were tried competes for them.
    const rivals = [...tried].flatMap((village) => pairs[pairIn.get(village) ?? -1]?.wish ?? []);
    const wishes = [wish, ...rivals];
    return [
      contradiction('togetherTooMany', {
        wishIds: idsOf(...wishes),
        cadreIds: wishes.flatMap(({ cadreIds }) => [...cadreIds]),
        villageIds: [...tried],
      }),
    ];
  });
}
