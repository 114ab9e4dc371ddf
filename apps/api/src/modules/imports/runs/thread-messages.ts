import type { PlainDate } from '@xuanpai/contracts/values';
import type { Failure } from './failure.ts';
import type { ClaimedRun, Progress } from './run-store.ts';

/** What the thread is started with. */
export interface ThreadData {
  databaseUrl: string;
  keys: { dataKeys: string; hmacKeys: string };
  /** The folder of the built workers. */
  workers: string;
  /** One number: 1 while the run at hand is to be stopped. */
  cancel: SharedArrayBuffer;
}

/** What it is asked, one after the other. */
export interface ThreadTask {
  run: ClaimedRun;
  today: PlainDate;
}

export type Outcome =
  | { type: 'done' }
  | { type: 'cancelled' }
  | { type: 'failed'; failure: Failure };

/** What it answers: steps, then an outcome. */
export type ThreadMessage = { type: 'step'; progress: Progress } | Outcome;
