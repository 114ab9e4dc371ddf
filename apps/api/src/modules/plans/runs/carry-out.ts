import { isConnectionProblem } from '@xuanpai/database/errors';
import type { Deps } from '../../../lib/deps.ts';
import { whenReachable } from '../../../lib/when-reachable.ts';
import { boundInputOf } from '../read/bound.ts';
import { openPlan } from '../read/open-plan.ts';
import { type KeptPlan, keepPlan } from './keep-plan.ts';
import { keepProof } from './keep-proof.ts';
import { progressReader } from './progress-of.ts';
import {
  beat,
  type ClaimedRun,
  failRun,
  noteProgress,
  type Progress,
  releaseRun,
} from './run-store.ts';
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
    const open = await openPlan(deps.db.prisma, run.planId, deps.today());
    if (open.plan.version !== run.planVersion) {
      await failRun(deps.db, run, 'failed', 'planChanged');
      return;
    }
    const notes = noteTaker(deps, run);
    const took = () => Math.round(performance.now() - began);
    let keeping: Promise<KeptPlan | null> | null = null;
    solving = solveInWorker(deps.settings.workers, { ...open.input, seed: run.seed }, run.prove, {
      onProgress: notes.take,
      onPlan(plan) {
        keeping = keepPlan(deps, run, plan, took());
        // Where the plan isn't ours any more there is nothing to prove.
        keeping.then((kept) => kept ?? solving?.cancel(), logged(deps));
      },
      onBound: notes.takeBound,
    });
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
    const kept = await (keeping ?? keepPlan(deps, run, result, took()));
    if (kept) await keepProof(deps, kept, boundInputOf(open), result, took());
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
  let score: number | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = (note: Progress) => {
    writing = writing.then(() => noteProgress(deps.db, run, note)).catch(logged(deps));
  };
  return {
    take(progress: Parameters<typeof read>[0]) {
      const note = read(progress);
      score = note.score ?? score;
      if (performance.now() - last < betweenNotes) return;
      last = performance.now();
      write(note);
    },
    takeBound(bound: number) {
      write({ phase: 'proof', score, bound, progress: 1 });
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
  // Solved anew when the database is back, by whichever process comes first.
  if (isConnectionProblem(error)) {
    return whenReachable(() => releaseRun(deps.db, run)).catch(logged(deps));
  }
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
