import { type ApiProblem, isProblem, problemOf } from '../api-problem.ts';
import { createStore, type Store } from '../store.ts';
import {
  type Conflict,
  type Conflicts,
  type Edit,
  type Edits,
  sortRefused,
  takenBack,
  withEdits,
} from './edits.ts';
import { sendQueue } from './send-queue.ts';

export interface Unsaved {
  waiting: Edits;
  /** On their way; one request at a time. */
  sending: Edits;
  conflicts: Conflicts;
  /** Nothing is sent while it stands: it concerns no single place. */
  problem: ApiProblem | null;
}

/** What stays over a reload. */
export interface Kept {
  waiting: [string, Edit][];
  conflicts: [string, Conflict][];
}

export interface SaveWays<Reply> {
  /** As many of what waits as one request takes. */
  firstOf: (waiting: Edits) => Edits;
  send: (edits: Edits) => Promise<Reply>;
  onSaved: (reply: Reply) => void;
  /** What is shown is no longer what is there. */
  onChanged: () => void;
}

interface KeepWays {
  /** Keeps what isn't saved for the next time, or drops it. */
  keep: (kept: Kept | null) => void;
}

export interface PlaceSaver {
  state: Store<Unsaved>;
  edit: (edits: Edits) => void;
  /** Takes back what was kept. */
  restore: (kept: Kept) => void;
  /** Sends at once; true when nothing is left to be sent or decided. */
  flush: () => Promise<boolean>;
  /** Decides conflicts: keep mine over theirs, or take theirs. */
  settle: (places: readonly string[], whose: 'mine' | 'theirs') => void;
  retry: () => void;
  /** Gives up what couldn't be sent. */
  discard: () => void;
}

const none: Edits = new Map();

/**
 * Saves as it is typed: gathers, sends one request at a time, and keeps every edit until it is saved
 * or the person gives it up.
 */
export function placeSaver<Reply>(ways: SaveWays<Reply> & KeepWays): PlaceSaver {
  const state = createStore<Unsaved>({
    ...{ waiting: none, sending: none, conflicts: new Map(), problem: null },
  });
  const queue = sendQueue({
    waits: () => state.get().waiting.size > 0,
    held: () => state.get().problem !== null,
    sendNext,
  });

  function change(next: Partial<Unsaved>) {
    const now = { ...state.get(), ...next };
    state.set(now);
    ways.keep(isSaved(now) ? null : keptOf(now));
  }

  async function sendNext() {
    const { waiting } = state.get();
    const sending = ways.firstOf(waiting);
    change({ waiting: without(waiting, sending), sending });
    try {
      const reply = await ways.send(sending);
      ways.onSaved(reply);
      change({ sending: none });
    } catch (error) {
      change({ ...afterRefusal(state.get(), problemOf(error)), sending: none });
      if (isProblem(error, 'cellsChanged')) ways.onChanged();
    }
  }

  return {
    state,
    edit(edits) {
      const { waiting, sending, conflicts } = state.get();
      const based = new Map<string, Edit>();
      for (const [place, edit] of edits) {
        const conflict = conflicts.get(place);
        // Writing there again decides the conflict: over what the other person wrote.
        based.set(place, conflict ? { ...edit, was: conflict.theirs } : edit);
      }
      change({
        waiting: withEdits(waiting, sending, based),
        conflicts: without(conflicts, edits),
        problem: null,
      });
      queue.schedule();
    },
    restore({ waiting, conflicts }) {
      const now = state.get();
      change({
        waiting: withEdits(now.waiting, now.sending, new Map(waiting)),
        conflicts: new Map([...conflicts, ...now.conflicts]),
      });
      queue.schedule();
    },
    async flush() {
      await queue.run();
      return isSaved(state.get()) && state.get().problem === null;
    },
    settle(places, whose) {
      const { conflicts, waiting, sending } = state.get();
      const decided = new Map([...conflicts].filter(([place]) => places.includes(place)));
      const mine = new Map(
        [...decided].map(([place, { is, theirs }]) => [place, { was: theirs, is }]),
      );
      change({
        conflicts: without(conflicts, decided),
        waiting: whose === 'mine' ? withEdits(waiting, sending, mine) : waiting,
      });
      queue.schedule();
    },
    retry() {
      change({ problem: null });
      void queue.run();
    },
    discard() {
      change({ waiting: none, problem: null });
      ways.onChanged();
    },
  };
}

function isSaved({ waiting, sending, conflicts }: Unsaved): boolean {
  return waiting.size + sending.size + conflicts.size === 0;
}

function keptOf({ waiting, sending, conflicts }: Unsaved): Kept {
  return { waiting: [...takenBack(waiting, sending)], conflicts: [...conflicts] };
}

function without<Of>(all: ReadonlyMap<string, Of>, some: ReadonlyMap<string, unknown>) {
  return new Map([...all].filter(([place]) => !some.has(place)));
}

function afterRefusal(now: Unsaved, problem: ApiProblem): Partial<Unsaved> {
  const { waiting, sending, conflicts } = now;
  const sorted = sortRefused(problem, sending);
  // It may have arrived all the same: then its own values stand there, which is no conflict.
  if (!sorted) return { waiting: takenBack(waiting, sending), problem };
  const refused = [...sorted.conflicts].map(([place, conflict]) => {
    const newer = waiting.get(place);
    return [place, newer ? { ...conflict, is: newer.is } : conflict] as const;
  });
  return {
    waiting: withEdits(sorted.again, none, without(waiting, sorted.conflicts)),
    conflicts: new Map([...conflicts, ...refused]),
  };
}

/** Everything that was typed and isn't there yet, as the page shows it. */
export function shownEdits({ waiting, sending, conflicts }: Unsaved): Edits {
  if (waiting.size + sending.size + conflicts.size === 0) return none;
  return new Map<string, Edit>([...conflicts, ...sending, ...waiting]);
}
