import { withoutDust } from '@xuanpai/planner/round';
import type { Progress } from './run-store.ts';
import type { WorkerProgress } from './solve-in-worker.ts';

/** The townships take milliseconds; the rest of the bar is the district tier's. */
const townshipShare = 0.05;

/** Makes the progress of a run from the worker's: points of both tiers together, one bar for both. */
export function progressReader(): (progress: WorkerProgress) => Progress {
  let township = 0;
  return ({ phase, best, iteration, iterations }) => {
    const done = iterations === 0 ? 1 : iteration / iterations;
    if (phase === 'township') {
      township = best;
      return { phase, score: null, bound: null, progress: townshipShare * done };
    }
    return {
      phase,
      score: withoutDust(township + best),
      bound: null,
      progress: townshipShare + (1 - townshipShare) * done,
    };
  };
}
