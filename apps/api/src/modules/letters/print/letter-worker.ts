import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { partsOf } from '../../../lib/docx/parts.ts';
import { fillLetters, type LetterToPrint, manyFiles, oneFile } from './fill.ts';

/** What the thread is started with. */
export interface LetterWorkerInput {
  template: Uint8Array;
  letters: LetterToPrint[];
  as: 'docx' | 'zip';
  /** Is told how many letters are ready. */
  progress: MessagePort;
}

/** What it answers with, once: the file, or what the template engine said. */
export type LetterWorkerAnswer = { file: Uint8Array } | { failed: string };

async function answer(input: LetterWorkerInput): Promise<LetterWorkerAnswer> {
  const { template, letters, as, progress } = input;
  const parts = await partsOf(template);
  let bodies: string[];
  try {
    bodies = await fillLetters(parts, letters, (done) => progress.postMessage(done));
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
  const file = await (as === 'docx' ? oneFile(parts, bodies) : manyFiles(parts, letters, bodies));
  return { file: new Uint8Array(file) };
}

const answered = await answer(workerData as LetterWorkerInput);
parentPort?.postMessage(answered);
