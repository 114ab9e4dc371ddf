import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPlan } from '../fixtures/arbitrary.ts';
import { arbitraryWishes } from '../fixtures/arbitrary-wishes.ts';
import { bestByTrying } from '../fixtures/brute-force.ts';
import { cadre, problem, townshipCadre, village } from '../fixtures/build.ts';
import type { PlanProblemInput, Wish } from '../model.ts';
import { checkPlan } from '../rules.ts';
import { solve } from '../solve.ts';
import { provePlan } from './prove-plan.ts';

const settings = { limitSeconds: 60 };

function prove(input: PlanProblemInput, placement = solve(input).placement) {
  return provePlan(input, placement, settings);
}

const wishful = arbitraryPlan({ tier: 'district', villages: 2, cadres: 6 }).chain((input) =>
  arbitraryWishes(input).map((wishes) => ({ ...input, wishes })),
);

describe('a tiny district', () => {
  it('has a bound that is the best of all placements, reached by the plan', async () => {
    await fc.assert(
      fc.asyncProperty(wishful, async (input) => {
        const best = bestByTrying(input);
        const proven = await prove(input);
        expect(proven.optimal).toBe(true);
        expect(proven.bound).toBeCloseTo(best, 4);
        expect(proven.score.total).toBeCloseTo(best, 4);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('has the best found from a bad start as well', async () => {
    await fc.assert(
      fc.asyncProperty(wishful, async (input) => {
        const proven = await prove(input, new Map());
        const districtOnly = input.villages.every(({ tier }) => tier === 'district');
        expect(districtOnly).toBe(true);
        expect(proven.score.total).toBeCloseTo(bestByTrying(input), 4);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});

describe('wishes', () => {
  const villages = ['v', 'w', 'x'].map((id) => village(id));
  const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) =>
    cadre(id, { level: (index % 3) + 1, unitId: index < 2 ? 'u' : `unit of ${id}` }),
  );

  it('keep two together who would not be, and two of one unit apart', async () => {
    const wishes: Wish[] = [
      { id: '1', kind: 'together', cadreIds: ['c', 'f'] },
      { id: '2', kind: 'apart', cadreIds: ['a', 'b'], relative: true },
    ];
    const input = problem(villages, people, { wishes });
    const { placement, optimal, bound, score } = await prove(input);
    const codes = checkPlan(input, placement).map(({ code }) => code);
    expect(codes).not.toContain('togetherNotKept');
    expect(codes).not.toContain('relativesTogether');
    expect(placement.size).toBe(6);
    expect(optimal).toBe(true);
    expect(bound).toBeCloseTo(score.total, 4);
  });

  it('leave a place empty rather than break a ban', async () => {
    const wishes: Wish[] = people.map(({ id }) => ({
      id,
      kind: 'banVillage',
      cadreId: id,
      villageId: 'v',
      relative: false,
    }));
    const { placement, optimal } = await prove(problem(villages, people, { wishes }));
    expect([...placement.keys()].sort()).toEqual(['w-1', 'w-2', 'x-1', 'x-2']);
    expect(optimal).toBe(true);
  });

  it('draw somebody to a village or a township', async () => {
    const far = village('y', { townshipId: 'B' });
    const wishes: Wish[] = [
      { id: '1', kind: 'prefer', cadreId: 'e', villageId: 'w', townshipId: null },
      { id: '2', kind: 'prefer', cadreId: 'd', villageId: null, townshipId: 'B' },
    ];
    const { placement } = await prove(problem([...villages, far], people, { wishes }));
    const villageOf = (id: string) =>
      [...placement].find(([, who]) => who === id)?.[0].split('-')[0];
    expect(villageOf('e')).toBe('w');
    expect(villageOf('d')).toBe('y');
  });

  it('hold in the townships too', async () => {
    const own = ['p', 'q'].map((id) => village(id, { tier: 'township' }));
    const staff = ['s', 't'].map((id) => townshipCadre(id));
    const wishes: Wish[] = [
      { id: '1', kind: 'banVillage', cadreId: 's', villageId: 'p', relative: true },
    ];
    const { placement } = await prove(problem(own, staff, { wishes }));
    expect(Object.fromEntries(placement)).toEqual({ 'p-1': 't', 'q-1': 's' });
  });
});

describe('pins', () => {
  it('are kept by the bound: no plan without them counts', async () => {
    const input = problem(
      [village('v', { kinds: ['weakLax'] }), village('w')],
      [
        cadre('a', { level: 3, speciality: 'partyBuilding' }),
        cadre('b', { level: 2 }),
        cadre('c'),
        cadre('d'),
      ],
      { pins: [{ placeId: 'w-2', cadreId: 'a' }] },
    );
    const { placement, optimal, bound, score } = await prove(input);
    expect(placement.get('w-2')).toBe('a');
    expect(optimal).toBe(true);
    expect(bound).toBeCloseTo(score.total, 4);
  });
});

it('an empty district is proven at once', async () => {
  expect(await prove(problem([], []))).toMatchObject({ bound: 0, optimal: true });
});

it('people without a village, and villages without people', async () => {
  expect(await prove(problem([], [cadre('a')]))).toMatchObject({ bound: 0, optimal: true });
  const nobody = await prove(problem([village('v')], []));
  expect(nobody).toMatchObject({ bound: -20_000, optimal: true });
});

it('stops when told, with the bound it has', async () => {
  const input = problem(
    Array.from({ length: 12 }, (_, number) => village(`v${number}`, { poor: number % 2 === 0 })),
    Array.from({ length: 24 }, (_, number) => cadre(`c${number}`, { level: (number % 3) + 1 })),
  );
  const { placement, score } = solve(input);
  const proven = await provePlan(input, placement, settings, { shouldStop: () => true });
  expect(proven.score.total).toBe(score.total);
  expect(proven.optimal).toBe(false);
});
