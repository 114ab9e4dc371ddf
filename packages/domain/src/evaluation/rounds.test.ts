import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, it } from 'vitest';
import { policyOn, policyWith } from '../policy/policy.ts';
import {
  daysInPost,
  roundFaults,
  standingOf,
  stepsOf,
  takesPart,
  usualRound,
  weightsOf,
} from './rounds.ts';

const day = (text: string) => text as PlainDate;
const batch = { startsOn: day('2015-06-01'), endsOn: day('2017-05-31') };
const policy = policyOn([], day('2015-12-31'));

describe('the days of a round', () => {
  it.each([
    [2015, '2015-06-01', '2015-12-31'],
    [2016, '2016-01-01', '2016-12-31'],
    [2017, '2017-01-01', '2017-05-31'],
  ])('of %i as far as the batch reaches', (year, startsOn, endsOn) => {
    const usual = usualRound({ kind: 'annual', year }, batch);
    expect(usual).toMatchObject({ startsOn, endsOn, date: endsOn, name: `${year}年度考核` });
  });

  it('of a year outside are none, of the term the whole batch', () => {
    expect(usualRound({ kind: 'annual', year: 2018 }, batch)).toBeNull();
    expect(usualRound({ kind: 'term', year: 2017 }, batch)).toMatchObject(batch);
  });

  const codes = (kind: 'annual' | 'term', year: number, changed: object = {}, by = policy) => {
    const usual = usualRound({ kind, year }, batch);
    if (!usual) throw new Error('a year of the batch');
    const { startsOn, endsOn, date } = usual;
    return roundFaults({ kind, year, startsOn, endsOn, date, ...changed }, batch, by).map(
      ({ code }) => code,
    );
  };

  it('may be the usual ones, but the last part belongs to the end of the term (B2)', () => {
    expect(codes('annual', 2015)).toEqual([]);
    expect(codes('term', 2017)).toEqual([]);
    expect(codes('annual', 2017)).toEqual(['inTerm']);
    const apart = policyWith(policy, { 'benefit.lastPartInTerm': false });
    expect(codes('annual', 2017, {}, apart)).toEqual([]);
  });

  it('are in their order, in the batch and in the year', () => {
    expect(codes('annual', 2016, { endsOn: day('2015-12-31') })).toEqual(['order', 'outsideYear']);
    expect(codes('annual', 2016, { date: day('2015-12-31') })).toEqual(['order']);
    expect(codes('annual', 2015, { startsOn: day('2015-05-31') })).toEqual(['outsideBatch']);
  });
});

describe('who is in it', () => {
  const span = { startsOn: day('2016-01-01'), endsOn: day('2016-12-31') };
  const days = (...posts: [string, string | null][]) =>
    daysInPost(
      posts.map(([from, to]) => ({ startsOn: day(from), endsOn: to === null ? null : day(to) })),
      span,
    );

  it('by calendar days of all posts in the span, the first and the last included', () => {
    expect(days(['2015-06-01', null])).toBe(366);
    expect(days(['2015-06-01', '2016-01-01'])).toBe(1);
    expect(days(['2016-07-01', '2016-08-31'], ['2016-09-01', '2017-05-31'])).toBe(184);
    expect(days(['2017-01-01', null])).toBe(0);
  });

  it.each([
    [183, 'evaluated'],
    [182, 'byUnit'],
  ])('%i days: %s', (count, standing) => {
    expect(standingOf(count, policy).standing).toBe(standing);
  });

  it('are district cadres each year, and both tiers at the end of the term (E1)', () => {
    expect(takesPart('annual', 'district')).toBe(true);
    expect(takesPart('annual', 'township')).toBe(false);
    expect(takesPart('term', 'township')).toBe(true);
    expect(takesPart('term', 'city')).toBe(false);
  });
});

describe('what is frozen', () => {
  it('are the steps that the policy has, in their order', () => {
    const table = { ...policy.table<object>('evaluation.steps'), discipline: false };
    const steps = stepsOf(policyWith(policy, { 'evaluation.steps': table }));
    expect(steps).not.toContain('discipline');
    expect(steps).toHaveLength(10);
    expect(steps[0]).toBe('ownReport');
  });

  it('are weights only where they are adopted', () => {
    expect(weightsOf(policy)).toBeNull();
    const adopted = policyWith(policy, { 'evaluation.weightedScore': true });
    expect(weightsOf(adopted)).toEqual({ visit: 20, ballots: 30, results: 40, attendance: 10 });
  });
});
