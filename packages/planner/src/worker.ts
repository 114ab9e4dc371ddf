import { parentPort, workerData } from 'node:worker_threads';
import type { PlanProgress } from './model.ts';
import { provePlan } from './proof/prove-plan.ts';
import { solve } from './solve.ts';
import type { PlanWorkerData, PlanWorkerMessage } from './worker-messages.ts';

/**
 * Entry of the planner's worker thread: solves the plan in `workerData`, proves it, posts
 * `PlanWorkerMessage`s and ends. The cancel flag is read from shared memory, since both work without
 * giving the event loop a turn.
 */
const betweenPosts = 100;
let lastPost = Number.NEGATIVE_INFINITY;

function post(message: PlanWorkerMessage): void {
  parentPort?.postMessage(message);
}

function onProgress(progress: PlanProgress): void {
  if (performance.now() - lastPost < betweenPosts) return;
  lastPost = performance.now();
  post({ type: 'progress', ...progress });
}

async function run({ input, cancel, proofSeconds }: PlanWorkerData): Promise<void> {
  const flag = new Int32Array(cancel);
  const shouldStop = () => Atomics.load(flag, 0) !== 0;
  const { placement, score, cancelled } = solve(input, { onProgress, shouldStop });
  const plan = { placement: [...placement], score };
  if (cancelled || proofSeconds === 0) {
    const stopped = cancelled ? 'search' : null;
    return post({ type: 'done', ...plan, bound: null, optimal: false, stopped });
  }
  post({ type: 'plan', ...plan });
  const proven = await provePlan(
    input,
    placement,
    { limitSeconds: proofSeconds },
    { onBound: (bound) => post({ type: 'bound', bound }), shouldStop },
  );
  post({
    type: 'done',
    placement: [...proven.placement],
    score: proven.score,
    bound: proven.bound,
    optimal: proven.optimal,
    stopped: shouldStop() && !proven.optimal ? 'proof' : null,
  });
}

run(workerData).catch((error: unknown) => {
  post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
});
