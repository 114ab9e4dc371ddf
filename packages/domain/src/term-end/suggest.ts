import type { Grade } from '@xuanpai/contracts/evaluation-words';
import type { TermOutcome } from '@xuanpai/contracts/term-ends';
import type { TermGround } from '@xuanpai/contracts/term-grounds';
import type { Policy } from '../policy/policy.ts';

/** What speaks for or against somebody at the end of the term. */
export interface TermFacts {
  termGrade: Grade | null;
  /** Binding targets that aren't reached; one striven for (力争) alone keeps nobody (E9). */
  bindingMissed: number;
  findingsOpen: number;
}

/**
 * 五(四): whoever didn't complete the work isn't withdrawn, where the policy has it (S4); 优秀 at the end of
 * the term with nothing open is proposed for commendation; everybody else ends in the ordinary way. A
 * person decides.
 */
export function suggestTermEnd(
  { termGrade, bindingMissed, findingsOpen }: TermFacts,
  policy: Policy,
): { outcome: TermOutcome; grounds: TermGround[] } {
  const isExcellent = termGrade === 'excellent';
  const grounds: TermGround[] = [
    bindingMissed > 0 ? 'bindingMissed' : 'bindingReached',
    termGrade === null ? 'noTermGrade' : isExcellent ? 'termExcellent' : 'termNotExcellent',
    ...(findingsOpen > 0 ? (['findingsOpen'] as const) : []),
  ];
  if (bindingMissed > 0 && policy.isOn('dispatch.boundUntilDone')) {
    return { outcome: 'stay', grounds };
  }
  const isGood = isExcellent && bindingMissed === 0 && findingsOpen === 0;
  return { outcome: isGood ? 'commend' : 'ordinary', grounds };
}

/** A unit is bound on while one of its people stays, and commended where all of them are. */
export function suggestUnitEnd(outcomes: readonly TermOutcome[]): TermOutcome {
  if (outcomes.includes('stay')) return 'stay';
  return outcomes.length > 0 && outcomes.every((one) => one === 'commend') ? 'commend' : 'ordinary';
}
