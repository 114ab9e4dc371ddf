import { describe, expect, it } from 'vitest';
import { cadre, problem, townshipCadre, village } from '../fixtures/build.ts';
import { applyMoves } from '../moves.ts';
import { scorePlan } from '../score.ts';
import { waysToFill } from './ways-to-fill.ts';

const villages = ['p', 'q'].map((id) => village(id, { tier: 'township' }));
const lagging = village('l', { tier: 'township', kinds: ['lagging'] });

describe('an empty place', () => {
  it('can be filled by somebody who has none, best first', () => {
    const input = problem(villages, [
      townshipCadre('s'),
      townshipCadre('t', { speciality: 'partyBuilding' }),
      townshipCadre('far', { townshipId: 'B' }),
    ]);
    const { unplaced, nearly, placedElsewhere } = waysToFill(input, new Map(), 'p-1');
    expect(unplaced.map(({ cadreId }) => cadreId).sort()).toEqual(['s', 't']);
    const [first, second] = unplaced;
    expect(first?.change).toBeGreaterThanOrEqual(second?.change ?? 0);
    expect(nearly).toEqual([]);
    expect(placedElsewhere).toBe(0);
  });

  it('names those whom a date in the file, or a wish, keeps out', () => {
    const wish = { kind: 'banVillage', cadreId: 't', villageId: 'p', relative: false } as const;
    const input = problem(
      villages,
      [townshipCadre('s', { eligible: false }), townshipCadre('t'), townshipCadre('u')],
      { wishes: [{ id: 'w', ...wish }] },
    );
    const { nearly, unplaced, placedElsewhere } = waysToFill(input, new Map([['q-1', 'u']]), 'p-1');
    expect(nearly).toEqual([
      { cadreId: 's', code: 'notEligible', wishIds: [] },
      { cadreId: 't', code: 'banned', wishIds: ['w'] },
    ]);
    expect(unplaced).toEqual([]);
    expect(placedElsewhere).toBe(1);
  });

  it('is filled by a chain where only somebody placed may take it (D4)', () => {
    const input = problem(
      [lagging, ...villages],
      [townshipCadre('lead', { leadingBody: true }), townshipCadre('t'), townshipCadre('idle')],
    );
    const placement = new Map([
      ['p-1', 'lead'],
      ['q-1', 't'],
    ]);
    const { unplaced, chains, nearly } = waysToFill(input, placement, 'l-1');
    expect(unplaced).toEqual([]);
    expect(nearly).toEqual([{ cadreId: 'idle', code: 'laggingNeedsLeadingBody', wishIds: [] }]);
    expect(chains).toHaveLength(1);
    const [chain] = chains;
    expect(chain?.moves).toEqual([
      { placeId: 'l-1', cadreId: 'lead' },
      { placeId: 'p-1', cadreId: 'idle' },
    ]);
    const after = scorePlan(input, applyMoves(placement, chain?.moves ?? []));
    expect(chain?.change).toBeCloseTo(after.total - scorePlan(input, placement).total, 6);
  });

  it('has no way out where nobody is left', () => {
    const input = problem([village('v')], [cadre('a')]);
    const placement = new Map([['v-1', 'a']]);
    expect(waysToFill(input, placement, 'v-2')).toMatchObject({
      unplaced: [],
      chains: [],
      nearly: [],
    });
  });
});
