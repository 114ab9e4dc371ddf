import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRows, forbidden } from './assignment.ts';

function sumOf(values: number[][], columns: number[]): number {
  return values.reduce((sum, row, number) => sum + (row[columns[number] ?? -1] ?? forbidden), 0);
}

function bestByTrying(values: number[][], row = 0, taken: number[] = []): number {
  if (row === values.length) return sumOf(values, taken);
  const columns = (values[row] ?? []).map((_, column) => column);
  return Math.max(
    forbidden,
    ...columns
      .filter((column) => !taken.includes(column))
      .map((column) => bestByTrying(values, row + 1, [...taken, column])),
  );
}

const table = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), more: fc.integer({ min: 0, max: 2 }) })
  .chain(({ rows, more }) => {
    const value = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: -1000, max: 1000 }).map((tenths) => tenths / 10) },
      { weight: 1, arbitrary: fc.constant(forbidden) },
    );
    const row = fc.array(value, { minLength: rows + more, maxLength: rows + more });
    return fc.array(row, { minLength: rows, maxLength: rows });
  });

describe('the assignment problem', () => {
  it('has the best sum of all ways, or says that there is none', () => {
    fc.assert(
      fc.property(table, (values) => {
        const best = bestByTrying(values);
        if (best === forbidden) expect(() => assignRows(values)).toThrow(RangeError);
        else expect(sumOf(values, assignRows(values))).toBeCloseTo(best, 6);
      }),
    );
  });

  it('gives every row a column of its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer(), { minLength: 9, maxLength: 9 }), { maxLength: 9 }),
        (values) => {
          const columns = assignRows(values);
          expect(new Set(columns).size).toBe(values.length);
        },
      ),
    );
  });

  it('refuses more rows than columns', () => {
    expect(() => assignRows([[1], [2]])).toThrow(RangeError);
  });

  it('has nothing to do without rows', () => {
    expect(assignRows([])).toEqual([]);
  });
});
