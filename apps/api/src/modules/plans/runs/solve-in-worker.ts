import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PlanProblemInput } from '@xuanpai/planner/model';
import type { PlanWorkerData, PlanWorkerMessage } from '@xuanpai/planner/worker-messages';

export type WorkerProgress = Extract<PlanWorkerMessage, { type: 'progress' }>;
export type WorkerPlan = Extract<PlanWorkerMessage, { type: 'plan' }>;
export type WorkerResult = Extract<PlanWorkerMessage, { type: 'done' }>;

/** What a solving says while it goes on. */
export interface SolvingHooks {
  onProgress: (progress: WorkerProgress) => void;
  /** The plan is there; its proof goes on. */
  onPlan: (plan: WorkerPlan) => void;
  onBound: (bound: number) => void;
}

/** A solving under way in a thread of its own. */
export interface Solving {
  /** Rejects where the worker failed or was terminated. */
  result: Promise<WorkerResult>;
  /** Has the worker stop with the best plan so far; ends it by force where it doesn't. */
  cancel(): void;
  terminate(): Promise<unknown>;
}

/** The worker was ended before it had a plan. */
export class WorkerEnded extends Error {
  override name = 'WorkerEnded';
}

/** A worker reads the flag many times a second; this long after it, something is wrong. */
const patience = 5_000;

/** The sample district's proof takes ten seconds; one that takes longer than this keeps its bound. */
const proofSeconds = 120;

/** Solves a plan in a worker thread, so that requests are answered meanwhile. */
export function solveInWorker(
  workers: string,
  input: PlanProblemInput,
  prove: boolean,
  { onProgress, onPlan, onBound }: SolvingHooks,
): Solving {
  const cancel = new SharedArrayBuffer(4);
  const workerData: PlanWorkerData = { input, cancel, proofSeconds: prove ? proofSeconds : 0 };
  const worker = new Worker(join(workers, 'plan-worker.js'), { workerData });
  let backstop: NodeJS.Timeout | undefined;
  const result = new Promise<WorkerResult>((resolve, reject) => {
    worker.on('message', (message: PlanWorkerMessage) => {
      if (message.type === 'progress') onProgress(message);
      else if (message.type === 'plan') onPlan(message);
      else if (message.type === 'bound') onBound(message.bound);
      else if (message.type === 'done') resolve(message);
      else reject(new Error(message.message));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new WorkerEnded('the worker ended without a plan')));
  }).finally(() => clearTimeout(backstop));
  return {
    result,
    cancel() {
      Atomics.store(new Int32Array(cancel), 0, 1);
      backstop ??= setTimeout(() => void worker.terminate(), patience);
    },
    terminate: () => worker.terminate(),
  };
}
