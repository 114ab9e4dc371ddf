import { useEffect, useMemo } from 'react';
import { ApiProblem } from '../api-problem.ts';
import { dropDraft, keepDraft, keptDraft } from '../drafts.ts';
import { session, useUser } from '../session.ts';
import { useStore } from '../store.ts';
import { holdPage } from '../unsaved.ts';
import {
  type Kept,
  type PlaceSaver,
  placeSaver,
  type SaveWays,
  shownEdits,
} from './place-saver.ts';

/** Savers outlive their pages: what was typed is sent on after leaving, and found again on return. */
const savers = new Map<string, PlaceSaver>();

function saverOf<Reply>(owner: string, name: string, ways: SaveWays<Reply>): PlaceSaver {
  const known = savers.get(`${owner} ${name}`);
  if (known) return known;
  let letGo: (() => void) | null = null;
  const saver = placeSaver<Reply>({
    ...ways,
    send(edits) {
      const now = session.get();
      // Never in another person's name.
      if (now.status !== 'in' || now.user.id !== owner) {
        return Promise.reject(new ApiProblem({ code: 'notSignedIn', status: 401 }));
      }
      return ways.send(edits);
    },
    keep(kept) {
      if (kept) {
        keepDraft(owner, name, kept);
        letGo ??= holdPage();
        return;
      }
      dropDraft(owner, name);
      letGo?.();
      letGo = null;
    },
  });
  savers.set(`${owner} ${name}`, saver);
  const kept = keptDraft(owner, name) as Kept | null;
  if (kept) saver.restore(kept);
  return saver;
}

/** What is typed on a page, saved under a name; `ways` must depend on the name only. */
export function useSaver<Reply>(name: string, ways: () => SaveWays<Reply>) {
  const { id: owner } = useUser();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first ways of a name serve as long as it does
  const saver = useMemo(() => saverOf(owner, name, ways()), [owner, name]);
  const unsaved = useStore(saver.state);
  const edits = useMemo(() => shownEdits(unsaved), [unsaved]);
  // What was held up, as by a session that had ended, is tried again with the page.
  useEffect(() => {
    if (saver.state.get().problem) saver.retry();
    // Whoever leaves the page doesn't wait for the next batch.
    return () => {
      void saver.flush();
    };
  }, [saver]);
  return { saver, unsaved, edits };
}

export type Saving = ReturnType<typeof useSaver>;
