import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { baselineOf } from './measures.ts';
import { type StandingInput, spentValue, standingOf } from './standing.ts';

const day = (text: string) => text as PlainDate;
const known = (
  what: { number?: number; answer?: boolean; rank?: 'upper' | 'middle' | 'lower' },
  asOf: string,
) => ({
  number: null,
  answer: null,
  rank: null,
  ...what,
  asOf: day(asOf),
});

const base: StandingInput = {
  measure: { kind: 'amount', direction: 'atLeast', period: 'yearly' },
  threshold: { number: 50_000, inclusive: true, rank: null, adjusted: false },
  baseline: 16_000,
  from: day('2016-01-01'),
  to: day('2016-12-31'),
  value: null,
  mean: null,
  on: day('2016-07-01'),
  dueUntil: null,
};
const stateOf = (input: Partial<StandingInput>) => standingOf({ ...base, ...input }).state;

describe('a figure of each year', () => {
  test.each([
    ['nothing was due yet', {}, 'notDue'],
    ['a report is due and there is none', { dueUntil: day('2016-03-31') }, 'notReported'],
    ['half a year, 44 % of it', { value: known({ number: 22_000 }, '2016-06-30') }, 'behind'],
    [
      'half a year, on the line',
      { value: known({ number: 24_863.388 }, '2016-06-30') },
      'onCourse',
    ],
    [
      'reached before the year is over',
      { value: known({ number: 50_000 }, '2016-06-30') },
      'reached',
    ],
    ['the year over and short of it', { value: known({ number: 49_999 }, '2016-12-31') }, 'behind'],
    [
      'later periods are due and weren’t reported',
      { value: known({ number: 30_000 }, '2016-03-31'), dueUntil: day('2016-06-30') },
      'notReported',
    ],
    [
      'reached once, later periods not reported',
      { value: known({ number: 60_000 }, '2016-03-31'), dueUntil: day('2016-06-30') },
      'reached',
    ],
  ] as [string, Partial<StandingInput>, string][])('%s', (_, input, state) => {
    expect(stateOf(input)).toBe(state);
  });

  test('in January the last report may still be under way', () => {
    const value = known({ number: 40_000 }, '2016-09-30');
    const on = day('2017-01-10');
    expect(stateOf({ value, on })).toBe('onCourse');
    expect(stateOf({ value: known({ number: 30_000 }, '2016-09-30'), on })).toBe('behind');
    expect(stateOf({ value, on, dueUntil: day('2016-12-31') })).toBe('notReported');
  });

  test('the line starts at nothing each year, whatever the year before was', () => {
    const value = known({ number: 1 }, '2016-12-31');
    expect(standingOf({ ...base, value }).expected).toBe(50_000);
    const first = known({ number: 1 }, '2016-01-01');
    expect(standingOf({ ...base, value: first }).expected).toBe(136.612);
  });

  test('the threshold itself counts where the policy includes it', () => {
    const value = known({ number: 50_000 }, '2016-12-31');
    const threshold = { ...base.threshold, inclusive: false };
    expect(stateOf({ value })).toBe('reached');
    expect(stateOf({ value, threshold })).toBe('behind');
  });

  test('what must stay under a number is reached when the year is over', () => {
    const measure = { kind: 'amount', direction: 'atMost', period: 'yearly' } as const;
    const at = (number: number, asOf: string) =>
      stateOf({ measure, value: known({ number }, asOf) });
    expect(at(20_000, '2016-06-30')).toBe('onCourse');
    expect(at(60_000, '2016-06-30')).toBe('behind');
    expect(at(50_000, '2016-12-31')).toBe('reached');
    expect(at(50_001, '2016-12-31')).toBe('behind');
  });
});

describe('what is reached within the term', () => {
  const term = { from: day('2015-06-01'), to: day('2017-05-31') };
  const rate: Partial<StandingInput> = {
    ...term,
    measure: { kind: 'ratio', direction: 'atLeast', period: 'once' },
    threshold: { number: 30, inclusive: true, rank: null, adjusted: false },
    baseline: 10,
  };

  test('goes from its baseline to the threshold', () => {
    const half = known({ number: 20 }, '2016-05-31');
    expect(standingOf({ ...base, ...rate, value: half }).expected).toBeCloseTo(20.01, 1);
    expect(stateOf({ ...rate, value: known({ number: 21 }, '2016-05-31') })).toBe('onCourse');
    expect(stateOf({ ...rate, value: known({ number: 19 }, '2016-05-31') })).toBe('behind');
    expect(stateOf({ ...rate, baseline: null, value: known({ number: 16 }, '2016-05-31') })).toBe(
      'onCourse',
    );
  });

  test('what was said holds until something else is said', () => {
    const value = known({ number: 21 }, '2016-05-31');
    expect(stateOf({ ...rate, value, dueUntil: day('2016-09-30') })).toBe('onCourse');
  });

  test('a falling one', () => {
    const falling = {
      ...rate,
      measure: { ...base.measure, direction: 'atMost', period: 'once' },
    } as const;
    const threshold = { number: 0, inclusive: true, rank: null, adjusted: false };
    const at = (number: number) =>
      stateOf({ ...falling, threshold, value: known({ number }, '2016-05-31') });
    expect([at(0), at(4), at(6)]).toEqual(['reached', 'onCourse', 'behind']);
  });

  test.each([
    ['yes', known({ answer: true }, '2015-12-31'), '2016-01-20', 'reached'],
    ['not yet', known({ answer: false }, '2015-12-31'), '2016-01-20', 'onCourse'],
    ['not, and the term is over', known({ answer: false }, '2017-03-31'), '2017-06-01', 'behind'],
  ])('yes or no: %s', (_, value, on, state) => {
    const measure = { kind: 'yesNo', direction: 'atLeast', period: 'once' } as const;
    expect(stateOf({ ...term, measure, value, on: day(on) })).toBe(state);
  });

  test.each([
    ['upper', 'middle', 'reached'],
    ['middle', 'middle', 'reached'],
    ['lower', 'middle', 'behind'],
    ['middle', 'upper', 'behind'],
  ] as const)('judged %s where %s is asked: %s', (rank, wanted, state) => {
    const measure = { kind: 'rank', direction: 'atLeast', period: 'once' } as const;
    const threshold = { number: null, inclusive: true, rank: wanted, adjusted: false };
    expect(stateOf({ ...term, measure, threshold, value: known({ rank }, '2016-05-20') })).toBe(
      state,
    );
  });

  test('a rank that nobody judged is late only after the term', () => {
    const measure = { kind: 'rank', direction: 'atLeast', period: 'once' } as const;
    const dueUntil = day('2016-06-30');
    expect(stateOf({ ...term, measure, dueUntil })).toBe('notDue');
    expect(stateOf({ ...term, measure, dueUntil, on: day('2017-06-01') })).toBe('notReported');
  });
});

describe('growth against the township’s mean', () => {
  const measure = { kind: 'relative', direction: 'above', period: 'yearly' } as const;
  const threshold = { number: null, inclusive: false, rank: null, adjusted: false };
  test.each([
    [4.9, 4.4, '2016-06-30', 'onCourse'],
    [4.4, 4.4, '2016-06-30', 'behind'],
    [4.1, 4.4, '2016-06-30', 'behind'],
    [9.6, 8.3, '2016-12-31', 'reached'],
    [8.3, 8.3, '2016-12-31', 'behind'],
    [9.6, null, '2016-06-30', 'onCourse'],
    [-1, -2, '2016-12-31', 'reached'],
  ])('%d against %s at %s: %s', (number, mean, asOf, state) => {
    const value = known({ number }, asOf);
    expect(stateOf({ measure, threshold, value, mean })).toBe(state);
  });
});

describe('what projects have spent', () => {
  const on = day('2017-01-10');
  const to = day('2017-12-31');
  test('is nothing known until a period of the year is over, unless something is spent', () => {
    expect(spentValue(0, { on, to, periodOver: false })).toBeNull();
    expect(spentValue(1, { on, to, periodOver: false })).toMatchObject({ number: 1, asOf: on });
    expect(spentValue(0, { on, to, periodOver: true })).toMatchObject({ number: 0, asOf: on });
    const over = { on: day('2018-02-01'), to, periodOver: true };
    expect(spentValue(5, over)).toMatchObject({ asOf: to });
  });
});

test('the line begins at the last figure of the years before the term', () => {
  const figures = (year: number, income: number | null) => ({
    year,
    operatingIncome: income,
    netIncomePerHead: null,
    infrastructureInvestment: null,
  });
  const years = [figures(2012, 8_000), figures(2013, 9_000), figures(2014, null), figures(2015, 1)];
  expect(baselineOf({ figure: 'operatingIncome' }, years, '2015-06-01')).toBe(9_000);
  expect(baselineOf({ figure: 'netIncomePerHead' }, years, '2015-06-01')).toBeNull();
  expect(baselineOf({ figure: null }, years, '2015-06-01')).toBeNull();
});
