import { expect, test } from 'vitest';
import { zh } from '../../locales/zh-cn.ts';
import { daysWords, periodWords } from './leave-words.ts';

const leave = {
  ...{ startsOn: '2015-12-30', endsOn: '2016-01-04', lastDay: null },
  ...{ startsAtNoon: false, endsAtNoon: false },
};

test.each([
  [{}, '2015-12-30至2016-01-04'],
  [{ endsOn: '2015-12-31' }, '2015-12-30至12-31'],
  [{ endsOn: '2015-12-30', startsAtNoon: true }, '2015-12-30下午'],
  [{ endsOn: '2015-12-30', endsAtNoon: true }, '2015-12-30上午'],
  [{ endsOn: '2015-12-31', startsAtNoon: true, endsAtNoon: true }, '2015-12-30下午至12-31上午'],
  // Back early: the half at the end is no longer one.
  [{ endsAtNoon: true, lastDay: '2015-12-31' }, '2015-12-30至12-31'],
  [{ lastDay: '2015-12-29' }, '2015-12-30起，没有休'],
])('%j', (changes, words) => {
  expect(periodWords({ ...leave, ...changes }, zh.leaves)).toBe(words);
});

test('halves are said, whole days aren’t padded', () => {
  expect([daysWords(3), daysWords(0.5)]).toEqual(['3', '0.5']);
});
