import { type PrintEvent, printLetters } from '@xuanpai/contracts/letters';
import { ApiProblem } from '../../lib/api-problem.ts';
import { saveFile } from '../../lib/download.ts';
import { stream } from '../../lib/events.ts';
import type { LettersOf } from './queries.ts';

export type FileFormat = 'docx' | 'zip';

export interface PrintOrder {
  batchId: string;
  of: LettersOf;
  as: FileFormat;
  /** Null: all that are made. */
  subjectIds: readonly string[] | null;
}

/** An address holds no more ids than this; who picks more gets all that are made. */
const mostNamed = 200;

/** Has a file of letters made and saves it. Throws `ApiProblem`; nothing happens after `stopped`. */
export async function printFile(
  { batchId, of, as, subjectIds }: PrintOrder,
  stopped: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const named = subjectIds && subjectIds.length <= mostNamed ? { subjectIds } : {};
  const following = new AbortController();
  stopped.addEventListener('abort', () => following.abort(), { once: true });
  let failed = false;
  await stream(printLetters, {
    params: { id: batchId },
    query: { ...of, as, ...named },
    signal: following.signal,
    onEvent: ({ data }) => {
      const event = data as PrintEvent;
      if (event.state === 'filling') onProgress(event.done, event.total);
      else {
        following.abort();
        if (event.state === 'done') saveFile(event.filename, blobOf(event.file, event.type));
        else failed = true;
      }
    },
  });
  if (failed) throw new ApiProblem({ code: 'internal' });
}

function blobOf(base64: string, type: string): Blob {
  const binary = atob(base64);
  return new Blob([Uint8Array.from(binary, (character) => character.charCodeAt(0))], { type });
}
