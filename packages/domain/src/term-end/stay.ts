import type { Basis } from '@xuanpai/contracts/problems';
import type { TermOutcome } from '@xuanpai/contracts/term-ends';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Policy } from '../policy/policy.ts';
import type { RuleFault } from '../rule-fault.ts';
import { longestStay, staysTooLong } from '../term.ts';

/** What is proposed of somebody, or of a unit, at the end of the term. */
export interface Proposed {
  outcome: TermOutcome;
  remaining?: string | undefined;
  stayUntil?: PlainDate | undefined;
}

const byNotice: Basis = { kind: 'notice', source: '五、四' };

/**
 * S4: who stays has what is still to be done, and a day after the term's last, `endsOn`; a unit may be
 * bound on without a day. Nobody stays for longer than another term at once.
 */
export function stayFaults(
  { outcome, remaining, stayUntil }: Proposed,
  of: 'cadre' | 'unit',
  endsOn: PlainDate,
  policy: Policy,
): RuleFault[] {
  const fault = (path: string, code: string, zh: string, en: string): RuleFault => ({
    ...{ path, code, basis: byNotice, message: { zh, en }, remedy: null },
  });
  if (outcome !== 'stay') {
    const words = ['不撤回的才填未完成事项和期限。', 'Only who stays has more to do.'] as const;
    return remaining || stayUntil ? [fault('outcome', 'notStaying', ...words)] : [];
  }
  const faults: RuleFault[] = [];
  if (!remaining) {
    const words = ['请写明还有哪些工作未完成。', 'Say what is still to be done.'] as const;
    faults.push(fault('remaining', 'required', ...words));
  }
  if (stayUntil ? stayUntil <= endsOn : of === 'cadre') {
    const zh = `完成期限应在任期届满${endsOn}以后。`;
    const en = `The day lies after the end of the term, ${endsOn}.`;
    faults.push(fault('stayUntil', 'notAfterEnd', zh, en));
  } else if (stayUntil && stayUntil > longestStay(endsOn, policy)) {
    faults.push(staysTooLong('stayUntil', endsOn, policy));
  }
  return faults;
}
