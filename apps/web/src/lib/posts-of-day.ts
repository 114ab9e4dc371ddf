import type { Batch } from '@xuanpai/contracts/batches';

/** Which posts a day shows: those held on it; before the term, all that will be. */
export function postsOfDay(batch: Batch, day: string) {
  return isBeforeTerm(batch, day) ? { batchId: batch.id } : { batchId: batch.id, on: day };
}

export function isBeforeTerm(batch: Batch, day: string): boolean {
  return day < batch.startsOn;
}
