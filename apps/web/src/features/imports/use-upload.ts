import { createImport, type ImportKind } from '@xuanpai/contracts/imports';
import { useRef, useState } from 'react';
import { useGo } from '../../lib/links.ts';
import { uploadFile } from '../../lib/upload.ts';
import { linkTo } from '../../paths.ts';

export interface Sending {
  file: File;
  sent: number;
  total: number;
}

/** Sends a file and opens its preview; can be stopped while it is under way. */
export function useUpload(batchId: string | null) {
  const go = useGo();
  const [sending, setSending] = useState<Sending | null>(null);
  const [failed, setFailed] = useState<{ file: File; error: unknown } | null>(null);
  const stopper = useRef<AbortController | null>(null);

  async function send(file: File, kind: ImportKind | null) {
    const controller = new AbortController();
    stopper.current = controller;
    setFailed(null);
    setSending({ file, sent: 0, total: file.size });
    try {
      const preview = await uploadFile(createImport, {
        file,
        fields: { ...(kind ? { kind } : {}), ...(batchId ? { batchId } : {}) },
        signal: controller.signal,
        onProgress: (sent, total) => setSending({ file, sent, total }),
      });
      go(linkTo.imports({ import: preview.id }));
    } catch (error) {
      if (!controller.signal.aborted) setFailed({ file, error });
    } finally {
      setSending(null);
    }
  }
  return { send, sending, failed, stop: () => stopper.current?.abort() };
}
