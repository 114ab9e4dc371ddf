import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPlan } from './fixtures/arbitrary.ts';
import { cadre, problem, townshipCadre, village } from './fixtures/build.ts';
import { hedong } from './fixtures/hedong.ts';
import { applyMoves, candidates, explainMove } from './moves.ts';
import { PlanInputError } from './plan-index.ts';
import { scorePlan } from './score.ts';
import { solve } from './solve.ts';

const input = problem(
  [village('v'), village('w', { townshipId: 'B' })],
  [cadre('a', { level: 3 }), cadre('b'), cadre('c'), cadre('d'), cadre('e')],
);
const placement = new Map([
  ['v-1', 'a'],
  ['v-2', 'b'],
  ['w-1', 'c'],
  ['w-2', 'd'],
]);

describe('moves made by hand', () => {
  it('show the villages they touch, the change, and the rules they break', () => {
    const effect = explainMove(input, placement, [
      { placeId: 'v-1', cadreId: 'b' },
      { placeId: 'v-2', cadreId: 'a' },
    ]);
    expect(effect.villages.map(({ villageId }) => villageId)).toEqual(['v']);
    expect(effect.change).toBe(-200);
    expect(effect.after - effect.before).toBeCloseTo(effect.change);
    expect(effect.violations.appeared.map(({ code }) => code)).toEqual(['inversion']);
    expect(effect.violations.resolved).toEqual([]);
  });

  it('put an unplaced cadre in a place, and its holder is unplaced', () => {
    const moved = applyMoves(placement, [{ placeId: 'w-2', cadreId: 'e' }]);
    expect(moved.get('w-2')).toBe('e');
    expect([...moved.values()]).not.toContain('d');
  });

  it('a cadre who moves leaves the old place empty', () => {
    const effect = explainMove(input, placement, [{ placeId: 'w-2', cadreId: 'b' }]);
    expect(effect.placement.has('v-2')).toBe(false);
    expect(effect.violations.appeared.map(({ code }) => code)).toEqual(['deputyMissing']);
    expect(effect.villages.map(({ villageId }) => villageId)).toEqual(['v', 'w']);
  });

  it('may rotate three people', () => {
    const moved = applyMoves(placement, [
      { placeId: 'v-1', cadreId: 'b' },
      { placeId: 'v-2', cadreId: 'c' },
      { placeId: 'w-1', cadreId: 'a' },
    ]);
    expect(Object.fromEntries(moved)).toEqual({ 'v-1': 'b', 'v-2': 'c', 'w-1': 'a', 'w-2': 'd' });
  });

  it('are refused where a place or cadre is unknown', () => {
    expect(() => explainMove(input, placement, [{ placeId: 'x', cadreId: null }])).toThrow(
      PlanInputError,
    );
    expect(() => explainMove(input, placement, [{ placeId: 'v-1', cadreId: 'x' }])).toThrow(
      PlanInputError,
    );
  });
});

describe('who could hold a place', () => {
  it('is everyone else, the unplaced put there and the placed exchanged', () => {
    const list = candidates(input, placement, 'v-2');
    expect(list.map(({ cadreId }) => cadreId).toSorted()).toEqual(['a', 'c', 'd', 'e']);
    expect(list.find(({ cadreId }) => cadreId === 'e')).toEqual({
      cadreId: 'e',
      currentPlaceId: null,
      change: 0,
    });
    expect(list.at(-1)).toEqual({ cadreId: 'a', currentPlaceId: 'v-1', change: -200 });
  });

  it('leaves out pinned people, and has nobody for a pinned place', () => {
    const pins = [{ placeId: 'w-1', cadreId: 'c' }];
    expect(
      candidates({ ...input, pins }, placement, 'v-2').map(({ cadreId }) => cadreId),
    ).not.toContain('c');
    expect(candidates({ ...input, pins }, placement, 'w-1')).toEqual([]);
  });

  it('leaves out an exchange that takes the leading body from a lagging village', () => {
    const villages = [
      village('l', { tier: 'township', kinds: ['lagging'] }),
      village('t', { tier: 'township' }),
    ];
    const people = [townshipCadre('leader', { leadingBody: true }), townshipCadre('clerk')];
    const placed = new Map([
      ['l-1', 'leader'],
      ['t-1', 'clerk'],
    ]);
    expect(candidates(problem(villages, people), placed, 't-1')).toEqual([]);
    expect(candidates(problem(villages, people), placed, 'l-1')).toEqual([]);
  });

  it('gives the change that a full reckoning gives', () => {
    fc.assert(
      fc.property(arbitraryPlan({ tier: 'district', villages: 4, cadres: 9 }), (plan) => {
        const start = solveQuickly(plan);
        const before = scorePlan(plan, start).total;
        for (const { cadreId, currentPlaceId, change } of candidates(plan, start, 'v0-1')) {
          const holder = start.get('v0-1') ?? null;
          const back = currentPlaceId ? [{ placeId: currentPlaceId, cadreId: holder }] : [];
          const moved = applyMoves(start, [{ placeId: 'v0-1', cadreId }, ...back]);
          expect(scorePlan(plan, moved).total - before).toBeCloseTo(change, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lists 143 people for a place of the sample district', () => {
    const sample = hedong('everyone');
    const start = solveQuickly(sample);
    const place = sample.places.find(({ post }) => post === 'deputySecretary');
    const list = candidates(sample, start, place?.id ?? '');
    expect(list).toHaveLength(143);
    expect(list.map(({ change }) => change)).toEqual(
      list.map(({ change }) => change).toSorted((a, b) => b - a),
    );
  });
});

function solveQuickly(plan: Parameters<typeof solve>[0]) {
  return solve(plan, { shouldStop: () => true }).placement;
}
