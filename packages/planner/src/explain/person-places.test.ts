import { describe, expect, it } from 'vitest';
import { cadre, problem, townshipCadre, village } from '../fixtures/build.ts';
import { applyMoves } from '../moves.ts';
import { checkPlan } from '../rules.ts';
import { scorePlan } from '../score.ts';
import { personPlaces } from './person-places.ts';

const villages = [
  village('v', { kinds: ['weakLax'] }),
  village('w', { townshipId: 'B', kinds: ['communityBuilding'] }),
];
const people = ['a', 'b', 'c', 'd', 'e'].map((id, index) =>
  cadre(id, { level: (index % 3) + 1, unitId: index < 2 ? 'u' : `unit of ${id}` }),
);
const placement = new Map([
  ['v-1', 'a'],
  ['v-2', 'b'],
  ['w-1', 'c'],
  ['w-2', 'd'],
]);

describe('where else a person could be', () => {
  it('is every other place, with what the exchange is worth', () => {
    const input = problem(villages, people);
    const { places, ruledOut } = personPlaces(input, placement, 'a');
    expect(places.map(({ placeId }) => placeId).sort()).toEqual(['v-2', 'w-1', 'w-2']);
    expect(ruledOut).toEqual({});
    for (const { placeId, holderId, change, moves } of places) {
      const moved = applyMoves(placement, moves);
      expect(moved.get(placeId)).toBe('a');
      expect(moved.get('v-1')).toBe(holderId);
      const points = scorePlan(input, moved).total - scorePlan(input, placement).total;
      expect(change).toBeCloseTo(points, 6);
    }
  });

  it('for somebody without a place leaves the holder without one', () => {
    const { places } = personPlaces(problem(villages, people), placement, 'e');
    const [first] = places;
    expect(places).toHaveLength(4);
    expect(first?.moves).toEqual([{ placeId: first?.placeId, cadreId: 'e' }]);
  });

  it('says what rules out the rest', () => {
    const input = problem(villages, people, {
      pins: [{ placeId: 'w-2', cadreId: 'd' }],
      wishes: [{ id: '1', kind: 'banTownship', unitId: 'unit of c', townshipId: 'A' }],
    });
    const { places, ruledOut } = personPlaces(input, placement, 'c');
    expect(places).toEqual([]);
    expect(ruledOut).toEqual({ banned: 2 });
    expect(personPlaces(input, placement, 'd').places).toEqual([]);
    const other = personPlaces(input, placement, 'a').places.map(({ placeId }) => placeId);
    expect(other).toEqual(['v-2']);
  });

  it('never breaks a rule of the one who makes room', () => {
    const own = [
      village('p', { tier: 'township', kinds: ['lagging'] }),
      village('q', { tier: 'township' }),
    ];
    const staff = [townshipCadre('s', { leadingBody: true }), townshipCadre('t')];
    const there = new Map([
      ['p-1', 's'],
      ['q-1', 't'],
    ]);
    const input = problem(own, staff);
    expect(checkPlan(input, there)).toEqual([]);
    expect(personPlaces(input, there, 's').places).toEqual([]);
    expect(personPlaces(input, there, 't').ruledOut).toEqual({ laggingNeedsLeadingBody: 1 });
  });
});
