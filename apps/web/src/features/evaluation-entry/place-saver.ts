import { type ApiProblem, isProblem, problemOf } from '../../lib/api-problem.ts';
import { createStore, type Store } from '../../lib/store.ts';

/** How long typing is gathered before it is sent. */
const gather = 400;
/** Places that one request takes. */
const most = 2000;

export type Value = string | number | null;

/** Something typed at a place, as the server names it; `was` is what stood there for the server. */
export interface Edit {
  was: Value;
  is: Value;
  /** What was sent of it before: if that stands there now, it was this page that wrote it. */
  sent?: readonly Value[];
}
export type Edits = ReadonlyMap<string, Edit>;

/** Somebody else's value in the place of an edit, or why it can't be; it waits for a decision. */
export interface Conflict extends Edit {
  theirs: Value;
  by: string | null;
  /** Null where somebody else wrote there. */
  message: string | null;
}
export type Conflicts = ReadonlyMap<string, Conflict>;

export interface Unsaved {
  waiting: Edits;
  /** On their way; one request at a time. */
  sending: Edits;
  conflicts: Conflicts;
  /** Nothing is sent while it stands. */
  problem: ApiProblem | null;
}

/** What stays over a reload. */
export interface Kept {
  waiting: [string, Edit][];
  conflicts: [string, Conflict][];
}

interface Ways<Reply> {
  send: (edits: Edits) => Promise<Reply>;
  onSaved: (reply: Reply) => void;
  /** What is shown is no longer what is there. */
  onChanged: () => void;
  keep: (kept: Kept | null) => void;
}

export interface PlaceSaver {
  state: Store<Unsaved>;
  edit: (edits: ReadonlyMap<string, { was: Value; is: Value }>) => void;
  restore: (kept: Kept) => void;
  /** Sends at once; true when nothing is left to be sent or decided. */
  flush: () => Promise<boolean>;
  settle: (places: readonly string[], whose: 'mine' | 'theirs') => void;
  retry: () => void;
  discard: () => void;
}

const none: Edits = new Map();

/** Saves as it is typed: gathered, one request at a time, every edit kept until it is saved or given up. */
export function placeSaver<Reply>(ways: Ways<Reply>): PlaceSaver {
  const state = createStore<Unsaved>({
    ...{ waiting: none, sending: none, conflicts: new Map(), problem: null },
  });
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;

  function change(next: Partial<Unsaved>) {
    const now = { ...state.get(), ...next };
    state.set(now);
    const { waiting, sending, conflicts } = now;
    const waits = [...takenBack(waiting, sending)];
    const left = waits.length + conflicts.size > 0;
    ways.keep(left ? { waiting: waits, conflicts: [...conflicts] } : null);
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
      const all = [...state.get().waiting];
      const sending = new Map(all.slice(0, most));
      change({ waiting: new Map(all.slice(most)), sending });
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
    const sorted = sortRefused(problem, sending);
    if (!sorted) {
      // It may have arrived all the same: then its own values stand there, which is no conflict.
      return change({ waiting: takenBack(waiting, sending), sending: none, problem });
    }
    const later = new Map(waiting);
    const decide = new Map(conflicts);
    for (const [place, conflict] of sorted.conflicts) {
      const newer = later.get(place);
      later.delete(place);
      decide.set(place, newer ? { ...conflict, is: newer.is } : conflict);
    }
    change({
      waiting: withEdits(sorted.again, none, later),
      ...{ sending: none, conflicts: decide },
    });
    if (isProblem(error, 'cellsChanged')) ways.onChanged();
  }

  return {
    state,
    edit(edits) {
      const { waiting, sending, conflicts } = state.get();
      const rest = new Map(conflicts);
      const based = new Map<string, Edit>();
      for (const [place, edit] of edits) {
        const conflict = rest.get(place);
        rest.delete(place);
        // Writing there again decides the conflict: over what the other person wrote.
        based.set(place, conflict ? { ...edit, was: conflict.theirs } : edit);
      }
      change({ waiting: withEdits(waiting, sending, based), conflicts: rest, problem: null });
      schedule();
    },
    restore({ waiting, conflicts }) {
      const now = state.get();
      change({
        waiting: withEdits(now.waiting, now.sending, new Map(waiting)),
        conflicts: new Map([...conflicts, ...now.conflicts]),
      });
      schedule();
    },
    async flush() {
      await run();
      const { waiting, sending, conflicts, problem } = state.get();
      return waiting.size + sending.size + conflicts.size === 0 && problem === null;
    },
    settle(places, whose) {
      const { conflicts, waiting, sending } = state.get();
      const rest = new Map([...conflicts].filter(([place]) => !places.includes(place)));
      const mine = new Map<string, Edit>();
      for (const place of places) {
        const conflict = conflicts.get(place);
        if (conflict) mine.set(place, { was: conflict.theirs, is: conflict.is });
      }
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
      change({ waiting: none, conflicts: new Map(), problem: null });
      ways.onChanged();
    },
  };
}

/** Everything that was typed and isn't there yet, as the page shows it. */
export function shownEdits({ waiting, sending, conflicts }: Unsaved): Edits {
  return new Map<string, Edit>([...conflicts, ...sending, ...waiting]);
}

/** The first `was` stays, or what is on its way; an edit back to it is none. */
export function withEdits(waiting: Edits, sending: Edits, edits: Edits): Edits {
  const next = new Map(waiting);
  for (const [place, edit] of edits) {
    const before = next.get(place);
    const onItsWay = sending.get(place);
    const was = before ? before.was : onItsWay ? onItsWay.is : edit.was;
    const sent = before?.sent ?? edit.sent;
    if (edit.is === was) next.delete(place);
    else next.set(place, { was, is: edit.is, ...(sent ? { sent } : {}) });
  }
  return next;
}

/** What was on its way goes back to what waits, when nobody knows whether it arrived. */
function takenBack(waiting: Edits, sending: Edits): Edits {
  const next = new Map(waiting);
  for (const [place, edit] of sending) {
    const later = waiting.get(place);
    const sent = [...(edit.sent ?? []), edit.is];
    next.set(place, { was: edit.was, is: later ? later.is : edit.is, sent });
  }
  return next;
}

/** Sorts what was refused: place by place what is there now, and the rest to be sent again. */
function sortRefused(problem: ApiProblem, sending: Edits) {
  if (problem.status < 400 || problem.status >= 500) return null;
  const conflicts = new Map<string, Conflict>();
  const changed = problem.code === 'cellsChanged';
  for (const { path, message } of changed ? [] : problem.errors) {
    for (const [place, edit] of at(sending, path)) {
      conflicts.set(place, { ...edit, theirs: edit.was, by: null, message });
    }
  }
  for (const { path, is, by } of problem.changes) {
    for (const [place, edit] of at(sending, path)) {
      const theirs = typeof (edit.is ?? edit.was) === 'number' && is !== null ? Number(is) : is;
      conflicts.set(place, { ...edit, theirs, by, message: null });
    }
  }
  if (conflicts.size === 0) return null;
  const again = new Map<string, Edit>();
  for (const [place, edit] of sending) {
    const conflict = conflicts.get(place);
    if (!conflict) again.set(place, edit);
    else if (conflict.message !== null) continue;
    else if (conflict.theirs === edit.is) conflicts.delete(place);
    else if (edit.sent?.includes(conflict.theirs)) {
      conflicts.delete(place);
      again.set(place, { ...edit, was: conflict.theirs });
    }
  }
  return { conflicts, again };
}

/** The edits at a path of the server, or below it. */
function at(sending: Edits, path: string): [string, Edit][] {
  const place = path.replace(/^\/+|\/+$/g, '');
  return [...sending].filter(([key]) => key === place || key.startsWith(`${place}/`));
}
