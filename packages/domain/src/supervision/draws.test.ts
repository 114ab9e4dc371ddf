import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { draw, drawOrder } from './draws.ts';

const digest = (seed: string, code: string) =>
  createHmac('sha256', seed).update(code).digest('hex');
const villages = Array.from({ length: 20 }, (_, at) => ({
  code: String(371_312_001_001 + at),
  name: `第${at}村`,
}));
const codes = (drawn: { code: string }[]) => drawn.map(({ code }) => code);

test('a seed draws the same villages, in whichever order they are listed', () => {
  const drawn = codes(draw('s', villages, 5, digest));
  expect(drawn).toHaveLength(5);
  expect(codes(draw('s', villages.toReversed(), 5, digest))).toEqual(drawn);
  expect(codes(draw('t', villages, 5, digest))).not.toEqual(drawn);
});

test('a known seed gives a known order', () => {
  // printf 371312001001 | openssl dgst -sha256 -hmac 2015
  const [first] = drawOrder('2015', villages.slice(0, 1), digest);
  expect(first?.digest).toBe('eb80b81ed4f48d511ed47cadf2183c2325396b2e5a20afff3ccba82a8f40e313');
});

test('more is drawn by going on, and no more than there are', () => {
  expect(codes(draw('s', villages, 8, digest)).slice(0, 5)).toEqual(
    codes(draw('s', villages, 5, digest)),
  );
  expect(draw('s', villages, 50, digest)).toHaveLength(20);
  expect(new Set(codes(draw('s', villages, 50, digest))).size).toBe(20);
});

test('a village that isn’t there leaves the order of the others', () => {
  const [, ...rest] = drawOrder('s', villages, digest);
  const without = villages.filter(({ code }) => rest.some((one) => one.code === code));
  expect(codes(drawOrder('s', without, digest))).toEqual(codes(rest));
});

test('every village is drawn about as often, in every place', () => {
  const seeds = 1_500;
  const expected = seeds / villages.length;
  for (const place of [0, 9, 19]) {
    const times = new Map<string, number>();
    for (let seed = 0; seed < seeds; seed++) {
      const code = drawOrder(`seed ${seed}`, villages, digest)[place]?.code ?? '';
      times.set(code, (times.get(code) ?? 0) + 1);
    }
    const square = villages.reduce(
      (sum, { code }) => sum + ((times.get(code) ?? 0) - expected) ** 2 / expected,
      0,
    );
    // 19 degrees of freedom: 43.8 is passed by chance once in a thousand.
    expect(square).toBeLessThan(43.8);
  }
});
