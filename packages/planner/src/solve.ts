import { keptPins } from './admission.ts';
import { annealDistrict } from './anneal.ts';
import { districtTables } from './district-tables.ts';
import type { Placement, PlanHooks, PlanProblemInput, PlanScore } from './model.ts';
import { indexPlan, type PlanIndex } from './plan-index.ts';
import { scoreIndexed } from './score.ts';
import { solveTownship, townshipsOf } from './township.ts';

export interface SolvedPlan {
  placement: Placement;
  score: PlanScore;
  /** The run was stopped: the best plan so far, complete but perhaps not the best. */
  cancelled: boolean;
}

/** Moves that the search tries for each free place of the district tier; `npm run bench` times it. */
const movesPerPlace = 30_000;

/**
 * Makes a plan: the townships exactly, one after the other, then the district tier by annealing.
 * Pins that break no rule stand, nobody is placed who isn't eligible, and the same input gives the
 * same plan. The score is the independent one of `scorePlan`.
 *
 * @throws PlanInputError as `indexPlan`; Error where the search and the scorer disagree.
 */
export function solve(input: PlanProblemInput, hooks: PlanHooks = {}): SolvedPlan {
  const index = indexPlan(input);
  const pins = keptPins(index, input.pins);
  const placement = solveTownships(index, pins, hooks);
  const tables = districtTables(index);
  const found = annealDistrict(tables, pins, { seed: input.seed, movesPerPlace }, hooks);
  for (const [placeId, cadreId] of found.placement) placement.set(placeId, cadreId);
  const score = scoreIndexed(index, placement);
  const dust = 1e-3 + 1e-9 * Math.abs(score.district);
  if (Math.abs(score.district - found.points) > dust) {
    throw new Error(`the search counts ${found.points} points, the scorer ${score.district}`);
  }
  return { placement, score, cancelled: found.cancelled };
}

/** Takes milliseconds, so it is finished even where the run is stopped: no township stays empty. */
function solveTownships(
  index: PlanIndex,
  pins: ReadonlyMap<string, string>,
  { onProgress }: PlanHooks,
): Map<string, string> {
  const townships = townshipsOf(index);
  const placement = new Map<string, string>();
  townships.forEach((townshipId, done) => {
    for (const [placeId, cadreId] of solveTownship(index, townshipId, pins)) {
      placement.set(placeId, cadreId);
    }
    const best = scoreIndexed(index, placement).township;
    onProgress?.({ phase: 'township', best, iteration: done + 1, iterations: townships.length });
  });
  return placement;
}
