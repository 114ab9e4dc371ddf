import type { NewWish, PlanWish } from '@xuanpai/contracts/plan-wishes';
import { describe, expect, test } from 'vitest';
import {
  afterRedo,
  afterStep,
  afterUndo,
  emptyHistory,
  historyAt,
  isOvertaken,
} from './plan-history.ts';
import { askedBy, asNew, inverseOf, type Step } from './step.ts';

const pin: NewWish = { kind: 'pin', placeId: 'p', cadreId: 'a', reason: '熟悉情况' };
const moved: Step = {
  kind: 'moves',
  moves: [{ placeId: 'p', cadreId: 'a' }],
  inverse: [{ placeId: 'p', cadreId: null }],
};
const pinned: Step = { kind: 'wishes', add: [pin], remove: [] };

describe('the history of a plan', () => {
  test('goes back and forth over moves, pins and reasons alike', () => {
    const two = afterStep(afterStep(emptyHistory(1), moved, 2), pinned, 3);
    const back = afterUndo(two, 4);
    expect(back).toEqual({ version: 4, done: [moved], undone: [pinned] });
    expect(afterRedo(back, 5)).toEqual({ version: 5, done: [moved, pinned], undone: [] });
    expect(afterStep(back, pinned, 5).undone).toEqual([]);
  });

  test('ends where somebody else changed the plan in between, and says so', () => {
    const own = afterStep(emptyHistory(1), moved, 2);
    expect(historyAt(own, 2)).toBe(own);
    expect(historyAt(own, 3).done).toEqual([]);
    expect(isOvertaken(own, 2)).toBe(false);
    expect(isOvertaken(own, 3)).toBe(true);
    expect(isOvertaken(undefined, 3)).toBe(false);
  });
});

describe('a step', () => {
  test('taken back twice is the step', () => {
    const reason: Step = { kind: 'emptyReason', placeId: 'p', before: null, after: '援疆' };
    for (const step of [moved, pinned, reason]) expect(inverseOf(inverseOf(step))).toEqual(step);
    expect(inverseOf(reason)).toMatchObject({ before: '援疆', after: null });
    expect(inverseOf(pinned)).toEqual({ kind: 'wishes', add: [], remove: [pin] });
  });

  test('knows a wish by what it asks, whichever of two is named first', () => {
    const one: NewWish = { kind: 'apart', cadreId: 'a', otherCadreId: 'b', reason: '不合' };
    const other: NewWish = { kind: 'apart', cadreId: 'b', otherCadreId: 'a', reason: '同学' };
    expect(askedBy(one)).toBe(askedBy(other));
  });

  test('sets a removed wish again with its reason and end', () => {
    const wish = {
      id: 'w',
      kind: 'prefer',
      cadreId: 'a',
      villageId: null,
      townshipId: 't',
      reason: '家中老人',
      endsOn: '2015-12-31',
    } as PlanWish;
    expect(asNew(wish)).toEqual({
      kind: 'prefer',
      cadreId: 'a',
      townshipId: 't',
      reason: '家中老人',
      endsOn: '2015-12-31',
    });
  });
});
