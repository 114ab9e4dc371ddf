import type { WaitingTask } from '@xuanpai/contracts/home';
import type { Permission } from '@xuanpai/contracts/permissions';

type Draft = Pick<WaitingTask, 'code' | 'counts' | 'names' | 'dueOn'>;

/** What benefits, work expenses and the end of the term want of somebody. */
export interface BenefitsWanting {
  /** Units that owe for a year of the posts that isn't closed, by when the first, and how much in whole yuan. */
  owing: { units: string[]; yuan: number; dueOn: string | null };
  /** Years that are over and not closed, by unit. */
  toClose: string[];
  /** Whose use has lost its ground. */
  lost: string[];
  /** Whose end of term is near and without a proposal; whose waits for the decision of another. */
  toPropose: string[];
  toDecide: string[];
}

export const noBenefitsWanted: BenefitsWanting = {
  owing: { units: [], yuan: 0, dueOn: null },
  ...{ toClose: [], lost: [], toPropose: [], toDecide: [] },
};

export function waitingBenefits(
  { owing, toClose, lost, toPropose, toDecide }: BenefitsWanting,
  may: (permission: Permission) => boolean,
): Draft[] {
  const draft = (
    permission: Permission,
    code: Draft['code'],
    names: string[],
    counts: Draft['counts'],
    dueOn: string | null = null,
  ): Draft[] => (names.length > 0 && may(permission) ? [{ code, counts, names, dueOn }] : []);
  const { units, yuan, dueOn } = owing;
  return [
    ...draft('benefits.write', 'settleBenefits', lost, { people: lost.length }),
    ...draft('termEnd.decide', 'decideTermEnds', toDecide, { people: toDecide.length }),
    ...draft('termEnd.propose', 'proposeTermEnds', toPropose, { people: toPropose.length }),
    ...draft('expenses.write', 'payExpenses', units, { units: units.length, yuan }, dueOn),
    ...draft('expenses.close', 'closeExpenses', toClose, { units: toClose.length }),
  ];
}
