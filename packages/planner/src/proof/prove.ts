import type { Highs } from 'highs';
import { steeringPoints } from '../anneal.ts';
import type { DistrictTables } from '../district-tables.ts';
import { type DistrictProgram, districtProgram } from './district-program.ts';
import { type Program, restrict, worth } from './program.ts';
import { withProgram } from './solver.ts';

export interface ProofHooks {
  /** A bound that is lower than the one before, in points of the district tier. */
  onBound?: (bound: number) => void;
  shouldStop?: () => boolean;
}

export interface ProofSettings {
  /** Seconds after which the proof is given up; the bound found so far holds. */
  limitSeconds: number;
}

export interface Proof {
  /** No plan of the district tier that keeps as many people together has more points; ∞: not known. */
  bound: number;
  /** The holders given, or better ones that were found on the way. */
  holder: Int16Array;
  optimal: boolean;
}

/** While it is reckoned: `points` and `bound` with what steers the search. */
interface Found extends Proof {
  points: number;
}

/** Points closer than this are the same: scores have one or two decimals. */
const dust = 1e-4;

/**
 * Says how far a plan of the district tier can be from the best, and closes the gap: first the
 * linear program gives a bound; columns whose reduced cost is beyond the gap can't be in a better
 * plan and go; the small mixed program that is left finds a better plan or proves there is none.
 *
 * @param holder the cadre in each seat, as the search found it
 * @param pinned the cadre that a pin holds in each seat, null for a free one
 */
export function proveDistrict(
  highs: Highs,
  tables: DistrictTables,
  holder: ArrayLike<number>,
  pinned: readonly (number | null)[],
  settings: ProofSettings,
  hooks: ProofHooks = {},
): Proof {
  const steering = steeringPoints(tables, holder);
  const found = prove(highs, tables, holder, pinned, settings, {
    ...hooks,
    onBound: (bound) => hooks.onBound?.(bound - steering),
  });
  const bound = found.bound - steeringPoints(tables, found.holder);
  return { bound, holder: found.holder, optimal: found.optimal };
}

function prove(
  highs: Highs,
  tables: DistrictTables,
  holder: ArrayLike<number>,
  pinned: readonly (number | null)[],
  settings: ProofSettings,
  hooks: ProofHooks,
): Found {
  const whole = districtProgram(tables, pinned);
  const start = whole.pointOf(holder);
  const points = worth(whole.program, start);
  const kept = Int16Array.from(
    { length: 2 * tables.entries.length },
    (_, seat) => holder[seat] ?? 0,
  );
  const first: Found = { bound: Number.POSITIVE_INFINITY, holder: kept, points, optimal: false };
  const relaxed = relax(highs, whole.program, settings, hooks);
  if (!relaxed) return first;
  hooks.onBound?.(relaxed.bound);
  if (relaxed.bound <= points + dust) return { ...first, bound: points, optimal: true };
  const keep = worthKeeping(whole.program, relaxed, start, points);
  return search(
    highs,
    { whole, keep, start, first, bound: relaxed.bound },
    tables,
    settings,
    hooks,
  );
}

interface Relaxed {
  bound: number;
  value: Float64Array;
  reducedCost: Float64Array;
}

/** Null where it was stopped or took too long. */
function relax(
  highs: Highs,
  program: Program,
  { limitSeconds }: ProofSettings,
  { shouldStop }: ProofHooks,
): Relaxed | null {
  return withProgram(highs, program, { relaxed: true }, (model) => {
    model.options.set('time_limit', limitSeconds);
    const { simplexInterrupt, ipmInterrupt } = highs.constants.callbackType;
    const stop = (event: { interrupt(): void }): undefined => {
      if (shouldStop?.()) event.interrupt();
    };
    model.run({ [simplexInterrupt]: stop, [ipmInterrupt]: stop });
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    const { colValue, colDual } = model.getSolution();
    return { bound: model.getObjectiveValue(), value: colValue, reducedCost: colDual };
  });
}

/** Without the yes-or-no columns that would cost more than the whole gap; the plan at hand stays in. */
function worthKeeping(
  program: Program,
  { bound, value, reducedCost }: Relaxed,
  start: Float64Array,
  points: number,
): number[] {
  const gap = bound - points + dust;
  return program.cost
    .map((_, column) => column)
    .filter((column) => {
      if (!program.integer[column] || start[column] === 1) return true;
      const out = (value[column] ?? 0) < 1e-9;
      return !(out && Math.abs(reducedCost[column] ?? 0) > gap);
    });
}

interface Search {
  whole: DistrictProgram;
  keep: number[];
  start: Float64Array;
  first: Found;
  bound: number;
}

function search(
  highs: Highs,
  { whole, keep, start, first, bound }: Search,
  tables: DistrictTables,
  { limitSeconds }: ProofSettings,
  { onBound, shouldStop }: ProofHooks,
): Found {
  const program = restrict(whole.program, keep);
  return withProgram(highs, program, { relaxed: false }, (model) => {
    model.options.set({ time_limit: limitSeconds, mip_rel_gap: 0, mip_abs_gap: dust });
    model.setSolution({ colValue: keep.map((column) => start[column] ?? 0) });
    let lowest = bound;
    model.run({
      [highs.constants.callbackType.mipInterrupt]: (event) => {
        const seen = event.data.mip_dual_bound;
        if (seen !== undefined && Number.isFinite(seen) && seen < lowest - dust) {
          lowest = Math.max(seen, first.points);
          onBound?.(lowest);
        }
        if (shouldStop?.()) event.interrupt();
      },
    });
    const done = model.getModelStatus() === highs.constants.modelStatus.optimal;
    const { colValue } = model.getSolution();
    const found = done ? model.getObjectiveValue() : Number.NEGATIVE_INFINITY;
    const better = found > first.points + dust;
    const points = better ? found : first.points;
    const holder = better ? holderOf(whole, keep, colValue, tables) : first.holder;
    return { holder, points, optimal: done, bound: done ? points : lowest };
  });
}

function holderOf(
  { seats }: DistrictProgram,
  keep: readonly number[],
  value: Float64Array,
  tables: DistrictTables,
): Int16Array {
  const holder = new Int16Array(2 * tables.entries.length).fill(tables.nobody);
  keep.forEach((column, position) => {
    if ((value[position] ?? 0) < 0.5) return;
    for (const { cadre, seat } of seats[column] ?? []) holder[seat] = cadre;
  });
  return holder;
}
