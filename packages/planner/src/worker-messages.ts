import type { PlanProblemInput, PlanProgress, PlanScore } from './model.ts';

/** `workerData` of the planner's worker; the first Int32 of `cancel` other than 0 stops the run. */
export interface PlanWorkerData {
  input: PlanProblemInput;
  cancel: SharedArrayBuffer;
  /** How long the proof may take; 0: none. */
  proofSeconds: number;
}

/** Place id → cadre id as pairs, with its points. */
export interface FoundPlan {
  placement: [placeId: string, cadreId: string][];
  score: PlanScore;
}

/** How a run came to its end. */
export interface Outcome {
  bound: number | null;
  optimal: boolean;
  /** Where it was stopped, if it was. */
  stopped: 'search' | 'proof' | null;
}

/**
 * What the worker posts: progress at most every 100 ms; the plan as soon as it is there; how many
 * points a plan can have at most, each time that is less than before; then `done` or `failed`.
 */
export type PlanWorkerMessage =
  | ({ type: 'progress' } & PlanProgress)
  | ({ type: 'plan' } & FoundPlan)
  | { type: 'bound'; bound: number }
  | ({ type: 'done' } & FoundPlan & Outcome)
  | { type: 'failed'; message: string };
