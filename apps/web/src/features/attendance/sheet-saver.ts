import type { ApiProblem } from '../../lib/api-problem.ts';
import { isProblem, problemOf } from '../../lib/api-problem.ts';
import { createStore, type Store } from '../../lib/store.ts';
import {
  type Conflict,
  type Conflicts,
  type Edit,
  type Edits,
  firstOf,
  keyOf,
  sortRefused,
  takenBack,
  withEdits,
} from './edits.ts';

/** How long typing is gathered before it is sent. */
const gather = 400;

export interface Unsaved {
  waiting: Edits;
  /** On their way; one request at a time. */
  sending: Edits;
  conflicts: Conflicts;
  /** Nothing is sent while it stands: it concerns no single place. */
  problem: ApiProblem | null;
}

interface Ways<Reply> {
  send: (edits: Edits) => Promise<Reply>;
  onSaved: (reply: Reply) => void;
  /** Places were found changed: what is shown is no longer what is there. */
  onChanged: () => void;
  /** Keeps what isn't saved for the next time, or drops it. */
  keep: (unsaved: Kept | null) => void;
}

/** What stays over a reload. */
export interface Kept {
  waiting: Edit[];
  conflicts: Conflict[];
}

export interface SheetSaver {
  state: Store<Unsaved>;
  edit: (edits: readonly Edit[]) => void;
  /** Takes back what was kept. */
  restore: (kept: Kept) => void;
  /** Sends at once; true when nothing is left to be sent or decided. */
  flush: () => Promise<boolean>;
  /** Decides conflicts: keep mine over theirs, or take theirs. */
  settle: (keys: readonly string[], whose: 'mine' | 'theirs') => void;
  retry: () => void;
  /** Gives up what couldn't be sent. */
  discard: () => void;
}

const none: Edits = new Map();

/**
 * Saves as it is typed: gathers, sends one request at a time, and keeps every edit until it is saved
 * or the person gives it up.
 */
export function sheetSaver<Reply>(ways: Ways<Reply>): SheetSaver {
  const state = createStore<Unsaved>({
    waiting: none,
    sending: none,
    conflicts: new Map(),
    problem: null,
  });
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;

  function change(next: Partial<Unsaved>) {
    const now = { ...state.get(), ...next };
    state.set(now);
    const { waiting, sending, conflicts } = now;
    const left = waiting.size + sending.size + conflicts.size > 0;
    ways.keep(
      left
        ? {
            waiting: [...takenBack(waiting, sending).values()],
            conflicts: [...conflicts.values()],
          }
        : null,
    );
  }

  function edit(edits: readonly Edit[]) {
    const { waiting, sending, conflicts } = state.get();
    const rest = new Map(conflicts);
    // Writing there again decides the conflict: over what the other person wrote.
    const based = edits.map((one) => {
      const conflict = rest.get(keyOf(one));
      rest.delete(keyOf(one));
      return conflict ? { ...one, was: conflict.theirs } : one;
    });
    change({ waiting: withEdits(waiting, sending, based), conflicts: rest, problem: null });
    schedule();
  }

  function schedule() {
    if (timer !== null || running !== null || state.get().waiting.size === 0) return;
    timer = setTimeout(() => void run(), gather);
  }

  function run(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running ??= sendAll().finally(() => {
      running = null;
      if (state.get().problem === null) schedule();
    });
    return running;
  }

  async function sendAll() {
    while (state.get().waiting.size > 0 && state.get().problem === null) {
      const { waiting } = state.get();
      const sending = firstOf(waiting);
      const rest = new Map([...waiting].filter(([key]) => !sending.has(key)));
      change({ waiting: rest, sending });
      try {
        const reply = await ways.send(sending);
        ways.onSaved(reply);
        change({ sending: none });
      } catch (error) {
        refused(error);
      }
    }
  }

  function refused(error: unknown) {
    const { waiting, sending, conflicts } = state.get();
    const problem = problemOf(error);
    const sorted =
      problem.status >= 400 && problem.status < 500 ? sortRefused(problem, sending) : null;
    if (!sorted) {
      // It may have arrived all the same: then its own values stand there, which is no conflict.
      return change({ waiting: takenBack(waiting, sending), sending: none, problem });
    }
    const again = new Map(sorted.again.map((one) => [keyOf(one), one]));
    const decide = new Map(conflicts);
    const later = new Map(waiting);
    for (const conflict of sorted.conflicts) {
      const key = keyOf(conflict.edit);
      const newer = later.get(key);
      later.delete(key);
      const mine = newer ? { ...conflict.edit, is: newer.is } : conflict.edit;
      decide.set(key, { ...conflict, edit: mine });
    }
    change({
      waiting: withEdits(again, none, [...later.values()]),
      sending: none,
      conflicts: decide,
    });
    if (isProblem(error, 'cellsChanged')) ways.onChanged();
  }

  return {
    state,
    edit,
    restore({ waiting, conflicts }) {
      const now = state.get();
      change({
        waiting: withEdits(now.waiting, now.sending, waiting),
        conflicts: new Map([
          ...conflicts.map((one) => [keyOf(one.edit), one] as const),
          ...now.conflicts,
        ]),
      });
      schedule();
    },
    async flush() {
      await run();
      const { waiting, sending, conflicts, problem } = state.get();
      return waiting.size + sending.size + conflicts.size === 0 && problem === null;
    },
    settle(keys, whose) {
      const { conflicts, waiting, sending } = state.get();
      const decided = keys.flatMap((key) => conflicts.get(key) ?? []);
      const rest = new Map([...conflicts].filter(([key]) => !keys.includes(key)));
      const mine = decided.map(({ edit, theirs }) => ({ ...edit, was: theirs }));
      change({
        conflicts: rest,
        waiting: whose === 'mine' ? withEdits(waiting, sending, mine) : waiting,
      });
      schedule();
    },
    retry() {
      change({ problem: null });
      void run();
    },
    discard() {
      change({ waiting: none, problem: null });
      ways.onChanged();
    },
  };
}

/** Everything that was typed and isn't there yet, as the page shows it. */
export function shownEdits({ waiting, sending, conflicts }: Unsaved): Edits {
  if (waiting.size + sending.size + conflicts.size === 0) return none;
  return new Map([
    ...[...conflicts.values()].map(({ edit }) => [keyOf(edit), edit] as const),
    ...sending,
    ...waiting,
  ]);
}
