import { describe, expect, it } from 'vitest';
import { cadre, problem, townshipCadre, village } from './fixtures/build.ts';
import type { PlanProblemInput } from './model.ts';
import { checkPlan } from './rules.ts';

const district = village('d');
const plain = village('t', { tier: 'township' });
const lagging = village('l', { tier: 'township', kinds: ['lagging'] });
const people = [
  cadre('a', { level: 2 }),
  cadre('b', { homeTownshipId: 'B' }),
  townshipCadre('leader', { leadingBody: true }),
  townshipCadre('clerk'),
];
const allowed = new Map([
  ['d-1', 'a'],
  ['d-2', 'b'],
  ['l-1', 'leader'],
  ['t-1', 'clerk'],
]);
const input = problem([district, plain, lagging], people);

function codes(of: PlanProblemInput, changes: Record<string, string | null>): string[] {
  const placement = new Map(allowed);
  for (const [placeId, cadreId] of Object.entries(changes)) {
    if (cadreId === null) placement.delete(placeId);
    else placement.set(placeId, cadreId);
  }
  return checkPlan(of, placement).map(({ code }) => code);
}

function withCadre(id: string, more: Partial<(typeof people)[number]>): PlanProblemInput {
  return { ...input, cadres: people.map((one) => (one.id === id ? { ...one, ...more } : one)) };
}

it('a plan that keeps every rule has no violation', () => {
  expect(checkPlan(input, allowed)).toEqual([]);
});

describe('D1: who may go to which tier', () => {
  it('a district cadre can’t take a township-tier village', () => {
    expect(codes(input, { 'd-1': null, 't-1': 'a' })).toContain('wrongTier');
  });
  it('a township cadre can’t take a district-tier village', () => {
    expect(codes(input, { 'd-1': 'clerk', 't-1': null })).toContain('wrongTier');
  });
});

describe('D4: a lagging village gets a member of the leading body', () => {
  it('names the clause, the village and the cadre where it gets someone else', () => {
    const swapped = new Map([...allowed, ['l-1', 'clerk'], ['t-1', 'leader']]);
    expect(checkPlan(input, swapped)).toEqual([
      {
        code: 'laggingNeedsLeadingBody',
        severity: 'hard',
        rule: 'D4',
        basis: 'notice',
        clause: '二（二）',
        villageIds: ['l'],
        placeIds: ['l-1'],
        cadreIds: ['clerk'],
      },
    ]);
  });
});

it('D4 holds as long as the policy asks for it', () => {
  const waived = { ...lagging, leadingBodyWaived: true };
  const free = problem([district, plain, waived], people);
  expect(codes(input, { 'l-1': 'clerk', 't-1': 'leader' })).toContain('laggingNeedsLeadingBody');
  expect(codes(free, { 'l-1': 'clerk', 't-1': 'leader' })).toEqual([]);
});

it('D5: nobody who isn’t eligible is placed', () => {
  expect(codes(withCadre('b', { eligible: false }), {})).toEqual(['notEligible']);
});

describe('D6: a first secretary and a deputy', () => {
  it('a district-tier village without a first secretary', () => {
    expect(codes(input, { 'd-1': null })).toEqual(['firstSecretaryMissing']);
  });
  it('a district-tier village without a deputy', () => {
    expect(codes(input, { 'd-2': null })).toEqual(['deputyMissing']);
  });
  it('a district-tier village that has no place for a deputy', () => {
    const places = input.places.filter(({ id }) => id !== 'd-2');
    expect(
      checkPlan({ ...input, places }, new Map([...allowed].filter(([id]) => id !== 'd-2'))).map(
        ({ code }) => code,
      ),
    ).toEqual(['deputyMissing']);
  });
  it('a township-tier village takes one person, directly secretary too', () => {
    const places = input.places.map((place) =>
      place.id === 't-1' ? { ...place, post: 'secretary' as const } : place,
    );
    expect(codes({ ...input, places }, {})).toEqual([]);
    expect(codes({ ...input, places }, { 't-1': null })).toEqual(['firstSecretaryMissing']);
  });
});

it('D7: a township cadre stays inside the own township', () => {
  expect(codes(withCadre('clerk', { townshipId: 'B' }), {})).toEqual(['outsideTownship']);
});

it('one person holds one place', () => {
  expect(codes(input, { 'd-2': 'a' })).toEqual(['cadreTwice']);
});

it('ids that the input doesn’t know are violations', () => {
  expect(codes(input, { 'x-1': 'a', 'd-1': null })).toContain('unknownPlace');
  expect(codes(input, { 't-1': 'nobody' })).toEqual(['unknownCadre', 'firstSecretaryMissing']);
});

it('a pin that isn’t kept is a violation', () => {
  const pins = [{ placeId: 'd-1', cadreId: 'b' }];
  expect(codes({ ...input, pins }, {})).toEqual(['pinNotKept']);
  expect(codes({ ...input, pins }, { 'd-1': 'b', 'd-2': 'a' })).not.toContain('pinNotKept');
});

describe('warnings', () => {
  it('a deputy of a higher level than the first secretary', () => {
    expect(codes(input, { 'd-1': 'b', 'd-2': 'a' })).toEqual(['inversion']);
  });
  it('a district cadre in the home township', () => {
    expect(codes(withCadre('b', { homeTownshipId: 'A' }), {})).toEqual(['homeTownship']);
  });
  it('two people of a unit in two villages', () => {
    const colleagues = [cadre('a', { unitId: 'u' }), cadre('b', { unitId: 'u' })];
    const two = problem([district, village('e')], [...colleagues, cadre('c'), cadre('f')]);
    const apart = new Map([
      ['d-1', 'a'],
      ['d-2', 'c'],
      ['e-1', 'b'],
      ['e-2', 'f'],
    ]);
    expect(checkPlan(two, apart)).toMatchObject([
      { code: 'unitSplit', unitId: 'u', villageIds: ['d', 'e'] },
    ]);
    const together = new Map([
      ['d-1', 'a'],
      ['d-2', 'b'],
      ['e-1', 'c'],
      ['e-2', 'f'],
    ]);
    expect(checkPlan(two, together)).toEqual([]);
  });
  it('three people of a unit in two villages are no exception', () => {
    const colleagues = ['a', 'b', 'c'].map((id) => cadre(id, { unitId: 'u' }));
    const two = problem([district, village('e')], [...colleagues, cadre('f')]);
    const placement = new Map([
      ['d-1', 'a'],
      ['d-2', 'b'],
      ['e-1', 'c'],
      ['e-2', 'f'],
    ]);
    expect(checkPlan(two, placement)).toEqual([]);
  });
});
