import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryPlan } from '../fixtures/arbitrary.ts';
import { arbitraryPairs, arbitraryPins, arbitraryWishes } from '../fixtures/arbitrary-wishes.ts';
import { cadre, problem, village } from '../fixtures/build.ts';
import type { Placement, PlanProblemInput } from '../model.ts';
import { checkPlan } from '../rules.ts';
import { solve } from '../solve.ts';
import { findContradictions } from './find.ts';

const asked = arbitraryPlan({ tier: 'district', villages: 2, cadres: 5 }).chain((input) =>
  fc
    .tuple(arbitraryWishes(input), arbitraryPairs(input), arbitraryPins(input))
    .map(([wishes, pairs, pins]) => ({ ...input, wishes: [...wishes, ...pairs], pins })),
);

function keepsAll(input: PlanProblemInput, placement: Placement): boolean {
  return checkPlan(input, placement).every(
    ({ severity, code }) => severity === 'warning' || code.endsWith('Missing'),
  );
}

/** Whether any placement at all keeps every rule and wish, by trying each. */
function isPossible(
  input: PlanProblemInput,
  placement = new Map<string, string>(),
  at = 0,
): boolean {
  const place = input.places[at];
  if (!place) return keepsAll(input, placement);
  if (isPossible(input, placement, at + 1)) return true;
  return input.cadres.some(({ id }) => {
    if ([...placement.values()].includes(id)) return false;
    return isPossible(input, new Map([...placement, [place.id, id]]), at + 1);
  });
}

/** A preference is worth points: a plan that gives it up is a plan. */
const contradicted = (input: PlanProblemInput) =>
  findContradictions(input).some(({ code }) => code !== 'preferForbidden');

it('there is a contradiction exactly where no placement keeps all that is asked', () => {
  let contradictory = 0;
  fc.assert(
    fc.property(asked, (input) => {
      if (contradicted(input)) contradictory++;
      expect(contradicted(input)).toBe(!isPossible(input));
    }),
    { numRuns: 120 },
  );
  expect(contradictory).toBeGreaterThan(0);
}, 120_000);

it('where there is none, a solved plan keeps every pin and wish', () => {
  fc.assert(
    fc.property(asked, (input) => {
      fc.pre(!contradicted(input));
      expect(keepsAll(input, solve(input).placement)).toBe(true);
    }),
    { numRuns: 15, seed: 20150424 },
  );
}, 120_000);

it('two who would each alone cost more than those there are brought in together', () => {
  // Both come from the village's own township; two others of one unit would be worth more.
  const home = { homeTownshipId: 'A' };
  const input = problem(
    [village('v')],
    [
      cadre('a', home),
      cadre('b', home),
      cadre('c', { unitId: 'u', level: 2 }),
      cadre('d', { unitId: 'u' }),
    ],
    { wishes: [{ id: 'w', kind: 'together', cadreIds: ['a', 'b'] }] },
  );
  for (const seed of [1, 2, 3]) {
    const { placement } = solve({ ...input, seed });
    expect([...placement.values()].sort()).toEqual(['a', 'b']);
  }
});
