import type { AttendanceMonth } from '@xuanpai/contracts/attendance';
import { currentLanguage } from '../../lib/language.ts';

/** What is to be seen at a row's cells: what contradicts them or was remarked, and what is missing. */
export interface RowFlags {
  days: ReadonlyMap<string, readonly string[]>;
  unfilled: ReadonlySet<string>;
}

/** Above it a sheet isn't nearly filled, and frames around every empty cell would say nothing. */
const fewUnfilled = 40;

/** Something that is said about a cell. */
export interface Said {
  assignmentId: string;
  day: string;
  words: string;
}

/** What contradicts cells, and what the district remarked on them. */
export function saidOf(
  { contradictions, remarks }: Pick<AttendanceMonth, 'contradictions' | 'remarks'>,
  remarkWords: (reason: string) => string,
): Said[] {
  return [
    ...contradictions.map(({ assignmentId, day, words }) => ({
      assignmentId,
      day,
      words: words[currentLanguage()],
    })),
    ...remarks.flatMap(({ assignmentId, day, reason }) =>
      day === null ? [] : [{ assignmentId, day, words: remarkWords(reason) }],
    ),
  ];
}

/** By row. Missing days are marked once few are missing, and only those that have been. */
export function rowFlags(
  said: readonly Said[],
  rows: AttendanceMonth['rows'],
  today: string,
): ReadonlyMap<string, RowFlags> {
  const found = new Map<string, { days: Map<string, string[]>; unfilled: Set<string> }>();
  const of = (id: string) => {
    const known = found.get(id);
    if (known) return known;
    const made = { days: new Map<string, string[]>(), unfilled: new Set<string>() };
    found.set(id, made);
    return made;
  };
  for (const { assignmentId, day, words } of said) {
    const { days } = of(assignmentId);
    days.set(day, [...(days.get(day) ?? []), words]);
  }
  const missing = rows.map(({ assignmentId, unfilled }) => ({
    assignmentId,
    days: unfilled.filter((day) => day <= today),
  }));
  const count = missing.reduce((sum, { days }) => sum + days.length, 0);
  if (count <= fewUnfilled) {
    for (const { assignmentId, days } of missing) {
      for (const day of days) of(assignmentId).unfilled.add(day);
    }
  }
  return found;
}

/** Whether two say the same: rows aren't drawn again for nothing. */
export function sameFlags(left: RowFlags | undefined, right: RowFlags | undefined): boolean {
  return left === right || written(left) === written(right);
}

function written(flags: RowFlags | undefined): string {
  return flags ? JSON.stringify([[...flags.days], [...flags.unfilled]]) : '[[],[]]';
}
