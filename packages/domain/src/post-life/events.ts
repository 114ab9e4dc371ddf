import type { AssignmentEventKind } from '@xuanpai/contracts/assignment-events';

/** What is noted about a post beside who holds it: papers and arrivals. */
const factKinds: readonly AssignmentEventKind[] = [
  'appointed',
  'reported',
  'membershipTransferred',
  'membershipReturned',
];

/** Whether an event only notes something; the others change who is in post, or end it. */
export function isFact(kind: AssignmentEventKind): boolean {
  return factKinds.includes(kind);
}

/** An event as far as undoing goes. */
export interface PastEvent {
  id: string;
  assignmentId: string;
  seq: number;
  kind: AssignmentEventKind;
  /** The post that it made. */
  madeId: string | null;
  undone: boolean;
}

/**
 * Whether a later event builds on an earlier one: changes of posts on changes of posts, the way back of
 * the membership on the way there and on the end of the post, and whatever happened to a post on what
 * made it. A paper noted too late or an arrival stands for itself.
 */
export function buildsOn(later: PastEvent, earlier: PastEvent): boolean {
  if (later.undone || later.id === earlier.id) return false;
  if (later.assignmentId === earlier.madeId) return true;
  if (later.assignmentId !== earlier.assignmentId || later.seq < earlier.seq) return false;
  if (later.kind === 'membershipReturned') {
    return earlier.kind === 'membershipTransferred' || !isFact(earlier.kind);
  }
  return !isFact(later.kind) && !isFact(earlier.kind);
}

/** The event that stands against undoing another; null where it can be undone. */
export function builtUpon(event: PastEvent, all: readonly PastEvent[]): PastEvent | null {
  return all.find((other) => buildsOn(other, event)) ?? null;
}
