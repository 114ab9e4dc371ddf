import { commitImport } from '../commit.ts';
import { readFile } from '../read-file.ts';
import type { ClaimedRun } from './run-store.ts';
import type { Steps } from './steps.ts';
import { openTask } from './task.ts';
import type { WorkDeps } from './work-deps.ts';

/** Does what a run asks for: all of it, with the run's end, or nothing. Throws why not. */
export async function carryOut(deps: WorkDeps, run: ClaimedRun, steps: Steps): Promise<void> {
  const task = openTask(deps.keys, run.importId, run.task);
  if (run.work === 'commit') await commitImport(deps, task.actor, run, steps);
  else await readFile(deps, task, run, steps);
}
