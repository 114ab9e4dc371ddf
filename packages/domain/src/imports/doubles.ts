import type { Text } from '@xuanpai/contracts/text';
import { type RowProblem, rowProblem } from './row-problem.ts';

/**
 * Rows that stand twice in a file: for each row but the first, the problem. Rows without a key are
 * left out.
 */
export function doublesOf<Row extends { row: number }>(
  rows: readonly Row[],
  field: string,
  keyOf: (row: Row) => string | null,
  /** Where a row stands, for files of several sheets. */
  placeOf: (row: number) => Text = inSheet,
): Map<number, RowProblem> {
  const first = new Map<string, number>();
  const doubles = new Map<number, RowProblem>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const known = first.get(key);
    if (known === undefined) first.set(key, row.row);
    else doubles.set(row.row, doubled(field, placeOf(known)));
  }
  return doubles;
}

const inSheet = (row: number): Text => ({ zh: `第${row}行`, en: `row ${row}` });

function doubled(field: string, { zh, en }: Text): RowProblem {
  return rowProblem(
    field,
    'doubleInFile',
    { zh: `与${zh}重复。`, en: `The same as ${en}.` },
    {
      zh: '请删去其中一行，或改正写错的一行。',
      en: 'Remove one of them, or correct the wrong one.',
    },
  );
}
