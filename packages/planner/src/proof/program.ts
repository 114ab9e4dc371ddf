/** A linear program to maximise: columns from 0 up to a bound, rows between bounds, sparse by column. */
export interface Program {
  cost: number[];
  upper: number[];
  integer: boolean[];
  rowLower: number[];
  rowUpper: number[];
  /** Row and coefficient of each column's entries. */
  entries: [row: number, coefficient: number][][];
}

export function emptyProgram(): Program {
  return { cost: [], upper: [], integer: [], rowLower: [], rowUpper: [], entries: [] };
}

/** Adds a row and gives its number. */
export function addRow(program: Program, lower: number, upper: number): number {
  program.rowLower.push(lower);
  return program.rowUpper.push(upper) - 1;
}

/** Adds a column and gives its number; entries of the same row are added up by the caller. */
export function addColumn(
  program: Program,
  cost: number,
  kind: 'yesNo' | 'share' | 'count',
  entries: [row: number, coefficient: number][],
): number {
  program.upper.push(kind === 'count' ? Number.POSITIVE_INFINITY : 1);
  program.integer.push(kind === 'yesNo');
  program.entries.push(entries);
  return program.cost.push(cost) - 1;
}

/** The program with the columns of `keep` only, in their order; rows stay. */
export function restrict(program: Program, keep: readonly number[]): Program {
  const of = <T>(list: readonly T[]) => keep.map((column) => list[column] as T);
  return {
    ...program,
    cost: of(program.cost),
    upper: of(program.upper),
    integer: of(program.integer),
    entries: of(program.entries),
  };
}

/** The value of the objective at a point. */
export function worth(program: Program, point: ArrayLike<number>): number {
  return program.cost.reduce((sum, cost, column) => sum + cost * (point[column] ?? 0), 0);
}
