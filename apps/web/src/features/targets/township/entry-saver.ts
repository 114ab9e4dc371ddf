import type { TargetChange } from '@xuanpai/contracts/target-reports';
import { type ApiProblem, isProblem, problemOf } from '../../../lib/api-problem.ts';
import { sendQueue } from '../../../lib/saving/send-queue.ts';
import { createStore } from '../../../lib/store.ts';

/** A cell as it is typed: `village/measure` is its place; `value` as the API takes it. */
export interface Entry {
  villageId: string;
  measureKey: string;
  value: string | null;
}

export type Entries = ReadonlyMap<string, Entry>;

export interface EntryState {
  waiting: Entries;
  /** On their way; one request at a time. */
  sending: Entries;
  /** Nothing is sent while it stands. */
  problem: ApiProblem | null;
  /** Places that somebody else wrote to meanwhile: theirs stands. */
  lost: readonly string[];
}

interface Ways {
  /** The change that an entry is, against what the server said last. */
  changeOf: (entry: Entry) => TargetChange | null;
  send: (changes: TargetChange[]) => Promise<void>;
  /** Reads again what is there. */
  refresh: () => Promise<void>;
}

const none: Entries = new Map();

export const placeOf = ({ villageId, measureKey }: Pick<Entry, 'villageId' | 'measureKey'>) =>
  `${villageId}/${measureKey}`;

export type EntrySaver = ReturnType<typeof entrySaver>;

/** Saves cells as they are typed: gathered, one request at a time; what is refused stays until it is settled. */
export function entrySaver(ways: Ways) {
  const state = createStore<EntryState>({ waiting: none, sending: none, problem: null, lost: [] });
  const queue = sendQueue({
    waits: () => state.get().waiting.size > 0,
    held: () => state.get().problem !== null,
    sendNext,
  });
  const change = (next: Partial<EntryState>) => state.set({ ...state.get(), ...next });

  async function sendNext() {
    const sending = state.get().waiting;
    change({ waiting: none, sending });
    const changes = [...sending.values()].flatMap((entry) => ways.changeOf(entry) ?? []);
    try {
      if (changes.length > 0) await ways.send(changes);
      change({ sending: none });
    } catch (error) {
      await refused(error, sending);
    }
  }

  async function refused(error: unknown, sending: Entries) {
    const problem = problemOf(error);
    const { waiting, lost } = state.get();
    if (!isProblem(error, 'cellsChanged')) {
      return change({ waiting: new Map([...sending, ...waiting]), sending: none, problem });
    }
    const changed = problem.changes.map(({ path }) => path.replace(/^\/+/, ''));
    const again = [...sending].filter(([place]) => !changed.includes(place));
    // Somebody else's words are there already: nothing would change, so nothing is sent for ever.
    await ways.refresh();
    change({
      waiting: changed.length === 0 ? waiting : new Map([...again, ...waiting]),
      ...{ sending: none, lost: [...lost, ...changed] },
      ...(changed.length === 0 ? { problem } : {}),
    });
  }

  return {
    state,
    write(entries: readonly Entry[]) {
      const waiting = new Map(state.get().waiting);
      for (const entry of entries) waiting.set(placeOf(entry), entry);
      const written = new Set(entries.map(placeOf));
      const lost = state.get().lost.filter((place) => !written.has(place));
      change({ waiting, problem: null, lost });
      queue.schedule();
    },
    /** Sends at once; true when nothing is left. */
    async flush(): Promise<boolean> {
      await queue.run();
      const { waiting, sending, problem } = state.get();
      return waiting.size + sending.size === 0 && problem === null;
    },
    retry() {
      change({ problem: null });
      void queue.run();
    },
    /** Gives up what couldn't be sent. */
    discard() {
      change({ waiting: none, problem: null, lost: [] });
    },
  };
}
