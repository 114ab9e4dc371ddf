import { expect, test } from 'vitest';
import { comparisonStandings, type Given } from './comparisons.ts';

const of = (villageId: string, judgeId: string, industry: number, order: number): Given[] => [
  { villageId, judgeId, criterionId: 'industry', points: industry },
  { villageId, judgeId, criterionId: 'order', points: order },
];
const stand = (given: Given[], villages = ['a', 'b', 'c']) =>
  comparisonStandings(villages, ['industry', 'order'], ['j1', 'j2'], given);

test('means over the judges, summed over the criteria', () => {
  const [a] = stand([...of('a', 'j1', 30, 18.5), ...of('a', 'j2', 27, 17)]);
  expect(a).toEqual({
    ...{ villageId: 'a', means: { industry: 28.5, order: 17.75 }, mean: 46.25 },
    ...{ complete: true, place: 1 },
  });
});

test('ties share a place, and the next one is left out', () => {
  const given = ['a', 'b'].flatMap((id) => [...of(id, 'j1', 30, 10), ...of(id, 'j2', 20, 10)]);
  const third = [...of('c', 'j1', 1, 1), ...of('c', 'j2', 1, 1)];
  expect(stand([...given, ...third]).map(({ place }) => place)).toEqual([1, 1, 3]);
});

test('who isn’t judged by everybody has no place yet', () => {
  const given = [...of('a', 'j1', 30, 20), ...of('b', 'j1', 10, 10), ...of('b', 'j2', 10, 10)];
  expect(stand(given)).toMatchObject([
    { mean: 50, complete: false, place: null },
    { mean: 20, complete: true, place: 1 },
    { mean: null, complete: false, place: null },
  ]);
});

test('tenths leave no rest', () => {
  const given = [...of('a', 'j1', 0.1, 0.2), ...of('a', 'j2', 0.2, 0.1)];
  const [a] = stand(given);
  expect(a?.mean).toBe(0.3);
  expect(stand([...of('a', 'j1', 1, 0), ...of('a', 'j2', 1.1, 0)])[0]?.mean).toBe(1.05);
});
