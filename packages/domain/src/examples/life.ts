import type { ExampleAct, ExampleState } from '@xuanpai/contracts/examples';

interface Transition {
  by: 'writer' | 'reviewer';
  from: readonly ExampleState[];
  /** Null: it stays as it is. */
  to: ExampleState | null;
}

/**
 * The life of an example: draft → submitted → released → withdrawn, or returned and submitted again. What
 * lies with the reviewer or was released stays as it is.
 */
export const exampleTransitions: Readonly<Record<ExampleAct, Transition>> = {
  write: { by: 'writer', from: ['draft', 'returned'], to: null },
  submit: { by: 'writer', from: ['draft', 'returned'], to: 'submitted' },
  recall: { by: 'writer', from: ['submitted'], to: 'draft' },
  release: { by: 'reviewer', from: ['submitted'], to: 'released' },
  return: { by: 'reviewer', from: ['submitted'], to: 'returned' },
  withdraw: { by: 'reviewer', from: ['released'], to: 'withdrawn' },
};

/** Somebody, as an example sees them. */
export interface ExampleActor {
  /** May write it, by role and township. */
  writes: boolean;
  /** May review examples. */
  reviews: boolean;
  /** Wrote it, or submitted it. */
  ownWork: boolean;
}

/** What somebody may do with an example in a state: nobody releases or returns the own work. */
export function exampleActsOf(state: ExampleState, actor: ExampleActor): ExampleAct[] {
  return (Object.keys(exampleTransitions) as ExampleAct[]).filter((act) => {
    const { by, from } = exampleTransitions[act];
    if (!from.includes(state)) return false;
    if (by === 'writer') return actor.writes;
    return actor.reviews && (act === 'withdraw' || !actor.ownWork);
  });
}
