import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { cadre, problem, village } from './fixtures/build.ts';
import { hedong } from './fixtures/hedong.ts';
import type { PlanProblemInput } from './model.ts';
import { solve } from './solve.ts';
import type { PlanWorkerMessage } from './worker-messages.ts';

/** Where it is: code that is evaluated looks for packages beside the project's root. */
const solver = createRequire(import.meta.url).resolve('highs');

let code: string;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: [solver],
    alias: { highs: solver },
    write: false,
  });
  code = bundle.outputFiles[0]?.text ?? '';
});

function run(
  input: PlanProblemInput,
  { cancelled = false, proofSeconds = 0 } = {},
): Promise<PlanWorkerMessage[]> {
  const cancel = new SharedArrayBuffer(4);
  if (cancelled) Atomics.store(new Int32Array(cancel), 0, 1);
  const messages: PlanWorkerMessage[] = [];
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData: { input, cancel, proofSeconds } });
    worker.on('message', (message) => messages.push(message));
    worker.on('error', reject);
    worker.on('exit', () => resolve(messages));
  });
}

it('posts progress and the plan that the planner makes', async () => {
  const input = problem([village('v')], [cadre('a', { level: 2 }), cadre('b')]);
  const messages = await run(input);
  const { placement, score } = solve(input);
  expect(messages[0]?.type).toBe('progress');
  expect(messages.at(-1)).toEqual({
    type: 'done',
    placement: [...placement],
    score,
    bound: null,
    optimal: false,
    stopped: null,
  });
});

it('posts the plan before its proof, and ends with what the proof says', async () => {
  const input = problem(
    [village('v', { kinds: ['weakLax'] }), village('w', { poor: true })],
    [cadre('a', { level: 2 }), cadre('b'), cadre('c', { speciality: 'industry' }), cadre('d')],
  );
  const messages = await run(input, { proofSeconds: 30 });
  const { score } = solve(input);
  expect(messages.map(({ type }) => type)).toContain('plan');
  expect(messages.at(-1)).toMatchObject({
    type: 'done',
    score: { total: score.total },
    bound: expect.closeTo(score.total, 4),
    optimal: true,
    stopped: null,
  });
});

it('stops where the flag in shared memory is up, with a whole plan', async () => {
  const done = (await run(hedong('everyone'), { cancelled: true })).at(-1);
  expect(done).toMatchObject({ type: 'done', stopped: 'search' });
  expect(done?.type === 'done' && done.placement).toHaveLength(255);
});

it('says what is wrong with an input', async () => {
  const input = problem([village('v')], [cadre('a'), cadre('a')]);
  expect(await run(input)).toEqual([{ type: 'failed', message: 'a cadre id occurs twice' }]);
});
