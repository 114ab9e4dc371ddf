import { assignRows } from './assignment.ts';
import { type DistrictTables, forbiddenPoints } from './district-tables.ts';

/** Where a search starts: a holder for every slot, and the slots and villages it may change. */
export interface DistrictStart {
  holder: Int16Array;
  /** Slots that no pin holds: seats first, then the pool. */
  free: Int32Array;
  freeSeats: number;
  /** Villages with two places and no pin. */
  freeVillages: Int32Array;
}

/**
 * The best start that looks at each place alone (no pairs): pins in their places, everyone else by
 * the assignment problem over match, rank and home. The pool holds who is left over; where people
 * are fewer than places, or barred from them, some places stay empty.
 *
 * @param pins place id → cadre id, such as `keptPins` gives
 */
export function districtStart(
  tables: DistrictTables,
  pins: ReadonlyMap<string, string>,
): DistrictStart {
  const { entries, cadres, nobody } = tables;
  const numberOf = new Map(cadres.map((cadre, number) => [cadre.id, number]));
  const seats: (number | null)[] = [];
  entries.forEach((entry, village) => {
    [entry.lead, entry.deputy].forEach((place, role) => {
      const pinned = place && numberOf.get(pins.get(place.id) ?? '');
      seats[2 * village + role] = place === null ? nobody : (pinned ?? null);
    });
  });
  const held = new Set(seats);
  const people = cadres.map((_, number) => number).filter((number) => !held.has(number));
  const open = [...seats.keys()].filter((slot) => seats[slot] === null);
  const { placed, over } = bestByPlace(tables, open, people);
  const filled = open.map((slot, position) => [slot, placed[position] ?? nobody] as const);
  const holder = Int16Array.from([...seats.map((cadre) => cadre ?? nobody), ...over]);
  for (const [slot, cadre] of filled) holder[slot] = cadre;
  return {
    holder,
    free: Int32Array.from([...open, ...over.map((_, position) => seats.length + position)]),
    freeSeats: open.length,
    freeVillages: Int32Array.from(
      [...entries.keys()].filter(
        (village) => seats[2 * village] === null && seats[2 * village + 1] === null,
      ),
    ),
  };
}

/**
 * A cadre for each open slot, and who is left over. `nobody` stands in as often as people are too few,
 * and once for each person who is barred from some place and may have to wait in the pool.
 */
function bestByPlace(tables: DistrictTables, open: number[], people: number[]) {
  const villages = tables.entries.length;
  const spare = Math.max(0, open.length - people.length) + barred(tables, people);
  const columns = [...people, ...Array.from({ length: spare }, () => tables.nobody)];
  const values = open.map((slot) => {
    const table = slot % 2 === 0 ? tables.lead : tables.deputy;
    return columns.map((cadre) => table[cadre * villages + (slot >> 1)] ?? 0);
  });
  const chosen = assignRows(values);
  const taken = new Set(chosen);
  return {
    placed: chosen.map((column) => columns[column] ?? tables.nobody),
    over: columns.filter((_, column) => !taken.has(column)),
  };
}

function barred({ lead, deputy, entries, apart }: DistrictTables, people: number[]): number {
  const inPairs = new Set(apart.flat());
  return people.filter((cadre) => {
    if (inPairs.has(cadre)) return true;
    const from = cadre * entries.length;
    return [lead, deputy].some((table) =>
      table.subarray(from, from + entries.length).includes(forbiddenPoints),
    );
  }).length;
}
