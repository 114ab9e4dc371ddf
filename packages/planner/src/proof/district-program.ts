import type { DistrictTables } from '../district-tables.ts';
import { startBuild } from './district-build.ts';
import {
  addPairColumns,
  addPatternColumns,
  addSeatColumns,
  addTownshipColumns,
} from './district-columns.ts';
import { pointOf } from './district-point.ts';
import { addRows } from './district-rows.ts';
import type { Program } from './program.ts';

/**
 * The district tier as a program whose best value is the best plan's points.
 *
 * - a column for a cadre in a seat: `cadre`, `seat` (2 × village for the lead, + 1 for the deputy)
 * - a column for two colleagues in a village, in their better order: tighter than the two apart
 * - a column for the levels of two who aren't colleagues: their order and balance (far tighter than
 *   rows that bound the sums)
 * - columns that count a unit's townships
 *
 * Rows: each cadre once; each village a pair of colleagues or a pattern of levels, each seat as its
 * pattern says; of a unit of n at most ⌊n/2⌋ pairs (this cut matters).
 */
export interface DistrictProgram {
  program: Program;
  /** Who sits where when a column is 1; empty for columns that only count. */
  seats: { cadre: number; seat: number }[][];
  /** Gives the point of a plan: holders by seat as the search has them. */
  pointOf(holder: ArrayLike<number>): Float64Array;
}

/** @param pinned the cadre that a pin holds in each seat, null for a free seat */
export function districtProgram(
  tables: DistrictTables,
  pinned: readonly (number | null)[],
): DistrictProgram {
  const build = startBuild(tables);
  addRows(build);
  addSeatColumns(build, pinned);
  addPairColumns(build, pinned);
  addPatternColumns(build, pinned);
  addTownshipColumns(build);
  return {
    program: build.program,
    seats: build.seats,
    pointOf: (holder) => pointOf(build, holder),
  };
}
