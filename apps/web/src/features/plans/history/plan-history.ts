import type { Step } from './step.ts';

/**
 * The steps done to a plan while the page is open. They hold for one version of it: once somebody else
 * changed the plan, or it was solved, taking a step back could take back what others did.
 */
export interface PlanHistory {
  /** The plan's version after the last step. */
  version: number;
  done: readonly Step[];
  undone: readonly Step[];
}

const noSteps: readonly Step[] = [];

export function emptyHistory(version: number): PlanHistory {
  return { version, done: noSteps, undone: noSteps };
}

/** The history as it may be used on a plan of this version. */
export function historyAt(history: PlanHistory | undefined, version: number): PlanHistory {
  return history?.version === version ? history : emptyHistory(version);
}

/** Whether there were steps that can't be taken back any more: the page says so. */
export function isOvertaken(history: PlanHistory | undefined, version: number): boolean {
  return history !== undefined && history.done.length > 0 && history.version !== version;
}

export function afterStep(history: PlanHistory, step: Step, version: number): PlanHistory {
  return { version, done: [...history.done, step], undone: noSteps };
}

export function afterUndo({ done, undone }: PlanHistory, version: number): PlanHistory {
  const step = done.at(-1);
  return { version, done: done.slice(0, -1), undone: step ? [...undone, step] : undone };
}

export function afterRedo({ done, undone }: PlanHistory, version: number): PlanHistory {
  const step = undone.at(-1);
  return { version, done: step ? [...done, step] : done, undone: undone.slice(0, -1) };
}
