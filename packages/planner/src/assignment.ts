/** What a pair that must not be is worth. */
export const forbidden = Number.NEGATIVE_INFINITY;

/**
 * The assignment problem: every row gets one column of its own so that the values' sum is largest.
 * Successive shortest paths with potentials (Jonker and Volgenant 1987), rows² × columns steps.
 * Ties fall the same way every time for the same order of rows and columns.
 *
 * @param values a list of rows, each with one value for each column; `forbidden` rules a pair out
 * @returns the column of each row
 * @throws RangeError where not every row can get a column
 */
export function assignRows(values: readonly (readonly number[])[]): number[] {
  const columns = values[0]?.length ?? 0;
  const matching: Matching = {
    rowOf: new Int32Array(columns + 1).fill(-1),
    rowPrice: new Float64Array(values.length),
    columnPrice: new Float64Array(columns + 1),
  };
  values.forEach((_, row) => {
    augment(values, matching, row, columns);
  });
  const columnOf = new Array<number>(values.length).fill(-1);
  for (let column = 0; column < columns; column++) {
    const row = at(matching.rowOf, column);
    if (row >= 0) columnOf[row] = column;
  }
  return columnOf;
}

interface Matching {
  rowOf: Int32Array;
  rowPrice: Float64Array;
  columnPrice: Float64Array;
}

/** Grows the matching by one row along the cheapest path; the column past the last is its start. */
function augment(
  values: readonly (readonly number[])[],
  { rowOf, rowPrice, columnPrice }: Matching,
  start: number,
  columns: number,
): void {
  const slack = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(columns).fill(columns);
  const done = new Uint8Array(columns + 1);
  rowOf[columns] = start;
  let column = columns;
  while (at(rowOf, column) >= 0) {
    done[column] = 1;
    const row = at(rowOf, column);
    const offers = values[row] ?? [];
    let nearest = -1;
    for (let other = 0; other < columns; other++) {
      if (done[other]) continue;
      const cost = -(offers[other] ?? forbidden) - at(rowPrice, row) - at(columnPrice, other);
      if (cost < at(slack, other)) {
        slack[other] = cost;
        cameFrom[other] = column;
      }
      if (nearest < 0 || at(slack, other) < at(slack, nearest)) nearest = other;
    }
    const step = nearest < 0 ? Number.POSITIVE_INFINITY : at(slack, nearest);
    if (step === Number.POSITIVE_INFINITY) throw new RangeError(`row ${start} gets no column`);
    for (let other = 0; other <= columns; other++) {
      if (done[other]) {
        rowPrice[at(rowOf, other)] = at(rowPrice, at(rowOf, other)) + step;
        columnPrice[other] = at(columnPrice, other) - step;
      } else if (other < columns) slack[other] = at(slack, other) - step;
    }
    column = nearest;
  }
  while (column !== columns) {
    const before = at(cameFrom, column);
    rowOf[column] = at(rowOf, before);
    column = before;
  }
}

function at(numbers: Int32Array | Float64Array, position: number): number {
  return numbers[position] ?? 0;
}
