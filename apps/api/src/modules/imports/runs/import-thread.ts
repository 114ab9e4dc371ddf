import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Deps } from '../../../lib/deps.ts';
import { fileRefused } from '../refusals.ts';
import { failureOf } from './failure.ts';
import type { ClaimedRun, Progress } from './run-store.ts';
import type { Outcome, ThreadData, ThreadMessage, ThreadTask } from './thread-messages.ts';

/**
 * Heap of the thread in megabytes. The less it may have, the sooner it is swept; a chunk of rows has to
 * fit the young part, or sweeping takes a third of the time.
 */
const heap = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 48 };

/** The thread looks at its flag with every chunk of rows; this long after it, something is wrong. */
const patience = 10_000;

/** The thread that does the work of imports; several runs follow each other in it. */
export interface ImportThread {
  /** Never rejects: a thread that dies has failed. */
  carryOut(run: ClaimedRun, onStep: (progress: Progress) => void): Promise<Outcome>;
  /** Has the run at hand stop at its next step; ends it by force where it doesn't. */
  cancel(): void;
  /** A thread that has ended can't be used again. */
  readonly ended: boolean;
  end(): Promise<unknown>;
}

type Needed = Pick<Deps, 'db' | 'keys' | 'settings' | 'today'>;

export function startImportThread({ db, keys, settings, today }: Needed): ImportThread {
  const cancel = new SharedArrayBuffer(4);
  const flag = new Int32Array(cancel);
  const workerData: ThreadData = {
    databaseUrl: db.pool.options.connectionString ?? '',
    keys: keys.forThread(),
    workers: settings.workers,
    cancel,
  };
  const worker = new Worker(join(settings.workers, 'import-worker.js'), {
    workerData,
    resourceLimits: heap,
  });
  let ended = false;
  let tell: (message: ThreadMessage) => void = () => {};
  worker.on('message', (message: ThreadMessage) => tell(message));
  worker.on('error', (error) => {
    ended = true;
    tell({ type: 'failed', failure: failureOf(asRefusal(error)) });
  });
  worker.on('exit', () => {
    ended = true;
    tell(Atomics.load(flag, 0) === 1 ? { type: 'cancelled' } : endedEarly);
  });
  return {
    async carryOut(run, onStep) {
      Atomics.store(flag, 0, 0);
      const outcome = new Promise<Outcome>((resolve) => {
        tell = (message) => {
          if (message.type === 'step') onStep(message.progress);
          else resolve(message);
        };
      });
      worker.postMessage({ run, today: today() } satisfies ThreadTask);
      return outcome;
    },
    cancel() {
      if (Atomics.exchange(flag, 0, 1) === 1) return;
      setTimeout(() => {
        if (Atomics.load(flag, 0) === 1) void worker.terminate();
      }, patience).unref();
    },
    get ended() {
      return ended;
    },
    end() {
      // From here on: a run that is claimed while the thread dies needs another one.
      ended = true;
      return worker.terminate();
    },
  };
}

const endedEarly: Outcome = {
  type: 'failed',
  failure: { code: 'internal', options: {}, stack: 'the thread of imports ended' },
};

/** A file that fills the thread's heap. */
function asRefusal(error: unknown): unknown {
  const full = error instanceof Error && 'code' in error;
  return full && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? fileRefused('tooLarge') : error;
}
