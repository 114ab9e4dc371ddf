import { expect, it } from 'vitest';
import { cadre, problem, townshipCadre, village } from './fixtures/build.ts';
import { hedong } from './fixtures/hedong.ts';
import { solve } from './solve.ts';
import { explainUnfilled } from './unfilled.ts';

const zhengwang = '371312108000';

it('郑旺镇: 16 villages to fill, 14 eligible nominees, 2 short, two set aside', () => {
  const input = hedong('fullMembers');
  const { placement } = solve(input, { shouldStop: () => true });
  const { townships, district } = explainUnfilled(input, placement);
  expect(townships.find(({ townshipId }) => townshipId === zhengwang)).toMatchObject({
    villagesToFill: 16,
    eligible: 14,
    short: 2,
    setAside: ['t-103', 't-109'],
    unplaced: [],
  });
  expect(townships.flatMap(({ villageIds }) => villageIds)).toHaveLength(5);
  expect(district).toMatchObject({ places: 144, eligible: 140, short: 4 });
  expect(district?.setAside).toHaveLength(4);
  expect(district?.placeIds).toHaveLength(4);
});

it('a full plan has nothing to explain', () => {
  const input = hedong('everyone');
  const { placement } = solve(input, { shouldStop: () => true });
  expect(explainUnfilled(input, placement)).toEqual({ townships: [], lagging: [], district: null });
});

it('a lagging village is short of the leading body although cadres are left', () => {
  const lagging = village('l', { tier: 'township', kinds: ['lagging'] });
  const input = problem([lagging], [townshipCadre('clerk')]);
  const { townships, lagging: short } = explainUnfilled(input, solve(input).placement);
  expect(townships).toMatchObject([
    { eligible: 1, short: 0, unplaced: ['clerk'], villageIds: ['l'] },
  ]);
  expect(short).toMatchObject([{ townshipId: 'A', villagesToFill: 1, eligible: 0, short: 1 }]);
});

it('a draft with people left over says who', () => {
  const input = problem([village('v')], [cadre('a'), cadre('b'), cadre('c')]);
  const { district } = explainUnfilled(input, new Map([['v-2', 'b']]));
  expect(district).toMatchObject({ short: 0, placeIds: ['v-1'], unplaced: ['a', 'c'] });
});
