import type { Grade } from '@xuanpai/contracts/evaluation-words';
import type { Basis } from '@xuanpai/contracts/problems';
import type { TermOutcome } from '@xuanpai/contracts/term-ends';
import type { TermGround } from '@xuanpai/contracts/term-grounds';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '../office/plain-date.ts';
import type { Policy } from '../policy/policy.ts';

/** What speaks for or against somebody at the end of the term. */
export interface TermFacts {
  termGrade: Grade | null;
  /** Binding targets that aren't reached; one striven for (力争) alone keeps nobody (E9). */
  bindingMissed: number;
  findingsOpen: number;
}

/** A ground with what it stands on; null: nothing of the policy asks for it. */
export interface GroundTold {
  ground: TermGround;
  basis: Basis | null;
}

const commending = {
  termExcellent: 'dispatch.commendExcellent',
  bindingReached: 'dispatch.commendTargets',
  findingsClosed: 'dispatch.commendFindings',
} as const;

/**
 * 五（四）: whoever didn't complete the work isn't withdrawn, where the policy has it (S4); whoever fulfils what
 * the policy asks of it is proposed for commendation; everybody else ends in the ordinary way. A person
 * decides.
 */
export function suggestTermEnd(
  { termGrade, bindingMissed, findingsOpen }: TermFacts,
  policy: Policy,
): { outcome: TermOutcome; grounds: GroundTold[] } {
  const bound = policy.isOn('dispatch.boundUntilDone');
  const asked = (condition: keyof typeof commending, ground: TermGround): GroundTold => ({
    ground,
    basis: policy.isOn(commending[condition]) ? policy.basis(commending[condition]) : null,
  });
  const missed = bindingMissed > 0;
  const isExcellent = termGrade === 'excellent';
  const missedBasis = bound ? policy.basis('dispatch.boundUntilDone') : null;
  const grounds: GroundTold[] = [
    missed
      ? { ground: 'bindingMissed', basis: missedBasis }
      : asked('bindingReached', 'bindingReached'),
    asked(
      'termExcellent',
      termGrade === null ? 'noTermGrade' : isExcellent ? 'termExcellent' : 'termNotExcellent',
    ),
    ...(findingsOpen > 0 ? [asked('findingsClosed', 'findingsOpen')] : []),
  ];
  if (missed && bound) return { outcome: 'stay', grounds };
  const fulfilled = {
    termExcellent: isExcellent,
    bindingReached: !missed,
    findingsClosed: findingsOpen === 0,
  };
  const conditions = Object.keys(commending) as (keyof typeof commending)[];
  const isGood =
    termGrade !== null &&
    conditions.every((one) => fulfilled[one] || !policy.isOn(commending[one]));
  return { outcome: isGood ? 'commend' : 'ordinary', grounds };
}

/** From when an end of the term is dealt with: as early as the policy warns. */
export function termDueFrom(endsOn: PlainDate, policy: Policy): PlainDate {
  return addDays(endsOn, -policy.number('dispatch.termWarningDays'));
}

/** A unit is bound on while one of its people stays, and commended where all of them are. */
export function suggestUnitEnd(outcomes: readonly TermOutcome[]): TermOutcome {
  if (outcomes.includes('stay')) return 'stay';
  return outcomes.length > 0 && outcomes.every((one) => one === 'commend') ? 'commend' : 'ordinary';
}
