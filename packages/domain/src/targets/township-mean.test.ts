import { describe, expect, test } from 'vitest';
import { townshipMean } from './township-mean.ts';

const village = (value: number | null, population: number | null) => ({ value, population });

describe('the mean that growth is compared with', () => {
  test('is the statistics office’s where it is entered and the policy takes it', () => {
    const figures = [village(9, 1000), village(null, 500)];
    expect(townshipMean(figures, 8.3, 'statistics')).toEqual({
      value: 8.3,
      from: 'statistics',
      reported: 1,
      villages: 2,
    });
    expect(townshipMean(figures, 8.3, 'weighted')).toMatchObject({ value: 9, from: 'reports' });
  });

  test('weighs those that reported by their people', () => {
    expect(townshipMean([village(10, 3000), village(4, 1000)], null, 'statistics')).toEqual({
      value: 8.5,
      from: 'reports',
      reported: 2,
      villages: 2,
    });
  });

  test('takes a village whose people aren’t known for one of the usual size', () => {
    expect(townshipMean([village(10, 3000), village(4, 1000), village(1, null)], null, '')).toEqual(
      { value: 6, from: 'reports', reported: 3, villages: 3 },
    );
    expect(townshipMean([village(10, null), village(4, null)], null, '').value).toBe(7);
  });

  test.each([
    ['nobody reported', [village(null, 3000)], { value: null, reported: 0, villages: 1 }],
    ['there is no village', [], { value: null, reported: 0, villages: 0 }],
    ['nobody lives there', [village(5, 0)], { value: null, reported: 1, villages: 1 }],
    ['a growth is below nothing', [village(-3, 10), village(1, 10)], { value: -1, reported: 2 }],
  ])('where %s', (_, figures, expected) => {
    expect(townshipMean(figures, null, 'statistics')).toMatchObject(expected);
  });
});
