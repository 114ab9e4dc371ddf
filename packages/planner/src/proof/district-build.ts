import { type DistrictTables, forbiddenPoints } from '../district-tables.ts';
import { emptyProgram, type Program } from './program.ts';

/** The program while it is made: its rows by what they are about, its columns by what they stand for. */
export interface Build {
  program: Program;
  /** Who sits where when a column is 1; empty for columns that only count. */
  seats: { cadre: number; seat: number }[][];
  tables: DistrictTables;
  cadreRows: number[];
  villageRows: number[];
  /** By seat, then level. */
  levelRows: Map<number, number>[];
  /** By unit: at most so many pairs. */
  pairRows: Map<number, number>;
  /** By cadre and village: of people who may not sit side by side as strangers, one at most. */
  apartRows: Map<string, number[]>;
  /** By cadre and township: this cadre counts for the unit's townships. */
  townshipRows: Map<string, number>;
  /**
   * By what they stand for: `x cadre seat`, `z one other village` (a couple), `q village lead deputy` (levels),
   * `t unit township`, `w unit`.
   */
  columns: Map<string, number>;
}

/** Nothing in it yet. */
export function startBuild(tables: DistrictTables): Build {
  return {
    tables,
    program: emptyProgram(),
    seats: [],
    cadreRows: [],
    villageRows: [],
    levelRows: [],
    pairRows: new Map(),
    apartRows: new Map(),
    townshipRows: new Map(),
    columns: new Map(),
  };
}

/** The level of an empty seat. */
export const none = -1;

/** The levels that cadres have, the lowest first. */
export function levelsOf({ tables }: Build): number[] {
  return [...new Set([...tables.level])].sort((a, b) => a - b);
}

/** Notes a column under its name, with who sits where by it. */
export function add(build: Build, key: string, column: number, seats: Build['seats'][number]) {
  build.columns.set(key, column);
  build.seats[column] = seats;
}

/** Points of a cadre in a seat; null where it may not be. */
export function seatPoints(
  { tables }: Build,
  pinned: readonly (number | null)[],
  cadre: number,
  seat: number,
): number | null {
  const entry = tables.entries[seat >> 1];
  if (!(seat % 2 === 0 ? entry?.lead : entry?.deputy)) return null;
  const held = pinned[seat] ?? null;
  if (held !== null && held !== cadre) return null;
  if (held === null && pinned.includes(cadre)) return null;
  const table = seat % 2 === 0 ? tables.lead : tables.deputy;
  const points = table[cadre * tables.entries.length + (seat >> 1)] ?? 0;
  return points <= forbiddenPoints / 2 ? null : points;
}
