import { describe, expect, it } from 'vitest';
import { cadre, problem, townshipCadre, village } from './fixtures/build.ts';
import type { ScorePart } from './model.ts';
import { PlanInputError } from './plan-index.ts';
import { scorePlan } from './score.ts';

function values(parts: ScorePart[] | undefined): [string, number][] {
  return (parts ?? []).map(({ kind, value }) => [kind, value]);
}

describe('a district-tier village', () => {
  const weakLax = village('v', { kinds: ['weakLax'] });
  const section = cadre('a', {
    unitId: 'u',
    level: 3,
    speciality: 'partyBuilding',
    unitStrengths: ['governance'],
  });
  const clerk = cadre('b', { unitId: 'u' });

  it('counts match, rank, pair and balance', () => {
    const score = scorePlan(
      problem([weakLax], [section, clerk, cadre('c')]),
      new Map([
        ['v-1', 'a'],
        ['v-2', 'b'],
      ]),
    );
    expect(values(score.villages.get('v')?.parts)).toEqual([
      ['match', 100],
      ['rank', 40],
      ['deputyMatch', 30],
      ['pair', 60],
      ['balance', -15],
    ]);
    expect(score).toMatchObject({ total: 215, district: 215, township: 0, splitUnits: [] });
  });

  it('takes 80 points for each level of a deputy above the first secretary', () => {
    const score = scorePlan(
      problem([weakLax], [section, clerk]),
      new Map([
        ['v-1', 'b'],
        ['v-2', 'a'],
      ]),
    );
    expect(values(score.villages.get('v')?.parts)).toContainEqual(['inversion', -160]);
  });

  it('takes 300 points for a cadre in the home township', () => {
    const input = problem([weakLax], [section, { ...clerk, homeTownshipId: 'A' }]);
    const score = scorePlan(
      input,
      new Map([
        ['v-1', 'a'],
        ['v-2', 'b'],
      ]),
    );
    expect(score.villages.get('v')?.parts).toContainEqual({
      kind: 'home',
      value: -300,
      placeId: 'v-2',
      cadreId: 'b',
    });
  });

  it('counts no pair while one place is empty, and takes 10,000 for it', () => {
    const score = scorePlan(problem([weakLax], [section, clerk]), new Map([['v-1', 'a']]));
    expect(values(score.villages.get('v')?.parts)).toEqual([
      ['match', 100],
      ['rank', 40],
      ['unfilled', -10_000],
    ]);
  });

  it('takes 50 points for a published post that somebody else holds', () => {
    const published = [{ placeId: 'v-1', cadreId: 'a' }];
    const input = problem([weakLax], [section, clerk], { published });
    const kept = scorePlan(
      input,
      new Map([
        ['v-1', 'a'],
        ['v-2', 'b'],
      ]),
    );
    const changed = scorePlan(
      input,
      new Map([
        ['v-1', 'b'],
        ['v-2', 'a'],
      ]),
    );
    expect(values(kept.villages.get('v')?.parts)).not.toContainEqual(['published', -50]);
    expect(values(changed.villages.get('v')?.parts)).toContainEqual(['published', -50]);
  });
});

describe('a unit whose people work in several townships', () => {
  const villages = [
    village('v'),
    village('w', { townshipId: 'B' }),
    village('x', { townshipId: 'C' }),
  ];
  const people = ['a', 'b', 'c'].map((id) => cadre(id, { unitId: 'u' }));

  it('costs 25 points for each township after the first', () => {
    const placement = new Map([
      ['v-1', 'a'],
      ['w-1', 'b'],
      ['x-1', 'c'],
    ]);
    const score = scorePlan(problem(villages, people), placement);
    expect(score.splitUnits).toEqual([{ unitId: 'u', townships: ['A', 'B', 'C'], value: -50 }]);
    const sum = [...score.villages.values()].reduce((total, { total: one }) => total + one, 0);
    expect(score.district).toBeCloseTo(sum - 50);
  });

  it('costs nothing in two villages of one township', () => {
    const near = villages.map((one) => ({ ...one, townshipId: 'A' }));
    const placement = new Map([
      ['v-1', 'a'],
      ['w-1', 'b'],
    ]);
    expect(scorePlan(problem(near, people), placement).splitUnits).toEqual([]);
  });
});

describe('a township-tier village', () => {
  const plain = village('v', { tier: 'township' });
  const lagging = village('w', { tier: 'township', kinds: ['lagging'] });
  const leader = townshipCadre('a', { leadingBody: true, speciality: 'governance' });

  it('counts the match, and 10 points for the leading body where nothing asks for it', () => {
    const input = problem([plain, lagging], [leader]);
    const here = scorePlan(input, new Map([['v-1', 'a']]));
    expect(values(here.villages.get('v')?.parts)).toEqual([
      ['match', 50],
      ['leadingBody', 10],
    ]);
    expect(values(here.villages.get('w')?.parts)).toEqual([['unfilled', -12_000]]);
    const there = scorePlan(input, new Map([['w-1', 'a']]));
    expect(values(there.villages.get('w')?.parts)).toEqual([['match', 80]]);
    expect(there.township).toBe(80 - 10_000);
  });

  it('leaves the home township out', () => {
    const input = problem([plain], [{ ...leader, homeTownshipId: 'A' }]);
    expect(scorePlan(input, new Map([['v-1', 'a']])).total).toBe(60);
  });
});

describe('an input that can’t be reckoned with', () => {
  it('is refused where an id occurs twice', () => {
    expect(() => scorePlan(problem([village('v'), village('v')], []), new Map())).toThrow(
      PlanInputError,
    );
  });

  it('is refused where a place is in no village', () => {
    const input = problem([village('v')], []);
    expect(() => scorePlan({ ...input, villages: [] }, new Map())).toThrow(PlanInputError);
  });

  it('is refused where a village has two first secretaries', () => {
    const input = problem([village('v')], []);
    const places = input.places.map((place) => ({ ...place, post: 'firstSecretary' as const }));
    expect(() => scorePlan({ ...input, places }, new Map())).toThrow(PlanInputError);
  });
});
