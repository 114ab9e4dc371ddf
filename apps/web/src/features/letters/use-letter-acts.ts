import { useQueryClient } from '@tanstack/react-query';
import { makeLetters, voidLetter } from '@xuanpai/contracts/letters';
import { useRef, useState } from 'react';
import { call } from '../../lib/api.ts';
import { type ApiProblem, problemOf } from '../../lib/api-problem.ts';
import { createStore } from '../../lib/store.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { type FileFormat, printFile } from './print-file.ts';
import type { LettersOf } from './queries.ts';

/** Milliseconds; what takes longer shows how far it is. */
const aMoment = 1000;

export interface ActState {
  busy: boolean;
  problem: ApiProblem | null;
  /** Of the file that is made, once that takes longer than a moment. */
  progress: { done: number; total: number } | null;
}

const atRest: ActState = { busy: false, problem: null, progress: null };

/** After the next frame: a press is answered before a page of hundreds of rows is drawn anew. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/**
 * Making letters and taking them: what was refused stays to be read. How an act stands is a store, for
 * what shows it: the list of hundreds beside it isn't drawn again.
 */
export function useLetterActs(batchId: string, of: LettersOf) {
  const text = useText().letters;
  const client = useQueryClient();
  const [state] = useState(() => createStore(atRest));
  const stopping = useRef(new AbortController());
  const working = useRef(false);
  const params = { id: batchId };
  const change = (part: Partial<ActState>) => state.set({ ...state.get(), ...part });
  const refresh = () => client.invalidateQueries({ queryKey: ['letters', batchId] });

  async function act(run: () => Promise<string | null>) {
    if (working.current) return;
    working.current = true;
    await drawn();
    change({ busy: true, problem: null });
    stopping.current = new AbortController();
    try {
      const says = await run();
      if (says !== null) showDone(says);
    } catch (error) {
      change({ problem: problemOf(error) });
    } finally {
      working.current = false;
      change({ busy: false });
      await refresh();
    }
  }

  async function take(as: FileFormat, subjectIds: readonly string[] | null) {
    const since = Date.now();
    const { signal } = stopping.current;
    try {
      await printFile({ batchId, of, as, subjectIds }, signal, (done, total) => {
        if (Date.now() - since > aMoment) change({ progress: { done, total } });
      });
    } finally {
      change({ progress: null });
    }
  }

  return {
    state,
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
