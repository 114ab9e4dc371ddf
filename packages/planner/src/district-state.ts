import type { DistrictTables } from './district-tables.ts';

/**
 * Who is where, with the points kept up to date. A slot is a seat: 2 × village for its lead,
 * 2 × village + 1 for its deputy; the slots after the last village are the pool of the unplaced.
 */
export interface DistrictState {
  tables: DistrictTables;
  /** The cadre's number in each slot, `nobody` where it is empty. */
  holder: Int16Array;
  /** The slot of each cadre. */
  slotOf: Int32Array;
  villagePoints: Float64Array;
  /** People of a unit in a township, at unit × townships + township. */
  peopleIn: Int16Array;
  /** Townships in which a unit has people. */
  townshipsOf: Int16Array;
  total: number;
}

/** A state from its holders: one for each seat, then the pool. Reckons all points afresh. */
export function districtState(tables: DistrictTables, holder: Int16Array): DistrictState {
  const villages = tables.entries.length;
  const state: DistrictState = {
    tables,
    holder,
    slotOf: new Int32Array(tables.nobody + 1),
    villagePoints: new Float64Array(villages),
    peopleIn: new Int16Array(tables.units * tables.townships),
    townshipsOf: new Int16Array(tables.units),
    total: 0,
  };
  for (let village = 0; village < villages; village++) state.total += settleVillage(state, village);
  holder.forEach((cadre, slot) => {
    state.slotOf[cadre] = slot;
    if (slot < 2 * villages) state.total += enter(state, cadre, slot >> 1);
  });
  return state;
}

/**
 * Lets two slots change their holders and gives the change in points. Every move of the search is a
 * chain of such exchanges, and the same chain backwards takes it back.
 */
export function exchange(state: DistrictState, one: number, other: number): number {
  const { holder, slotOf, tables } = state;
  const villages = tables.entries.length;
  const here = one >> 1;
  const there = other >> 1;
  const leaving = holder[one] ?? 0;
  const coming = holder[other] ?? 0;
  holder[one] = coming;
  holder[other] = leaving;
  slotOf[coming] = one;
  slotOf[leaving] = other;
  let change = 0;
  if (here < villages) change += settleVillage(state, here);
  if (there < villages && there !== here) change += settleVillage(state, there);
  if (townshipAt(tables, here) !== townshipAt(tables, there)) {
    if (here < villages) change += leave(state, leaving, here) + enter(state, coming, here);
    if (there < villages) change += leave(state, coming, there) + enter(state, leaving, there);
  }
  state.total += change;
  return change;
}

/** Reckons one village from the tables; gives the change. */
function settleVillage({ tables, holder, villagePoints }: DistrictState, village: number): number {
  const villages = tables.entries.length;
  const lead = holder[2 * village] ?? 0;
  const deputy = holder[2 * village + 1] ?? 0;
  const points =
    (tables.lead[lead * villages + village] ?? 0) +
    (tables.deputy[deputy * villages + village] ?? 0) +
    (tables.pair[lead * (tables.nobody + 1) + deputy] ?? 0);
  const before = villagePoints[village] ?? 0;
  villagePoints[village] = points;
  return points - before;
}

function townshipAt({ township, entries }: DistrictTables, village: number): number {
  return village < entries.length ? (township[village] ?? 0) : -1;
}

/** A person starts in a township: each township after the unit's first costs the weight. */
function enter(state: DistrictState, cadre: number, village: number): number {
  const { tables, peopleIn, townshipsOf } = state;
  if (cadre === tables.nobody) return 0;
  const unit = tables.unit[cadre] ?? 0;
  const cell = unit * tables.townships + (tables.township[village] ?? 0);
  const people = peopleIn[cell] ?? 0;
  peopleIn[cell] = people + 1;
  if (people > 0) return 0;
  const townships = townshipsOf[unit] ?? 0;
  townshipsOf[unit] = townships + 1;
  return townships > 0 ? tables.splitUnit : 0;
}

function leave(state: DistrictState, cadre: number, village: number): number {
  const { tables, peopleIn, townshipsOf } = state;
  if (cadre === tables.nobody) return 0;
  const unit = tables.unit[cadre] ?? 0;
  const cell = unit * tables.townships + (tables.township[village] ?? 0);
  const people = (peopleIn[cell] ?? 0) - 1;
  peopleIn[cell] = people;
  if (people > 0) return 0;
  const townships = (townshipsOf[unit] ?? 0) - 1;
  townshipsOf[unit] = townships;
  return townships > 0 ? -tables.splitUnit : 0;
}
