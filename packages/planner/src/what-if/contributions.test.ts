import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPlan } from '../fixtures/arbitrary.ts';
import { cadre, problem, village } from '../fixtures/build.ts';
import { defaultWeights } from '../fixtures/default-weights.ts';
import { hedong } from '../fixtures/hedong.ts';
import { scorePlan } from '../score.ts';
import { solve } from '../solve.ts';
import { contributions } from './contributions.ts';

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

describe('what each weight gives a plan', () => {
  it('adds up to the score of any plan, whatever its weights', () => {
    const size = { villages: 5, cadres: 8 };
    const plans = fc.oneof(
      arbitraryPlan({ tier: 'district', ...size }),
      arbitraryPlan({ tier: 'township', ...size }),
    );
    const weight = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(
        plans,
        weight,
        weight,
        fc.double({ min: 0, max: 1 }),
        (plan, pair, home, keep) => {
          const weights = { ...defaultWeights, sameUnit: pair, homeTownship: home };
          const input = { ...plan, weights };
          const seats = plan.places.slice(0, Math.round(plan.cadres.length * keep));
          const placement = new Map(
            seats.flatMap(({ id }, at) => {
              const person = plan.cadres[at];
              return person ? [[id, person.id] as const] : [];
            }),
          );
          const points = contributions(input, placement).map((one) => one.points);
          expect(sum(points)).toBeCloseTo(scorePlan(input, placement).total, 4);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is quantity × weight: in the sample 63 pairs × 60 points', () => {
    const input = hedong('everyone');
    const { placement } = solve(input);
    const found = new Map(contributions(input, placement).map((one) => [one.weight, one]));
    const pairs = found.get('sameUnit');
    expect(pairs).toMatchObject({ quantity: 63, points: 3780 });
    const balance = found.get('balance');
    expect(balance?.points).toBeCloseTo((balance?.quantity ?? 0) * -15, 4);
    const leads = found.get('rankBonus');
    expect(leads?.quantity).toBe(72);
    expect(leads?.points).toBe(
      sum(
        [...(leads?.levels ?? [])].map(([level, people]) => people * ([0, 0, 30, 40][level] ?? 0)),
      ),
    );
    const match = found.get('firstSecretaryMatch');
    expect(match?.points).toBeCloseTo((match?.quantity ?? 0) * 100, 0);
  });

  it('counts what weighs nothing, so that a weight can be tried', () => {
    const weights = { ...defaultWeights, sameUnit: 0 };
    const people = ['a', 'b'].map((id) => cadre(id, { unitId: 'u' }));
    const input = problem([village('v')], people, { weights });
    const placement = new Map([
      ['v-1', 'a'],
      ['v-2', 'b'],
    ]);
    expect(contributions(input, placement)).toContainEqual({
      weight: 'sameUnit',
      quantity: 1,
      points: 0,
      levels: new Map(),
    });
  });
});
