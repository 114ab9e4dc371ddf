import { useQueryClient } from '@tanstack/react-query';
import { makeLetters, voidLetter } from '@xuanpai/contracts/letters';
import { useRef, useState } from 'react';
import { call } from '../../lib/api.ts';
import { type ApiProblem, problemOf } from '../../lib/api-problem.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { type FileFormat, printFile } from './print-file.ts';
import type { LettersOf } from './queries.ts';

/** Milliseconds; what takes longer shows how far it is. */
const aMoment = 1000;

/** Making letters and taking them: what was refused stays to be read. */
export function useLetterActs(batchId: string, of: LettersOf) {
  const text = useText().letters;
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const stopping = useRef(new AbortController());
  const params = { id: batchId };
  const refresh = () => client.invalidateQueries({ queryKey: ['letters', batchId] });

  async function act(run: () => Promise<string | null>) {
    setBusy(true);
    stopping.current = new AbortController();
    setProblem(null);
    try {
      const says = await run();
      if (says !== null) showDone(says);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
      await refresh();
    }
  }

  async function take(as: FileFormat, subjectIds: readonly string[] | null) {
    const since = Date.now();
    const { signal } = stopping.current;
    try {
      await printFile({ batchId, of, as, subjectIds }, signal, (done, total) => {
        if (Date.now() - since > aMoment) setProgress({ done, total });
      });
    } finally {
      setProgress(null);
    }
  }

  return {
    busy,
    problem,
    /** Of the file that is made, once that takes longer than a moment. */
    progress,
    stop: () => stopping.current.abort(),
    refresh,
    take: (format: FileFormat, ids: readonly string[] | null) =>
      act(async () => {
        await take(format, ids);
        return null;
      }),
    /** Gives numbers, then takes the file; `ids` null: all. */
    make: (
      ids: readonly string[] | null,
      date: string,
      format: FileFormat,
      leaveOutIncomplete: boolean,
    ) =>
      act(async () => {
        const subjectIds = ids && [...ids];
        const body = { ...of, subjectIds, date, leaveOutIncomplete };
        const { made, again, leftOut, stepsBack } = await call(makeLetters, { params, body });
        const left = new Set(leftOut.map(({ subjectId }) => subjectId));
        const there = ids?.filter((id) => !left.has(id)) ?? null;
        if (made + again > 0) await take(format, there);
        return text.made(made, again, leftOut.length, stepsBack.length);
      }),
    voidOne: async (id: string, version: number, reason: string) => {
      await call(voidLetter, { params: { id }, body: { reason, version } });
      await refresh();
    },
  };
}

export type LetterActs = ReturnType<typeof useLetterActs>;
