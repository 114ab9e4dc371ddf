import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placementOf } from './anneal.ts';
import { createMover, takeBack } from './anneal-moves.ts';
import { districtStart } from './district-start.ts';
import { districtState } from './district-state.ts';
import { districtTables } from './district-tables.ts';
import { arbitraryPlan } from './fixtures/arbitrary.ts';
import { indexPlan } from './plan-index.ts';
import { createRandom } from './random.ts';
import { scorePlan } from './score.ts';

const plans = arbitraryPlan({ tier: 'district', villages: 6, cadres: 16 });

it('points kept up to date are the points reckoned afresh, over any moves', () => {
  fc.assert(
    fc.property(plans, fc.array(fc.boolean(), { maxLength: 60 }), (input, backs) => {
      const tables = districtTables(indexPlan(input));
      const start = districtStart(tables, new Map());
      const state = districtState(tables, start.holder.slice());
      const mover = createMover(state, start, createRandom(input.seed));
      const chain = { slots: new Int32Array(8), length: 0 };
      for (const back of backs) {
        const before = state.total;
        const change = mover(chain);
        expect(state.total - before).toBeCloseTo(change, 6);
        if (back) takeBack(state, chain);
        const placement = placementOf(tables, state.holder);
        expect(state.total).toBeCloseTo(scorePlan(input, placement).district, 6);
      }
    }),
    { numRuns: 60 },
  );
});

it('a move that is taken back leaves everyone in place', () => {
  fc.assert(
    fc.property(plans, (input) => {
      const tables = districtTables(indexPlan(input));
      const start = districtStart(tables, new Map());
      const state = districtState(tables, start.holder.slice());
      const mover = createMover(state, start, createRandom(input.seed));
      const chain = { slots: new Int32Array(8), length: 0 };
      for (let move = 0; move < 50; move++) {
        mover(chain);
        takeBack(state, chain);
        expect(state.holder).toEqual(start.holder);
      }
    }),
  );
});
