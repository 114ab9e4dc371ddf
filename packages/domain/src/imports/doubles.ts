import { type RowProblem, rowProblem } from './row-problem.ts';

/**
 * Rows that stand twice in a file: for each row but the first, the problem. Rows without a key are
 * left out.
 */
export function doublesOf<Row extends { row: number }>(
  rows: readonly Row[],
  field: string,
  keyOf: (row: Row) => string | null,
): Map<number, RowProblem> {
  const first = new Map<string, number>();
  const doubles = new Map<number, RowProblem>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const known = first.get(key);
    if (known === undefined) first.set(key, row.row);
    else doubles.set(row.row, doubled(field, known));
  }
  return doubles;
}

function doubled(field: string, row: number): RowProblem {
  return rowProblem(
    field,
    'doubleInFile',
    { zh: `与第${row}行重复。`, en: `The same as row ${row}.` },
    {
      zh: '请删去其中一行，或改正写错的一行。',
      en: 'Remove one of them, or correct the wrong one.',
    },
  );
}
