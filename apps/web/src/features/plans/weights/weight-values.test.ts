import type { PolicyParameter } from '@xuanpai/contracts/policy';
import { describe, expect, test } from 'vitest';
import { faultyKeys, isSame, withCell, withValue } from './weight-values.ts';

const pairs = { key: 'score.sameUnit', value: 60 } as PolicyParameter;
const need = { weakLax: { governance: 1, general: 0.5 }, none: {} };

describe('weights on trial', () => {
  test('are changes only where they differ from the policy', () => {
    const tried = withValue({}, pairs, 80);
    expect(tried).toEqual({ 'score.sameUnit': 80 });
    expect(withValue(tried, pairs, 60)).toEqual({});
  });

  test('are the same whatever the order of their names', () => {
    expect(isSame(need, { none: {}, weakLax: { general: 0.5, governance: 1 } })).toBe(true);
    expect(isSame(need, { none: {}, weakLax: { general: 0.5 } })).toBe(false);
  });

  test('are named where they can’t be', () => {
    expect(faultyKeys({ 'score.sameUnit': null, 'score.balance': -20 })).toEqual([
      'score.sameUnit',
    ]);
  });
});

describe('a cell of a table', () => {
  test('is written by row and column, and leaves the others', () => {
    expect(withCell(need, ['none', 'industry'], 0.3)).toEqual({
      ...need,
      none: { industry: 0.3 },
    });
    expect(withCell(need, ['weakLax', 'general'], null)).toEqual({
      weakLax: { governance: 1 },
      none: {},
    });
    expect(withCell({ '2': 30 }, ['2'], 35)).toEqual({ '2': 35 });
  });
});
