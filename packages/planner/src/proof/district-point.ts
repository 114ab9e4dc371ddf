import { type Build, none } from './district-build.ts';

/** The point of a plan in the program: 1 in each column that it takes. */
export function pointOf(
  { tables, columns, program }: Build,
  holder: ArrayLike<number>,
): Float64Array {
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
