import type { DistrictStart } from './district-start.ts';
import { type DistrictState, exchange } from './district-state.ts';
import type { Random } from './random.ts';

/** A chain of exchanges: slots at 0 and 1, then 2 and 3 …; `length` counts the slots. */
export interface MoveChain {
  slots: Int32Array;
  length: number;
}

/** Draws a move, makes it, and gives the change in points; the chain says how to take it back. */
export type Mover = (chain: MoveChain) => number;

/**
 * The moves of the search, drawn at random:
 * - swap two people (also with the pool, with an empty place, or the two of one village)
 * - re-pair: bring a colleague of the same unit beside someone, in either order
 * - rotate three people
 * - exchange the whole pairs of two villages, and sometimes turn one around
 * - bring two who are to be kept together into one village, from wherever they are
 */
export function createMover(state: DistrictState, start: DistrictStart, random: Random): Mover {
  const { free, freeSeats, freeVillages } = start;
  const { tables, holder, slotOf } = state;
  const isFree = new Uint8Array(holder.length);
  for (const slot of free) isFree[slot] = 1;
  const colleagues = colleaguesOf(state);
  const draw = (from: Int32Array, count: number) => from[(random() * count) | 0] ?? 0;

  function step(chain: MoveChain, one: number, other: number): number {
    if (one === other) return 0;
    chain.slots[chain.length] = one;
    chain.slots[chain.length + 1] = other;
    chain.length += 2;
    return exchange(state, one, other);
  }

  function swap(chain: MoveChain): number {
    return step(chain, draw(free, freeSeats), draw(free, free.length));
  }

  function rotate(chain: MoveChain): number {
    const middle = draw(free, free.length);
    return (
      step(chain, draw(free, freeSeats), middle) + step(chain, middle, draw(free, free.length))
    );
  }

  function rePair(chain: MoveChain): number {
    const seat = draw(free, freeSeats);
    const cadre = holder[seat] ?? 0;
    const others = colleagues[cadre];
    const beside = seat ^ 1;
    if (!others || others.length === 0 || isFree[beside] !== 1) return swap(chain);
    const from = slotOf[draw(others, others.length)] ?? 0;
    if (isFree[from] !== 1) return swap(chain);
    const change = step(chain, from, beside);
    return random() < 0.5 ? change : change + step(chain, seat, beside);
  }

  function exchangePairs(chain: MoveChain): number {
    const here = 2 * draw(freeVillages, freeVillages.length);
    const there = 2 * draw(freeVillages, freeVillages.length);
    const change = step(chain, here, there) + step(chain, here + 1, there + 1);
    return random() < 0.8 ? change : change + step(chain, here, here + 1);
  }

  const kept = keptTogether(state).filter((pair) => pair.every((cadre) => isFreeNow(cadre)));

  function isFreeNow(cadre: number): boolean {
    return isFree[slotOf[cadre] ?? 0] === 1;
  }

  /** One after the other they come only through a village that neither fits. */
  function bringTogether(chain: MoveChain): number {
    const here = 2 * draw(freeVillages, freeVillages.length);
    const [one = 0, other = 0] = kept[(random() * kept.length) | 0] ?? [];
    const change = step(chain, here, slotOf[one] ?? 0);
    return change + step(chain, here + 1, slotOf[other] ?? 0);
  }

  const pairable = freeVillages.length > 1 && tables.units > 0;
  const bringable = kept.length > 0 && freeVillages.length > 0;
  return (chain) => {
    chain.length = 0;
    if (bringable && random() < 0.02) return bringTogether(chain);
    const kind = random();
    if (kind < 0.4 && pairable) return exchangePairs(chain);
    if (kind < 0.6) return rePair(chain);
    return kind < 0.75 ? rotate(chain) : swap(chain);
  };
}

/** Takes a move back, the last exchange first. */
export function takeBack(state: DistrictState, chain: MoveChain): void {
  for (let position = chain.length - 2; position >= 0; position -= 2) {
    exchange(state, chain.slots[position] ?? 0, chain.slots[position + 1] ?? 0);
  }
}

/** The numbers of those who are to be kept together, pair by pair. */
function keptTogether({ tables }: DistrictState): [number, number][] {
  return [...tables.together].map((pair) => {
    const [one = 0, other = 0] = pair.split(' ').map(Number);
    return [one, other];
  });
}

/** People of the same unit, and whoever is to be kept together. */
function colleaguesOf({ tables }: DistrictState): Int32Array[] {
  const { unit, together, cadres } = tables;
  const numbers = [...cadres.keys()];
  const belong = (one: number, other: number) =>
    unit[one] === unit[other] || together.has(`${Math.min(one, other)} ${Math.max(one, other)}`);
  return numbers.map((cadre) =>
    Int32Array.from(numbers.filter((other) => other !== cadre && belong(cadre, other))),
  );
}
