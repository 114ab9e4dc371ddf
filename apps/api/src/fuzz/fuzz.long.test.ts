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
/** Megabytes in use after what isn't needed was thrown away. */
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

let world: FuzzWorld;
beforeAll(async () => {
  world = await startFuzzWorld();
});
afterAll(() => world.world.district.office.close());

test(`${requests} requests with the seed ${seed} do no harm, and leave no memory behind`, async () => {
  const heaps: number[] = [];
  const { failures, statuses } = await fuzz(world, {
    seed,
    requests,
    each: (done) => {
      if (done % 1000 === 0) heaps.push(heap());
    },
  });
  console.info({ seed, statuses, heaps: heaps.map((megabytes) => Math.round(megabytes)) });
  expect(failures.slice(0, 20).join('\n\n'), `seed ${seed}`).toBe('');
  const [first = 0] = heaps;
  expect((heaps.at(-1) ?? 0) - first).toBeLessThan(30);
});
