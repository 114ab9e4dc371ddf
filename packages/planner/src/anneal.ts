import { createMover, type MoveChain, type Mover, takeBack } from './anneal-moves.ts';
import { districtStart } from './district-start.ts';
import { type DistrictState, districtState } from './district-state.ts';
import { type DistrictTables, forbiddenPoints, togetherPoints } from './district-tables.ts';
import type { PlanHooks } from './model.ts';
import { createRandom, type Random } from './random.ts';

/** The search's own settings; they say how long it looks, never what a plan is worth. */
export interface AnnealSettings {
  seed: number;
  /** Moves tried for each free place. */
  movesPerPlace: number;
}

export interface Annealed {
  /** Place id → cadre id. */
  placement: Map<string, string>;
  /** The cadre's number in each seat. */
  holder: Int16Array;
  /** Points of the district tier, as the incremental reckoning has it. */
  points: number;
  cancelled: boolean;
}

const movesBetweenLooks = 4096;

/**
 * Searches the district tier by simulated annealing: worse plans are taken at first and ever less
 * often later. The schedule counts moves, not time, so a seed gives one plan on every machine.
 * Keeps the best plan it saw, which is what a cancelled search gives as well.
 *
 * @param pins place id → cadre id, such as `keptPins` gives; they never move
 */
export function annealDistrict(
  tables: DistrictTables,
  pins: ReadonlyMap<string, string>,
  settings: AnnealSettings,
  hooks: PlanHooks = {},
): Annealed {
  const start = districtStart(tables, pins);
  const state = districtState(tables, start.holder.slice());
  const random = createRandom(settings.seed);
  const iterations = start.freeSeats === 0 ? 0 : start.freeSeats * settings.movesPerPlace;
  const search: Search = {
    state,
    mover: createMover(state, start, random),
    random,
    best: state.total,
    bestHolder: start.holder.slice(),
  };
  const cancelled = cool(search, iterations, hooks);
  const holder = withoutForbidden(tables, search.bestHolder);
  const points = districtPoints(tables, holder);
  return { placement: placementOf(tables, holder), holder, points, cancelled };
}

/** Points of the district tier without what only steers the search. */
export function districtPoints(tables: DistrictTables, holder: Int16Array): number {
  return districtState(tables, holder.slice()).total - steeringPoints(tables, holder);
}

/** What keeps people together is worth to the search, and to nobody else. */
export function steeringPoints(tables: DistrictTables, holder: ArrayLike<number>): number {
  const kept = tables.entries.filter((_, village) => {
    const [one = 0, other = 0] = [holder[2 * village], holder[2 * village + 1]];
    return tables.together.has(`${Math.min(one, other)} ${Math.max(one, other)}`);
  });
  return togetherPoints * kept.length;
}

/** The seats alone; where somebody may not be, and the search found no way out, the place stays empty. */
function withoutForbidden(tables: DistrictTables, bestHolder: Int16Array): Int16Array {
  const { entries, nobody } = tables;
  const holder = bestHolder.slice(0, 2 * entries.length);
  const isForbidden = (points: number | undefined) => (points ?? 0) <= forbiddenPoints / 2;
  for (let village = 0; village < entries.length; village++) {
    [tables.lead, tables.deputy].forEach((table, role) => {
      const cadre = holder[2 * village + role] ?? nobody;
      if (isForbidden(table[cadre * entries.length + village])) holder[2 * village + role] = nobody;
    });
    const [lead = nobody, deputy = nobody] = [holder[2 * village], holder[2 * village + 1]];
    if (isForbidden(tables.pair[lead * (nobody + 1) + deputy])) holder[2 * village + 1] = nobody;
  }
  return holder;
}

interface Search {
  state: DistrictState;
  mover: Mover;
  random: Random;
  best: number;
  bestHolder: Int16Array;
}

/** Cools evenly on a log scale, from half the usual loss to a hundredth of it (tried on the sample). */
function cool(search: Search, iterations: number, hooks: PlanHooks): boolean {
  const usual = usualLoss(search);
  const hottest = usual / 2;
  const coldest = usual / 100;
  for (let done = 0; done < iterations; done += movesBetweenLooks) {
    hooks.onProgress?.({ phase: 'district', best: search.best, iteration: done, iterations });
    if (hooks.shouldStop?.()) return true;
    const heat = hottest * (coldest / hottest) ** (done / iterations);
    tryMoves(search, Math.min(movesBetweenLooks, iterations - done), heat);
  }
  hooks.onProgress?.({ phase: 'district', best: search.best, iteration: iterations, iterations });
  return false;
}

function tryMoves(search: Search, moves: number, heat: number): void {
  const { state, mover, random } = search;
  const chain: MoveChain = { slots: new Int32Array(8), length: 0 };
  for (let move = 0; move < moves; move++) {
    const change = mover(chain);
    if (change < 0 && random() >= Math.exp(change / heat)) takeBack(state, chain);
    else if (state.total > search.best + 1e-7) {
      search.best = state.total;
      search.bestHolder.set(state.holder);
    }
  }
}

/** The median loss of a random move: what "hot" means for these weights. */
function usualLoss({ state, mover }: Search): number {
  const chain: MoveChain = { slots: new Int32Array(8), length: 0 };
  const losses: number[] = [];
  for (let move = 0; move < 500; move++) {
    const change = mover(chain);
    takeBack(state, chain);
    if (change < 0) losses.push(-change);
  }
  losses.sort((a, b) => a - b);
  return losses[losses.length >> 1] ?? 1;
}

/** Place id → cadre id of the seats that somebody holds. */
export function placementOf(tables: DistrictTables, holder: Int16Array): Map<string, string> {
  const placement = new Map<string, string>();
  tables.entries.forEach((entry, village) => {
    [entry.lead, entry.deputy].forEach((place, role) => {
      const cadre = tables.cadres[holder[2 * village + role] ?? tables.nobody];
      if (place && cadre) placement.set(place.id, cadre.id);
    });
  });
  return placement;
}
