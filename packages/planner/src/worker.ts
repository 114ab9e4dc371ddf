import { parentPort, workerData } from 'node:worker_threads';
import type { PlanProgress } from './model.ts';
import { solve } from './solve.ts';
import type { PlanWorkerData, PlanWorkerMessage } from './worker-messages.ts';

/**
 * Entry of the planner's worker thread: solves the plan in `workerData`, posts `PlanWorkerMessage`s
 * and ends. Needs no event loop of its own: the cancel flag is read from shared memory.
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

try {
  const { input, cancel }: PlanWorkerData = workerData;
  const flag = new Int32Array(cancel);
  const shouldStop = () => Atomics.load(flag, 0) !== 0;
  const { placement, score, cancelled } = solve(input, { onProgress, shouldStop });
  post({ type: 'done', placement: [...placement], score, cancelled });
} catch (error) {
  post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
}
