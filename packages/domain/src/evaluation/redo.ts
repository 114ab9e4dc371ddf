import type { FollowUp } from '@xuanpai/contracts/evaluation-step-words';

/** What stands on a grade, by the editions that it was done for. */
export interface DoneByEdition {
  edition: number;
  told: readonly number[];
  form: readonly number[];
  file: readonly number[];
  feedback: readonly number[];
  /** Letters made of a grade that changed since. */
  oldLetters: boolean;
  /** A use of benefits whose ground the change took away. */
  lostBenefit: boolean;
}

/** E7: when a grade has changed, whatever followed from the one before is to be done again. */
export function redoOf(done: DoneByEdition): FollowUp[] {
  const { edition, oldLetters, lostBenefit } = done;
  if (edition <= 1) return [];
  const again = (['told', 'form', 'file', 'feedback'] as const).filter((what) => {
    const editions = done[what];
    return editions.length > 0 && !editions.includes(edition);
  });
  return [
    ...again,
    ...(oldLetters ? (['letters'] as const) : []),
    ...(lostBenefit ? (['benefits'] as const) : []),
  ];
}
