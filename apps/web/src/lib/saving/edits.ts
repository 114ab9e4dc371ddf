import type { ApiProblem } from '../api-problem.ts';

export type Value = string | number | null;

/** Something typed that the server may not have yet; `was` is what stood there for the server. */
export interface Edit {
  was: Value;
  is: Value;
  /** What was sent of it before: if that stands there now, it was this page that wrote it. */
  sent?: readonly Value[];
}

/** By place, named as the server names it. */
export type Edits = ReadonlyMap<string, Edit>;

/** Somebody else's value in the place of an edit, or why it can't be; it waits for a decision. */
export interface Conflict extends Edit {
  theirs: Value;
  by: string | null;
  at: string | null;
  /** Why it was refused; null where somebody else wrote there. */
  message: string | null;
}

export type Conflicts = ReadonlyMap<string, Conflict>;

/**
 * Adds what was typed to what waits. The first `was` stays, or what is on its way; an edit back to it
 * is none, unless another value is on its way.
 */
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
export function takenBack(waiting: Edits, sending: Edits): Edits {
  const next = new Map(waiting);
  for (const [place, edit] of sending) {
    const later = waiting.get(place);
    const sent = [...(edit.sent ?? []), edit.is];
    next.set(place, { was: edit.was, is: later ? later.is : edit.is, sent });
  }
  return next;
}

interface Sorted {
  conflicts: Conflicts;
  /** To be sent again: those without a fault, and those that were this page's own earlier. */
  again: Edits;
}

/** Sorts what was refused: place by place what is there now; null where no place is named. */
export function sortRefused(problem: ApiProblem, sending: Edits): Sorted | null {
  const faults = faultsOf(problem, sending);
  if (faults.size === 0) return null;
  const conflicts = new Map<string, Conflict>();
  const again = new Map<string, Edit>();
  for (const [place, edit] of sending) {
    const fault = faults.get(place);
    if (!fault) again.set(place, edit);
    else if (fault.message !== null) conflicts.set(place, fault);
    else if (fault.theirs === edit.is) continue;
    else if (edit.sent?.includes(fault.theirs)) again.set(place, { ...edit, was: fault.theirs });
    else conflicts.set(place, fault);
  }
  return { conflicts, again };
}

function faultsOf(problem: ApiProblem, sending: Edits): Conflicts {
  const faults = new Map<string, Conflict>();
  if (problem.status < 400 || problem.status >= 500) return faults;
  for (const { path, message } of problem.code === 'cellsChanged' ? [] : problem.errors) {
    for (const [place, edit] of at(sending, path)) {
      faults.set(place, { ...edit, theirs: edit.was, by: null, at: null, message });
    }
  }
  for (const { path, is, by, at: when } of problem.changes) {
    for (const [place, edit] of at(sending, path)) {
      // Changes are told as text.
      const theirs = typeof (edit.is ?? edit.was) === 'number' && is !== null ? Number(is) : is;
      faults.set(place, { ...edit, theirs, by, at: when, message: null });
    }
  }
  return faults;
}

/** The edits at a path of the server, or below it. */
function at(sending: Edits, path: string): [string, Edit][] {
  const place = path.replace(/^\/+|\/+$/g, '');
  return [...sending].filter(([key]) => key === place || key.startsWith(`${place}/`));
}

export function firstPlaces(edits: Edits, most: number): Edits {
  return new Map([...edits].slice(0, most));
}

export function asText(value: Value): string | null {
  return value === null ? null : String(value);
}
