import { describe, expect, it } from 'vitest';
import { cadre, problem, village } from '../fixtures/build.ts';
import { defaultWeights } from '../fixtures/default-weights.ts';
import { comparePlans } from './compare.ts';

const people = [
  cadre('a', { unitId: 'u' }),
  cadre('b', { unitId: 'u' }),
  cadre('c', { unitId: 'w' }),
];
const input = problem([village('v'), village('x', { townshipId: 'B' })], people);
const placed = (...rows: [string, string][]) => ({ input, placement: new Map(rows) });

describe('two plans beside each other', () => {
  const paired = placed(['v-1', 'a'], ['v-2', 'b'], ['x-1', 'c']);

  it('are the same where nobody moves', () => {
    const same = comparePlans(paired, placed(['v-1', 'a'], ['v-2', 'b'], ['x-1', 'c']));
    expect(same).toMatchObject({ parts: [], people: [], own: null, beforeByOther: null });
    expect(same.villages.every(({ moved, before, after }) => !moved && before === after)).toBe(
      true,
    );
  });

  it('say who moves, from where, to where, and which points that changes', () => {
    const split = comparePlans(paired, placed(['v-1', 'a'], ['v-2', 'c'], ['x-1', 'b']));
    expect(split.people.map(({ cadreId, from, to }) => [cadreId, from?.id, to?.id])).toEqual([
      ['b', 'v-2', 'x-1'],
      ['c', 'x-1', 'v-2'],
    ]);
    expect(split.parts).toContainEqual({ kind: 'pair', before: 60, after: 0 });
    expect(split.parts).toContainEqual({ kind: 'splitUnit', before: 0, after: -25 });
    expect(split.people[0]?.parts).toContainEqual({ kind: 'pair', before: 60, after: 0 });
    expect(split.splitUnits).toMatchObject([
      { unitId: 'u', before: null, after: { townships: ['A', 'B'] } },
    ]);
    expect(split.villages).toMatchObject([
      { villageId: 'v', moved: true },
      { villageId: 'x', moved: true },
    ]);
  });

  it('have parts that add up to the difference', () => {
    const other = placed(['v-1', 'c'], ['x-1', 'a'], ['x-2', 'b']);
    const { parts, before, after } = comparePlans(paired, other);
    const sum = parts.reduce((all, part) => all + part.after - part.before, 0);
    expect(sum).toBeCloseTo(after.total - before.total, 6);
  });

  it('are both counted by the first’s weights, and the second by its own beside it', () => {
    const weights = { ...defaultWeights, sameUnit: 100 };
    const dearer = { ...paired, input: { ...input, weights } };
    const found = comparePlans(paired, dearer);
    expect(found.after.total).toBe(found.before.total);
    expect(found.own?.total).toBe(found.before.total + 40);
    expect(found.beforeByOther?.total).toBe(found.own?.total);
    expect(found.parts).toEqual([]);
  });
});
