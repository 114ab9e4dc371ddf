import type { ImportStep } from '@xuanpai/database/generated/enums';

/** How far a run is, told as it goes. Throws RunCancelled where somebody wants it to end. */
export interface Steps {
  at(step: ImportStep, done: number, total: number): void;
}

/** Somebody stopped the run: nothing of it is kept. */
export class RunCancelled extends Error {
  override readonly name = 'RunCancelled';
}
