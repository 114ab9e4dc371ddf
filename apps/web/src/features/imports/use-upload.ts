import {
  cancelImport,
  createImport,
  discardImport,
  getImport,
  type Import,
  type ImportKind,
} from '@xuanpai/contracts/imports';
import { useRef, useState } from 'react';
import { call } from '../../lib/api.ts';
import { useGo } from '../../lib/links.ts';
import { uploadFile } from '../../lib/upload.ts';
import { linkTo } from '../../paths.ts';
import { untilDone } from './until-done.ts';

export interface Sending {
  file: File;
  sent: number;
  total: number;
  /** Once it has arrived: how far the reading is. */
  reading: Import | null;
}

/** Sends a file, has it read and opens its preview; can be stopped while it is under way. */
export function useUpload(batchId: string | null) {
  const go = useGo();
  const [sending, setSending] = useState<Sending | null>(null);
  const [failed, setFailed] = useState<{ file: File; error: unknown } | null>(null);
  const stopper = useRef<AbortController | null>(null);

  async function send(file: File, kind: ImportKind | null) {
    const controller = new AbortController();
    const { signal } = controller;
    stopper.current = controller;
    let started: Import | null = null;
    setFailed(null);
    setSending({ file, sent: 0, total: file.size, reading: null });
    try {
      started = await uploadFile(createImport, {
        file,
        fields: { ...(kind ? { kind } : {}), ...(batchId ? { batchId } : {}) },
        headers: { Prefer: 'respond-async' },
        signal,
        onProgress: (sent, total) => setSending({ file, sent, total, reading: null }),
      });
      const { id } = started;
      const look = () => call(getImport, { params: { id }, signal });
      await untilDone(
        started,
        look,
        (reading) => setSending({ file, sent: file.size, total: file.size, reading }),
        signal,
      );
      go(linkTo.imports({ import: id }));
    } catch (error) {
      if (started) await forget(started.id, signal.aborted);
      if (!signal.aborted) setFailed({ file, error });
    } finally {
      setSending(null);
    }
  }
  return { send, sending, failed, stop: () => stopper.current?.abort() };
}

/** What was stopped is stopped there too; what couldn't be read is of no use. */
async function forget(id: string, stopped: boolean): Promise<void> {
  const params = { id };
  await (stopped ? call(cancelImport, { params }) : call(discardImport, { params })).catch(
    () => {},
  );
}
