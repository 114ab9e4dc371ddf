import { type DistrictTables, forbiddenPoints } from '../district-tables.ts';
import type { Place } from '../model.ts';
import { add, type Build, levelsOf, none, seatPoints } from './district-build.ts';
import { addColumn, addRow } from './program.ts';

/** A cadre in a seat. */
export function addSeatColumns(build: Build, pinned: readonly (number | null)[]) {
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

/** Two of a couple in a village, in their better order. */
export function addPairColumns(build: Build, pinned: readonly (number | null)[]) {
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

/** The levels of two in a village; a seat that a pin holds is never empty. */
export function addPatternColumns(build: Build, pinned: readonly (number | null)[]) {
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
export function addTownshipColumns(build: Build) {
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

function townshipEntries(build: Build, cadre: number, village: number): [number, number][] {
  const row = build.townshipRows.get(`${cadre} ${build.tables.township[village] ?? 0}`);
  return row === undefined ? [] : [[row, 1]];
}
