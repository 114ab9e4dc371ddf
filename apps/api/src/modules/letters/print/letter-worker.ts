import { parentPort, workerData } from 'node:worker_threads';
import { partsOf } from '../../../lib/docx/parts.ts';
import { fillLetters, type LetterToPrint, manyFiles, oneFile } from './fill.ts';

/** What the thread is started with. */
export interface LetterWorkerInput {
  template: Uint8Array;
  letters: LetterToPrint[];
  as: 'docx' | 'zip';
}

/** What it answers with, once: the file, or what the template engine said. */
export type LetterWorkerAnswer = { file: Uint8Array } | { failed: string };

async function answer({ template, letters, as }: LetterWorkerInput): Promise<LetterWorkerAnswer> {
  const parts = await partsOf(template);
  let bodies: string[];
  try {
    bodies = await fillLetters(parts, letters);
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
  const file = await (as === 'docx' ? oneFile(parts, bodies) : manyFiles(parts, letters, bodies));
  return { file: new Uint8Array(file) };
}

parentPort?.postMessage(await answer(workerData as LetterWorkerInput));
