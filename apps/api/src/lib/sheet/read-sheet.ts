import { Worker } from 'node:worker_threads';
import type { Workbook } from './cells.ts';
import { type PackedWorkbook, unpacked } from './packed-workbook.ts';
import { type SheetLimits, sheetLimits } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';
import type { SheetWorkerAnswer, SheetWorkerInput } from './sheet-worker.ts';

export interface ReadWorkbookOptions {
  /** The built worker; by default `sheet-worker.js` beside the running bundle, or in `dist` from sources. */
  workerFile?: URL | string;
  /** Milliseconds after which the thread is ended; 30,000 by default. */
  timeoutMs?: number;
  signal?: AbortSignal;
  limits?: SheetLimits;
  /** Hands the bytes over to the thread instead of copying them: the caller's are empty then. */
  handsOver?: boolean;
}

/** Heap of the thread; buffers don't count in it, which is why the parser counts bytes itself. */
const heapMegabytes = 768;

/**
 * Reads a workbook (.xlsx) or delimited text in a thread of its own, so that no file can hold up or end
 * the process. Throws SheetRefused for files that can't be read, and the signal's reason when aborted.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  filename: string,
  options: ReadWorkbookOptions = {},
): Promise<Workbook> {
  return unpacked(await readPacked(bytes, filename, options));
}

/** The same in its packed form: of a large table no more is made than is looked at. */
export async function readPacked(
  bytes: Uint8Array,
  filename: string,
  options: ReadWorkbookOptions = {},
): Promise<PackedWorkbook> {
  const { signal, timeoutMs = 30_000, limits = sheetLimits } = options;
  signal?.throwIfAborted();
  const worker = new Worker(options.workerFile ?? defaultWorkerFile(), {
    workerData: { bytes, filename, limits } satisfies SheetWorkerInput,
    ...(options.handsOver ? { transferList: [bytes.buffer as ArrayBuffer] } : {}),
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 8 },
  });
  const answer = await answerOf<SheetWorkerAnswer>(worker, timeoutMs, signal);
  if ('refused' in answer) throw new SheetRefused(answer.refused, answer.details);
  return answer.packed;
}

/** What a thread answers with, once; it is ended then, as it is for taking too long. */
export function answerOf<Answer>(
  worker: Worker,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new SheetRefused('timeout', { limit: timeoutMs })),
      timeoutMs,
    );
    const abort = () => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    worker.once('message', resolve);
    worker.once('error', (error) => reject(workerFailure(error)));
    worker.once('exit', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      reject(new Error('the workbook thread ended without an answer'));
    });
  }).finally(() => worker.terminate());
}

function workerFailure(error: unknown): unknown {
  const outOfMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory
    ? new SheetRefused('tooLarge', { limit: heapMegabytes, unit: 'megabytes' })
    : error;
}

function defaultWorkerFile(): URL {
  const built = import.meta.url.endsWith('.ts')
    ? '../../../dist/sheet-worker.js'
    : './sheet-worker.js';
  return new URL(built, import.meta.url);
}
