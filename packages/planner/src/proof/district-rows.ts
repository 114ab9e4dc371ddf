import { type Build, levelsOf } from './district-build.ts';
import { addRow } from './program.ts';

/** Each cadre once, each village filled, each seat as its pattern says; pairs of a unit, and strangers. */
export function addRows(build: Build) {
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
