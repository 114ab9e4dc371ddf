import { type DistrictTables, forbiddenPoints } from '../district-tables.ts';
import type { Place } from '../model.ts';
import { addColumn, addRow, emptyProgram, type Program } from './program.ts';

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

interface Build extends DistrictProgram {
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
  columns: Map<string, number>;
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
  return build;
}

function startBuild(tables: DistrictTables): Build {
  const columns = new Map<string, number>();
  const build: Build = {
    tables,
    program: emptyProgram(),
    seats: [],
    cadreRows: [],
    villageRows: [],
    levelRows: [],
    pairRows: new Map(),
    apartRows: new Map(),
    townshipRows: new Map(),
    columns,
    pointOf: (holder) => pointOf(build, holder),
  };
  return build;
}

/** Levels of the cadres, and `none` for an empty seat. */
const none = -1;

function levelsOf({ tables }: Build): number[] {
  return [...new Set([...tables.level])].sort((a, b) => a - b);
}

function addRows(build: Build) {
  const { tables, program } = build;
  const least = Number.NEGATIVE_INFINITY;
  build.cadreRows = tables.cadres.map(() => addRow(program, least, 1));
  build.villageRows = tables.entries.map(() => addRow(program, 1, 1));
  const levels = levelsOf(build);
  build.levelRows = tables.entries.flatMap((entry) =>
    [entry.lead, entry.deputy].map(
      (place) => new Map(place ? levels.map((level) => [level, addRow(program, 0, 0)]) : []),
    ),
  );
  const sizes = new Map<number, number>();
  for (const unit of tables.unit) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  for (const [unit, size] of sizes) {
    if (size > 1) build.pairRows.set(unit, addRow(program, least, Math.floor(size / 2)));
  }
  for (const [one, other] of strangersNever(build)) {
    for (let village = 0; village < tables.entries.length; village++) {
      const row = addRow(program, least, 1);
      for (const cadre of [one, other]) {
        const key = `${cadre} ${village}`;
        build.apartRows.set(key, [...(build.apartRows.get(key) ?? []), row]);
      }
    }
  }
  if (tables.splitUnit === 0) return;
  tables.cadres.forEach((_, cadre) => {
    if (!build.pairRows.has(tables.unit[cadre] ?? 0)) return;
    for (let township = 0; township < tables.townships; township++) {
      build.townshipRows.set(`${cadre} ${township}`, addRow(program, least, 0));
    }
  });
}

/** Two who may share a village only as a couple's column has it, if at all. */
function strangersNever({ tables }: Build): (readonly [number, number])[] {
  const numbers = [...tables.cadres.keys()];
  const colleagues = numbers.flatMap((one) =>
    numbers.flatMap((other): [number, number][] =>
      other > one && tables.unit[one] === tables.unit[other] ? [[one, other]] : [],
    ),
  );
  return [...tables.apart, ...(tables.sameUnit < 0 ? colleagues : [])];
}

function add(build: Build, key: string, column: number, seats: Build['seats'][number]) {
  build.columns.set(key, column);
  build.seats[column] = seats;
}

/** Points of a cadre in a seat; null where it may not be. */
function seatPoints(
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

function townshipEntries(build: Build, cadre: number, village: number): [number, number][] {
  const row = build.townshipRows.get(`${cadre} ${build.tables.township[village] ?? 0}`);
  return row === undefined ? [] : [[row, 1]];
}

function addSeatColumns(build: Build, pinned: readonly (number | null)[]) {
  const { tables, program } = build;
  tables.cadres.forEach((_, cadre) => {
    for (let seat = 0; seat < 2 * tables.entries.length; seat++) {
      const points = seatPoints(build, pinned, cadre, seat);
      const levelRow = build.levelRows[seat]?.get(tables.level[cadre] ?? 0);
      if (points === null || levelRow === undefined) continue;
      const column = addColumn(program, points, 'yesNo', [
        [build.cadreRows[cadre] ?? 0, 1],
        [levelRow, 1],
        ...(build.apartRows.get(`${cadre} ${seat >> 1}`) ?? []).map((row): [number, number] => [
          row,
          1,
        ]),
        ...townshipEntries(build, cadre, seat >> 1),
      ]);
      add(build, `x ${cadre} ${seat}`, column, [{ cadre, seat }]);
    }
  });
}

/** Colleagues, and whoever is to be kept together. */
function couples({ tables }: Build): [number, number][] {
  const numbers = [...tables.cadres.keys()];
  return numbers.flatMap((one) =>
    numbers.flatMap((other): [number, number][] => {
      if (other <= one) return [];
      const colleagues = tables.unit[one] === tables.unit[other];
      return colleagues || tables.together.has(`${one} ${other}`) ? [[one, other]] : [];
    }),
  );
}

function addPairColumns(build: Build, pinned: readonly (number | null)[]) {
  const { tables, program } = build;
  for (const [one, other] of couples(build)) {
    for (let village = 0; village < tables.entries.length; village++) {
      const best = betterOrder(build, pinned, village, one, other);
      if (!best) continue;
      const pairRow =
        tables.unit[one] === tables.unit[other]
          ? build.pairRows.get(tables.unit[one] ?? 0)
          : undefined;
      const column = addColumn(program, best.points, 'yesNo', [
        [build.cadreRows[one] ?? 0, 1],
        [build.cadreRows[other] ?? 0, 1],
        [build.villageRows[village] ?? 0, 1],
        ...(pairRow === undefined ? [] : [[pairRow, 1] as [number, number]]),
        ...townshipEntries(build, one, village),
        ...townshipEntries(build, other, village),
      ]);
      add(build, `z ${one} ${other} ${village}`, column, [
        { cadre: best.lead, seat: 2 * village },
        { cadre: best.deputy, seat: 2 * village + 1 },
      ]);
    }
  }
}

function betterOrder(
  build: Build,
  pinned: readonly (number | null)[],
  village: number,
  one: number,
  other: number,
) {
  const { tables } = build;
  const order = (lead: number, deputy: number) => {
    const there = seatPoints(build, pinned, lead, 2 * village);
    const beside = seatPoints(build, pinned, deputy, 2 * village + 1);
    const pair = tables.pair[lead * (tables.nobody + 1) + deputy] ?? 0;
    if (there === null || beside === null || pair <= forbiddenPoints / 2) return null;
    return { lead, deputy, points: there + beside + pair };
  };
  const forward = order(one, other);
  const backward = order(other, one);
  if (!forward || !backward) return forward ?? backward;
  return forward.points >= backward.points ? forward : backward;
}

/** A seat that a pin holds is never empty. */
function addPatternColumns(build: Build, pinned: readonly (number | null)[]) {
  const { tables, program } = build;
  const levels = levelsOf(build);
  tables.entries.forEach((entry, village) => {
    const choices = (place: Place | null, seat: number) => [
      ...((pinned[seat] ?? null) === null ? [none] : []),
      ...(place ? levels : []),
    ];
    for (const lead of choices(entry.lead, 2 * village)) {
      for (const deputy of choices(entry.deputy, 2 * village + 1)) {
        const points =
          (lead === none ? emptyPoints(tables, 'lead', village) : 0) +
          (deputy === none ? emptyPoints(tables, 'deputy', village) : 0) +
          (lead === none || deputy === none ? 0 : tables.levelPoints(lead, deputy));
        const row = (seat: number, level: number): [number, number][] => {
          const found = build.levelRows[seat]?.get(level);
          return found === undefined ? [] : [[found, -1]];
        };
        const column = addColumn(program, points, 'share', [
          [build.villageRows[village] ?? 0, 1],
          ...row(2 * village, lead),
          ...row(2 * village + 1, deputy),
        ]);
        add(build, `q ${village} ${lead} ${deputy}`, column, []);
      }
    }
  });
}

function emptyPoints(tables: DistrictTables, post: 'lead' | 'deputy', village: number): number {
  return tables[post][tables.nobody * tables.entries.length + village] ?? 0;
}

/** The first township of a unit costs nothing: as many townships as counted, less one if there is any. */
function addTownshipColumns(build: Build) {
  const { tables, program, townshipRows } = build;
  if (tables.splitUnit === 0) return;
  for (const unit of build.pairRows.keys()) {
    const people = [...tables.cadres.keys()].filter((cadre) => tables.unit[cadre] === unit);
    const anyRow = addRow(program, Number.NEGATIVE_INFINITY, 0);
    for (let township = 0; township < tables.townships; township++) {
      const rows = people.map((cadre): [number, number] => [
        townshipRows.get(`${cadre} ${township}`) ?? 0,
        -1,
      ]);
      const column = addColumn(program, tables.splitUnit, 'share', [...rows, [anyRow, -1]]);
      add(build, `t ${unit} ${township}`, column, []);
    }
    add(build, `w ${unit}`, addColumn(program, -tables.splitUnit, 'share', [[anyRow, 1]]), []);
  }
}

function pointOf({ tables, columns, program }: Build, holder: ArrayLike<number>): Float64Array {
  const point = new Float64Array(program.cost.length);
  const set = (key: string) => {
    const column = columns.get(key);
    if (column !== undefined) point[column] = 1;
  };
  const places = new Map<number, Set<number>>();
  const levelOf = (cadre: number) => (cadre === tables.nobody ? none : (tables.level[cadre] ?? 0));
  tables.entries.forEach((_, village) => {
    const lead = holder[2 * village] ?? tables.nobody;
    const deputy = holder[2 * village + 1] ?? tables.nobody;
    for (const cadre of [lead, deputy]) {
      if (cadre === tables.nobody) continue;
      const unit = tables.unit[cadre] ?? 0;
      places.set(unit, (places.get(unit) ?? new Set()).add(tables.township[village] ?? 0));
    }
    const couple = `z ${Math.min(lead, deputy)} ${Math.max(lead, deputy)} ${village}`;
    const parts = columns.has(couple)
      ? [couple]
      : [
          `x ${lead} ${2 * village}`,
          `x ${deputy} ${2 * village + 1}`,
          `q ${village} ${levelOf(lead)} ${levelOf(deputy)}`,
        ];
    for (const part of parts) set(part);
  });
  for (const [unit, townships] of places) {
    set(`w ${unit}`);
    for (const township of townships) set(`t ${unit} ${township}`);
  }
  return point;
}
