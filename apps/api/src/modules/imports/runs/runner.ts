import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiError, notFound } from '../../../lib/api-error.ts';
import type { Background, Deps } from '../../../lib/deps.ts';
import { rows, sql } from '../../../lib/sql.ts';
import { errorOf, openFailure } from './failure.ts';
import { type ImportThread, startImportThread } from './import-thread.ts';
import {
  beat,
  type ClaimedRun,
  claimRun,
  dropRun,
  failLostRuns,
  failRun,
  type Progress,
  releaseRun,
} from './run-store.ts';
import { openTask } from './task.ts';
import type { Outcome } from './thread-messages.ts';

/** Reads and writes queued imports beside the requests, one at a time in each process. */
export interface ImportRunner extends Background {
  /** Somebody queued a run. */
  wake(): void;
  /** Somebody wants a run to stop: no need to wait for its next sign of life. */
  cancel(importId: string): void;
  /** Comes back when nothing goes on at the import any more. Throws what came of it. */
  ended(importId: string): Promise<void>;
}

const betweenLooks = 1_000;
const betweenBeats = 1_000;
/** An idle thread keeps connections and memory; a new one is there in half a second. */
const idle = 5_000;

export function createImportRunner(deps: Deps): ImportRunner {
  const workerId = randomUUID();
  const closing = new AbortController();
  const waiting = new Set<() => void>();
  let thread: ImportThread | null = null;
  let current: string | null = null;
  let work: Promise<void> | null = null;
  let woken = false;
  let looks: NodeJS.Timeout | undefined;
  let resting: NodeJS.Timeout | undefined;

  async function workOff() {
    await failLostRuns(deps.db, deps.keys);
    while (!closing.signal.aborted) {
      woken = false;
      const run = await claimRun(deps.db, workerId);
      if (run) await carry(run);
      else if (!woken) return;
    }
  }

  async function carry(run: ClaimedRun) {
    clearTimeout(resting);
    if (!thread || thread.ended) thread = startImportThread(deps);
    const own = thread;
    let progress: Progress = { step: 'waiting', done: 0, total: 0 };
    const beats = setInterval(() => {
      beat(deps.db, run, progress).then((answer) => {
        if (answer === 'cancel') own.cancel();
      }, logged);
    }, betweenBeats);
    current = run.importId;
    const outcome = await own.carryOut(run, (now) => {
      progress = now;
    });
    clearInterval(beats);
    current = null;
    await settle(run, outcome).catch(logged);
    for (const look of waiting) look();
    resting = setTimeout(() => void own.end(), idle).unref();
  }

  async function settle(run: ClaimedRun, outcome: Outcome) {
    if (outcome.type === 'done') return;
    if (closing.signal.aborted) {
      const { awaited } = openTask(deps.keys, run.importId, run.task);
      // Whoever waited was told that nothing came of it.
      return awaited ? dropRun(deps.db, run) : releaseRun(deps.db, run);
    }
    if (outcome.type === 'cancelled') return dropRun(deps.db, run);
    const { failure } = outcome;
    if (failure.stack) deps.log.error({ importId: run.importId, stack: failure.stack }, 'import');
    return failRun(deps.db, deps.keys, run, failure);
  }

  function wake() {
    if (closing.signal.aborted) return;
    woken = true;
    work ??= workOff()
      .catch(logged)
      .finally(() => {
        work = null;
      });
  }

  async function ended(importId: string): Promise<void> {
    while (await goesOn(importId)) {
      if (closing.signal.aborted) throw new ApiError('unavailable', { retryAfter: 5 });
      wake();
      await new Promise<void>((resolve) => {
        const look = () => {
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        // Another process may have it.
        void delay(betweenLooks / 2, undefined, { ref: false }).then(look);
      });
    }
    const kept = await deps.db.prisma.import.findUnique({
      where: { id: importId },
      select: { failure: true },
    });
    if (!kept) throw notFound();
    const failure = openFailure(deps.keys, importId, kept.failure);
    if (failure) throw errorOf(failure);
  }

  async function goesOn(importId: string): Promise<boolean> {
    const found = await rows(
      deps.db.pool,
      sql`SELECT 1 FROM import_run WHERE import_id = ${importId}::uuid`,
    );
    return found.length > 0;
  }

  const logged = (error: unknown) => deps.log.error(error, 'imports');

  return {
    start() {
      looks = setInterval(wake, betweenLooks);
      wake();
    },
    async stop() {
      clearInterval(looks);
      clearTimeout(resting);
      closing.abort();
      await thread?.end();
      await work;
      for (const look of waiting) look();
    },
    wake,
    cancel(importId) {
      if (current === importId) thread?.cancel();
    },
    ended,
  };
}
