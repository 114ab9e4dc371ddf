import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPlan } from '../fixtures/arbitrary.ts';
import { cadre, problem, village } from '../fixtures/build.ts';
import { hedong } from '../fixtures/hedong.ts';
import type { Placement, PlanProblemInput } from '../model.ts';
import { applyMoves } from '../moves.ts';
import { checkPlan } from '../rules.ts';
import { scorePlan } from '../score.ts';
import { solve } from '../solve.ts';
import { nextBestPairs } from './next-best-pairs.ts';

const hard = (input: PlanProblemInput, placement: Placement) =>
  checkPlan(input, placement).filter(({ severity }) => severity === 'hard');

/** Eligible people in the order of their ids, as long as they last. */
function inOrder({ places, cadres }: PlanProblemInput): Placement {
  const people = cadres.filter(({ eligible }) => eligible);
  return new Map(
    places.flatMap(({ id }, position) => {
      const cadreId = people[position]?.id;
      return cadreId === undefined ? [] : [[id, cadreId] as const];
    }),
  );
}

describe('the next-best pairs of a village', () => {
  it('are what their moves make of the plan, and break no rule', () => {
    fc.assert(
      fc.property(
        arbitraryPlan({ tier: 'district', villages: 3, cadres: 9 }),
        fc.integer({ min: 0, max: 2 }),
        (input, number) => {
          const placement = inOrder(input);
          const { id } = input.villages[number % input.villages.length] ?? { id: '' };
          const pairs = nextBestPairs(input, placement, id, 100);
          for (const { leadId, deputyId, change, moves } of pairs) {
            const moved = applyMoves(placement, moves);
            expect(moved.get(`${id}-1`)).toBe(leadId);
            expect(moved.get(`${id}-2`)).toBe(deputyId);
            const points = scorePlan(input, moved).total - scorePlan(input, placement).total;
            expect(change).toBeCloseTo(points, 6);
            expect(hard(input, moved).length).toBeLessThanOrEqual(hard(input, placement).length);
            expect(moved.size).toBeGreaterThanOrEqual(placement.size);
          }
          const changes = pairs.map(({ change }) => change);
          expect(changes).toEqual(changes.toSorted((a, b) => b - a));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('try everybody who may come, once as either', () => {
    const villages = [village('v'), village('w')];
    const people = ['a', 'b', 'c', 'd', 'e'].map((id) => cadre(id));
    const placement = new Map([
      ['v-1', 'a'],
      ['v-2', 'b'],
      ['w-1', 'c'],
      ['w-2', 'd'],
    ]);
    const pairs = nextBestPairs(problem(villages, people), placement, 'v', 100);
    expect(pairs).toHaveLength(5 * 4 - 1);
    expect(new Set(pairs.map(({ leadId, deputyId }) => `${leadId}${deputyId}`)).size).toBe(19);
  });

  it('leave pinned people where they are, and keep out whom a wish bans', () => {
    const villages = [village('v'), village('w')];
    const people = ['a', 'b', 'c', 'd', 'e'].map((id) => cadre(id));
    const input = problem(villages, people, {
      pins: [{ placeId: 'w-1', cadreId: 'c' }],
      wishes: [{ id: '1', kind: 'banVillage', cadreId: 'e', villageId: 'v', relative: false }],
    });
    const placement = new Map([
      ['v-1', 'a'],
      ['v-2', 'b'],
      ['w-1', 'c'],
      ['w-2', 'd'],
    ]);
    const pairs = nextBestPairs(input, placement, 'v', 100);
    const named = new Set(pairs.flatMap(({ leadId, deputyId }) => [leadId, deputyId]));
    expect([...named].sort()).toEqual(['a', 'b', 'd']);
  });

  it('of the sample district are none that would be better than the plan', () => {
    const input = hedong('everyone');
    const { placement } = solve(input);
    const district = input.villages.find(({ tier }) => tier === 'district')?.id ?? '';
    const pairs = nextBestPairs(input, placement, district, 5);
    expect(pairs).toHaveLength(5);
    for (const { change, here, moves } of pairs) {
      expect(change).toBeLessThanOrEqual(0);
      expect(here).toBeLessThan(1000);
      expect(moves.length).toBeLessThanOrEqual(4);
    }
  });

  it('has none for a village of the township tier', () => {
    const input = problem([village('p', { tier: 'township' })], []);
    expect(() => nextBestPairs(input, new Map(), 'p', 5)).toThrow('village p');
  });
});
