import { describe, expect, it } from 'vitest';
import { roundToTenth, withoutDust } from './round.ts';

describe('points to one decimal', () => {
  it.each([
    [8.35, 8.4],
    [1.005 * 10, 10.1],
    [0.15, 0.2],
    [0.25, 0.3],
    [1.45, 1.5],
    [33.349999, 33.3],
    [100 * (2 / 3), 66.7],
    [0.1 + 0.2, 0.3],
    [-8.35, -8.4],
    [0, 0],
  ])('%d becomes %d', (value, rounded) => {
    expect(roundToTenth(value)).toBe(rounded);
  });

  it('rounds every half of a tenth up, however it is held', () => {
    for (let hundredths = 5; hundredths < 20_000; hundredths += 10) {
      expect(roundToTenth(hundredths / 100)).toBe((hundredths + 5) / 10 / 10);
    }
  });
});

it('a sum of tenths is a number of tenths', () => {
  expect(withoutDust(0.1 + 0.2)).toBe(0.3);
  expect(Object.is(withoutDust(-0.0000001), 0)).toBe(true);
});
