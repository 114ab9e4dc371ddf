import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Deps } from '../../../lib/deps.ts';
import { answerOf } from '../../../lib/sheet/read-sheet.ts';
import type { LetterWorkerAnswer, LetterWorkerInput } from './letter-worker.ts';

/** Milliseconds after which the thread is ended. */
const longest = 60_000;
const heapMegabytes = 384;

/**
 * Fills a template in a thread of its own, so that requests are served meanwhile. Throws
 * TemplateFailed where the template can't be filled.
 */
export async function printLetters(
  { settings }: Pick<Deps, 'settings'>,
  input: LetterWorkerInput,
): Promise<Uint8Array> {
  const worker = new Worker(join(settings.workers, 'letter-worker.js'), {
    workerData: input,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const answer = await answerOf<LetterWorkerAnswer>(worker, longest);
  if ('failed' in answer) throw new TemplateFailed(answer.failed);
  return answer.file;
}

/** The template engine refused; `message` is what it said, in English. */
export class TemplateFailed extends Error {
  override readonly name = 'TemplateFailed';
}
