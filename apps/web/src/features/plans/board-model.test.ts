import { describe, expect, test } from 'vitest';
import { boardOf, groupsOf, villagesShown } from './board-model.ts';
import { hindrancesOf, issueCounts } from './issue-model.ts';
import { plan } from './testing.ts';

const board = boardOf(plan);

describe('the board', () => {
  test('counts a town’s places and those that somebody holds', () => {
    expect(board.towns).toEqual([
      { id: plan.townships[0]?.id, name: '郑旺镇', filled: 2, places: 3 },
    ]);
  });

  test('knows who sits where and who is left over', () => {
    expect(board.seatOf('高宇波')?.id).toBe('only');
    expect(board.seatOf('毛琳辉')).toBeNull();
    expect(board.leftOver.map(({ name }) => name)).toEqual(['毛琳辉']);
  });

  test('puts the district’s villages before the township’s', () => {
    const groups = groupsOf(board.villages);
    expect(groups.map(({ tier, places }) => [tier, places])).toEqual([
      ['district', 2],
      ['township', 1],
    ]);
  });

  test('shows what is empty, pinned or hinted at', () => {
    const shown = (show: 'vacant' | 'pinned' | 'warned') =>
      villagesShown(board, null, show).map(({ villageId }) => villageId);
    expect(shown('vacant')).toEqual(['v1']);
    expect(shown('pinned')).toEqual(['v1']);
    expect(shown('warned')).toEqual(['v2']);
    expect(villagesShown(board, 'elsewhere', null)).toEqual([]);
  });
});

describe('the issue', () => {
  test('is hindered by an empty deputy’s place until the reason is on record', () => {
    expect(hindrancesOf(plan).map(({ code }) => code)).toEqual(['deputyMissing']);
    const places = plan.places.map((place) =>
      place.id === 'deputy' ? { ...place, emptyReason: '本人援疆' } : place,
    );
    expect(hindrancesOf({ ...plan, places })).toEqual([]);
  });

  test('names people, the district’s units and the townships that it concerns', () => {
    expect(issueCounts(plan)).toEqual({ people: 2, units: 1, townships: 1 });
  });
});
