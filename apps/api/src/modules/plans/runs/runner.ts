import { randomUUID } from 'node:crypto';
import type { Background, Deps } from '../../../lib/deps.ts';
import { carryOut } from './carry-out.ts';
import { claimRun, failLostRuns } from './run-store.ts';
import type { Solving } from './solve-in-worker.ts';

/** Solves queued plans, one at a time in each process. */
export interface Runner extends Background {
  /** Somebody queued a run. */
  wake(): void;
  /** Somebody wants a run to stop: no need to wait for its next heartbeat. */
  cancel(runId: string): void;
  /** Aborted when the application closes. */
  readonly closing: AbortSignal;
}

/** The run that this process works at. */
export interface Current {
  runId: string;
  solving: Solving;
}

const betweenLooks = 1_000;

/**
 * Looks each second for queued runs (other processes queue them too) and for runs whose process
 * went away.
 */
export function createRunner(deps: Deps): Runner {
  const workerId = randomUUID();
  const closing = new AbortController();
  let current: Current | null = null;
  let work: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function workOff() {
    await failLostRuns(deps.db);
    while (!closing.signal.aborted) {
      const run = await claimRun(deps.db, workerId);
      if (!run) return;
      await carryOut(deps, run, closing.signal, (solving) => {
        current = solving && { runId: run.id, solving };
      });
    }
  }

  function wake() {
    if (closing.signal.aborted) return;
    work ??= workOff()
      .catch((error: unknown) => deps.log.error(error, 'plan runs'))
      .finally(() => {
        work = null;
      });
  }

  return {
    start() {
      timer = setInterval(wake, betweenLooks);
      wake();
    },
    async stop() {
      clearInterval(timer);
      closing.abort();
      await current?.solving.terminate();
      await work;
    },
    wake,
    cancel(runId) {
      if (current?.runId === runId) current.solving.cancel();
    },
    closing: closing.signal,
  };
}
