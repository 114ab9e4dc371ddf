import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, type PackedWorkbook } from './packed-workbook.ts';
import { parsePacked } from './parse-workbook.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { type SheetRefusal, type SheetRefusalDetails, SheetRefused } from './sheet-refused.ts';

/** What the thread is started with. */
export interface SheetWorkerInput {
  bytes: Uint8Array;
  filename: string;
  limits: SheetLimits;
}

/** What it answers with, once. */
export type SheetWorkerAnswer =
  | { packed: PackedWorkbook }
  | { refused: SheetRefusal; details: SheetRefusalDetails };

async function answer(input: SheetWorkerInput): Promise<void> {
  try {
    const packed = await parsePacked(input.bytes, input.filename, input.limits);
    parentPort?.postMessage({ packed } satisfies SheetWorkerAnswer, buffersOf(packed));
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    const { code: refused, details } = error;
    parentPort?.postMessage({ refused, details } satisfies SheetWorkerAnswer);
  }
}

await answer(workerData as SheetWorkerInput);
