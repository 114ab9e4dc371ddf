import type { ImportProblem } from '@xuanpai/contracts/imports';
import { groupBy } from '@xuanpai/domain/group-by';

/** Where a problem stands, as the address says it: row and field. */
export function placeOf({ row, field }: Pick<ImportProblem, 'row' | 'field'>): string {
  return `${row}.${field ?? ''}`;
}

export function rowOfPlace(place: string | null): number | null {
  const row = Number(place?.split('.')[0]);
  return place !== null && Number.isInteger(row) ? row : null;
}

/** The place after this one, round and round; each cell once, in the order of the sheet. */
export function nextPlace(problems: readonly ImportProblem[], place: string | null): string | null {
  const places = [...new Set(problems.map(placeOf))];
  return places[(places.indexOf(place ?? '') + 1) % places.length] ?? null;
}

/** Where to go on after a correction: the same place while it is still wrong, else the next one. */
export function placeAfter(problems: readonly ImportProblem[], place: string): string | null {
  const row = rowOfPlace(place) ?? 0;
  const still = problems.find((problem) => placeOf(problem) === place);
  const next = still ?? problems.find((problem) => problem.row >= row) ?? problems[0];
  return next ? placeOf(next) : null;
}

/** Problems and notices by the place that they stand at. */
export function byPlace(problems: readonly ImportProblem[]): Map<string, ImportProblem[]> {
  return groupBy(problems, placeOf);
}
