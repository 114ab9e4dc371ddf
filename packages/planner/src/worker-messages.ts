import type { PlanProblemInput, PlanProgress, PlanScore } from './model.ts';

/** `workerData` of the planner's worker; the first Int32 of `cancel` other than 0 stops the run. */
export interface PlanWorkerData {
  input: PlanProblemInput;
  cancel: SharedArrayBuffer;
}

/** What the worker posts: progress at most every 100 ms, then one of the others. */
export type PlanWorkerMessage =
  | ({ type: 'progress' } & PlanProgress)
  | {
      type: 'done';
      placement: [placeId: string, cadreId: string][];
      score: PlanScore;
      cancelled: boolean;
    }
  | { type: 'failed'; message: string };
