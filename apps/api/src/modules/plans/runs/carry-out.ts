import type { Deps } from '../../../lib/deps.ts';
import { openPlan } from '../read/open-plan.ts';
import { keepResult } from './keep-result.ts';
import { progressReader } from './progress-of.ts';
import { beat, type ClaimedRun, failRun, noteProgress, releaseRun } from './run-store.ts';
import { type Solving, solveInWorker, WorkerEnded } from './solve-in-worker.ts';

const betweenBeats = 2_000;
const betweenNotes = 250;

/**
 * Carries a claimed run out to its end, whatever that is; never throws for what the run does.
 * `hold` gets the solving while it is under way.
 */
export async function carryOut(
  deps: Deps,
  run: ClaimedRun,
  closing: AbortSignal,
  hold: (solving: Solving | null) => void,
): Promise<void> {
  const began = performance.now();
  let solving: Solving | null = null;
  let beats: NodeJS.Timeout | undefined;
  let cancelled = false;
  try {
    const { plan, input } = await openPlan(deps.db.prisma, run.planId);
    if (plan.version !== run.planVersion) {
      await failRun(deps.db, run, 'failed', 'planChanged');
      return;
    }
    const notes = noteTaker(deps, run);
    solving = solveInWorker(deps.settings.workers, { ...input, seed: run.seed }, notes.take);
    hold(solving);
    beats = setInterval(() => {
      void beat(deps.db, run).then((answer) => {
        cancelled ||= answer === 'cancel';
        if (answer === 'cancel') solving?.cancel();
        if (answer === 'lost') void solving?.terminate();
      }, logged(deps));
    }, betweenBeats);
    const result = await solving.result;
    await notes.written();
    await keepResult(deps, run, result, Math.round(performance.now() - began));
  } catch (error) {
    await giveUp(deps, run, { error, closing: closing.aborted, cancelled });
  } finally {
    clearInterval(beats);
    hold(null);
  }
}

/** Writes progress a few times a second, one note after the other. */
function noteTaker(deps: Deps, run: ClaimedRun) {
  const read = progressReader();
  let last = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> = Promise.resolve();
  return {
    take(progress: Parameters<typeof read>[0]) {
      const note = read(progress);
      if (performance.now() - last < betweenNotes) return;
      last = performance.now();
      writing = writing.then(() => noteProgress(deps.db, run, note)).catch(logged(deps));
    },
    written: () => writing,
  };
}

interface Failure {
  error: unknown;
  closing: boolean;
  cancelled: boolean;
}

async function giveUp(deps: Deps, run: ClaimedRun, { error, closing, cancelled }: Failure) {
  if (closing) return releaseRun(deps.db, run);
  deps.log.error(error, 'plan run failed');
  const byForce = error instanceof WorkerEnded && cancelled;
  await failRun(
    deps.db,
    run,
    byForce ? 'cancelled' : 'failed',
    byForce ? 'stoppedHard' : 'workerFailed',
  ).catch(logged(deps));
}

function logged({ log }: Deps) {
  return (error: unknown) => log.error(error, 'plan run');
}
