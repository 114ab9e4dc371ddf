import { queryOptions, useQueryClient } from '@tanstack/react-query';
import {
  deleteEvidence,
  type Evidence,
  type EvidenceOwner,
  evidenceFile,
  evidenceThumbnail,
  listEvidence,
  uploadEvidence,
} from '@xuanpai/contracts/evidence';
import type { Known, PlainDate } from '@xuanpai/contracts/values';
import { evidenceName, typeByName } from '@xuanpai/domain/evidence/file-name';
import {
  type EvidenceRefusal,
  evidenceRefusals,
  tooLargeRefusal,
} from '@xuanpai/domain/evidence/refusals';
import { useCallback, useEffect, useRef, useState } from 'react';
import { word } from '../locales/word.ts';
import { call } from './api.ts';
import { ApiProblem } from './api-problem.ts';
import { download, fileOf } from './download.ts';
import { newKey } from './ids.ts';
import { uploadFile } from './upload.ts';

const keyOf = ({ kind, id }: EvidenceOwner) => ['evidence', kind, id];

/** The files of a row, those of today or of another day, and whether the person looking may change them. */
export function evidenceQuery(owner: EvidenceOwner, then: { on: string; known: Known } | null) {
  const at = then && { on: then.on as PlainDate, known: then.known };
  return queryOptions({
    queryKey: [...keyOf(owner), at],
    queryFn: ({ signal }) =>
      call(listEvidence, { query: { kind: owner.kind, ownerId: owner.id, ...at }, signal }),
  });
}

/** The bytes of a picture or page; `small`: of its thumbnail. They never change. */
export function evidenceBytesQuery(id: string, size: 'small' | 'whole') {
  return queryOptions({
    queryKey: ['evidenceBytes', id, size],
    queryFn: ({ signal }) =>
      fileOf(size === 'small' ? evidenceThumbnail : evidenceFile, { params: { id } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: size === 'small' ? 600_000 : 60_000,
  });
}

export const saveEvidence = ({ id }: Evidence) => download(evidenceFile, { params: { id } });

/** Takes a file from its row; gives the refusal to whoever asked. */
export function useRemoveEvidence(owner: EvidenceOwner) {
  const client = useQueryClient();
  return async ({ id }: Evidence, wholly: boolean) => {
    await call(deleteEvidence, { params: { id }, query: wholly ? { wholly: 'true' } : {} });
    await client.invalidateQueries({ queryKey: keyOf(owner) });
  };
}

/** An address for bytes in the page, as long as they are shown. `type` is what they are taken for. */
export function useBlobAddress(blob: Blob | undefined, type: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(new Blob([blob], { type }));
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
      setAddress(null);
    };
  }, [blob, type]);
  return address;
}

export interface Sending {
  key: string;
  file: File;
  state: 'waiting' | 'sending' | 'failed';
  /** Bytes, of the file's size. */
  sent: number;
  error: unknown;
}

/** Files that are sent at a time; the others wait. */
const atATime = 2;

/**
 * Sends files to a row, several at a time, each with how far it is. What the server would refuse at sight
 * isn't sent. What is under way goes on while the page is left.
 */
export function useEvidenceUploads(owner: EvidenceOwner, megabytes: number) {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const started = useRef(new Set<string>());
  const change = useCallback((key: string, by: Partial<Sending> | null) => {
    setSending((all) =>
      all.flatMap((one) => (one.key !== key ? [one] : by ? [{ ...one, ...by }] : [])),
    );
  }, []);

  const { kind, id } = owner;
  const sendOne = useCallback(
    async ({ key, file }: Sending) => {
      const stop = new AbortController();
      stops.current.set(key, stop);
      try {
        await uploadFile(uploadEvidence, {
          query: { kind, ownerId: id },
          file,
          signal: stop.signal,
          onProgress: (sent, total) =>
            change(key, { sent: total > 0 ? (sent / total) * file.size : 0 }),
        });
        await client.invalidateQueries({ queryKey: keyOf({ kind, id }) });
        change(key, null);
      } catch (error) {
        change(key, stop.signal.aborted ? null : { state: 'failed', error });
      } finally {
        stops.current.delete(key);
      }
    },
    [kind, id, client, change],
  );

  useEffect(() => {
    const busy = sending.filter(({ state }) => state === 'sending').length;
    const next = sending.filter(
      ({ key, state }) => state === 'waiting' && !started.current.has(key),
    );
    for (const one of next.slice(0, Math.max(0, atATime - busy))) {
      started.current.add(one.key);
      change(one.key, { state: 'sending' });
      void sendOne(one);
    }
  }, [sending, sendOne, change]);

  return {
    sending,
    send(files: readonly File[]) {
      const added = files.map((file): Sending => {
        const error = refusalAtSight(file, megabytes);
        return { key: newKey(), file, state: error ? 'failed' : 'waiting', sent: 0, error };
      });
      setSending((all) => [...all, ...added]);
    },
    /** Stops what is under way, or takes what failed from the list. */
    drop(key: string) {
      stops.current.get(key)?.abort();
      if (!stops.current.has(key)) change(key, null);
    },
    again(key: string) {
      started.current.delete(key);
      change(key, { state: 'waiting', sent: 0, error: null });
    },
  };
}

/** What needn't be sent to know that it is refused; null: it may go. */
function refusalAtSight(file: File, megabytes: number): ApiProblem | null {
  const name = evidenceName(file.name);
  if (/\.hei[cf]$/i.test(name)) return problemFor(evidenceRefusals.heic);
  if (file.size === 0) return problemFor(evidenceRefusals.empty);
  if (typeByName(name) === null) return problemFor(evidenceRefusals.type);
  const most = megabytes * 1024 * 1024;
  return file.size > most ? problemFor(tooLargeRefusal(megabytes)) : null;
}

function problemFor({ code, message, remedy }: EvidenceRefusal): ApiProblem {
  const errors = [
    { path: 'file', code, message: word(message), basis: null, remedy: remedy && word(remedy) },
  ];
  return new ApiProblem({ code: 'evidenceRefused', title: word(message), errors });
}
