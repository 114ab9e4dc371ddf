import { parentPort, workerData } from 'node:worker_threads';
import type { SheetLimits } from '../sheet-limits.ts';
import { type SheetRefusal, SheetRefused } from '../sheet-refused.ts';
import { markFile } from './mark-file.ts';
import type { MarkOrder } from './marks.ts';

/** What the thread is started with. */
export interface MarkWorkerInput {
  bytes: Uint8Array;
  filename: string;
  order: MarkOrder;
  limits: SheetLimits;
}

/** What it answers with, once. */
export type MarkWorkerAnswer = { marked: Uint8Array } | { refused: SheetRefusal };

async function answer({ bytes, filename, order, limits }: MarkWorkerInput): Promise<void> {
  try {
    const marked = new Uint8Array(await markFile(bytes, filename, order, limits));
    parentPort?.postMessage({ marked } satisfies MarkWorkerAnswer, [marked.buffer]);
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    parentPort?.postMessage({ refused: error.code } satisfies MarkWorkerAnswer);
  }
}

await answer(workerData as MarkWorkerInput);
