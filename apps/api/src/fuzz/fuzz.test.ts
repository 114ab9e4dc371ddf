import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { type FuzzWorld, startFuzzWorld } from './fuzz-world.ts';

let world: FuzzWorld;
beforeAll(async () => {
  world = await startFuzzWorld();
});
afterAll(() => world.world.district.office.close());

test('300 requests as described, nearly so and wild are answered or refused, and tell nothing', async () => {
  const { failures, done } = await fuzz(world, { seed: 20150424, requests: 300 });
  expect(failures.join('\n\n')).toBe('');
  // Some are let through to the rules and the rows: it isn't all refused at the door.
  expect(done.size).toBeGreaterThan(30);
});
