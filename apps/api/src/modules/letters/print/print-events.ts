import { PassThrough, type Readable } from 'node:stream';
import type { PrintEvent } from '@xuanpai/contracts/letters';
import type { Deps } from '../../../lib/deps.ts';
import type { PrintJob } from '../files.ts';
import { printLetters } from './print-letters.ts';

/** How far a file is, and then the file, as server-sent events; `ended` stops the making. */
export function printEvents(deps: Deps, job: PrintJob, ended: AbortSignal): Readable {
  const events = new PassThrough();
  const say = (event: PrintEvent) =>
    events.write(`event: print\ndata: ${JSON.stringify(event)}\n\n`);
  const { filename, type, input } = job;
  const total = input.letters.length;
  say({ state: 'filling', done: 0, total });
  const onProgress = (done: number) => say({ state: 'filling', done, total });
  printLetters(deps, input, { onProgress, signal: ended })
    .then((bytes) => {
      say({ state: 'done', filename, type, file: Buffer.from(bytes).toString('base64') });
    })
    .catch((error: unknown) => {
      if (ended.aborted) return;
      deps.log.error(error, 'letters could not be printed');
      say({ state: 'failed' });
    })
    .finally(() => events.end());
  return events;
}
