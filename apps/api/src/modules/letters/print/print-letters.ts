import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Deps } from '../../../lib/deps.ts';
import { answerOf } from '../../../lib/sheet/read-sheet.ts';
import type { LetterWorkerAnswer, LetterWorkerInput } from './letter-worker.ts';

/** Milliseconds after which the thread is ended. */
const longest = 60_000;
const heapMegabytes = 384;

interface Watching {
  onProgress?: (done: number) => void;
  /** Ends the thread; what it made so far is thrown away. */
  signal?: AbortSignal;
}

/**
 * Fills a template in a thread of its own, so that requests are served meanwhile. Throws
 * TemplateFailed where the template can't be filled.
 */
export async function printLetters(
  { settings }: Pick<Deps, 'settings'>,
  input: Omit<LetterWorkerInput, 'progress'>,
  { onProgress, signal }: Watching = {},
): Promise<Uint8Array> {
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (done: number) => onProgress?.(done));
  const worker = new Worker(join(settings.workers, 'letter-worker.js'), {
    workerData: { ...input, progress: port2 } satisfies LetterWorkerInput,
    transferList: [port2],
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const answering = answerOf<LetterWorkerAnswer>(worker, longest, signal);
  const answer = await answering.finally(() => port1.close());
  if ('failed' in answer) throw new TemplateFailed(answer.failed);
  return answer.file;
}

/** The template engine refused; `message` is what it said, in English. */
export class TemplateFailed extends Error {
  override readonly name = 'TemplateFailed';
}
