import { Worker } from 'node:worker_threads';
import { answerOf } from '../read-sheet.ts';
import { sheetLimits } from '../sheet-limits.ts';
import { SheetRefused } from '../sheet-refused.ts';
import type { MarkWorkerAnswer, MarkWorkerInput } from './mark-worker.ts';
import type { MarkOrder } from './marks.ts';

/** Milliseconds after which the thread is ended. */
const longest = 120_000;
/** The less it may have, the sooner it is swept. */
const heap = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/**
 * Marks a file in a thread of its own, to which the bytes are handed over. Throws SheetRefused where it can't be copied, or where that
 * takes too long.
 */
export async function markedWorkbook(
  bytes: Uint8Array,
  filename: string,
  order: MarkOrder,
  workerFile: string,
): Promise<Uint8Array> {
  const worker = new Worker(workerFile, {
    workerData: { bytes, filename, order, limits: sheetLimits } satisfies MarkWorkerInput,
    transferList: [bytes.buffer as ArrayBuffer],
    execArgv: [],
    resourceLimits: heap,
  });
  const answer = await answerOf<MarkWorkerAnswer>(worker, longest);
  if ('refused' in answer) throw new SheetRefused(answer.refused);
  return answer.marked;
}
