import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { type FuzzWorld, startFuzzWorld } from './fuzz-world.ts';

/** Another one each time; one that failed is given again: `FUZZ_SEED=…`. */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const requests = Number(process.env.FUZZ_REQUESTS ?? 10_000);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Megabytes: in use after what isn't needed was thrown away, and taken from the machine. */
const memory = () => {
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: Math.round(heapUsed / 1024 / 1024), rss: Math.round(rss / 1024 / 1024) };
};

let world: FuzzWorld;
beforeAll(async () => {
  world = await startFuzzWorld();
});
afterAll(() => world.world.district.office.close());

test(`${requests} requests with the seed ${seed} do no harm, and leave no memory behind`, async () => {
  const samples: ReturnType<typeof memory>[] = [];
  const { failures, statuses, done } = await fuzz(world, {
    seed,
    requests,
    each: (made) => {
      if (made % Math.ceil(requests / 20) === 0) samples.push(memory());
    },
  });
  const heaps = samples.map(({ heap }) => heap);
  const rss = samples.map((sample) => sample.rss);
  console.info(JSON.stringify({ seed, statuses, carriedOut: done.size, heaps, rss }));
  expect(failures.slice(0, 20).join('\n\n'), `seed ${seed}`).toBe('');
  const half = heaps.length / 2;
  expect(mean(heaps.slice(half)) - mean(heaps.slice(0, half))).toBeLessThan(30);
});

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
