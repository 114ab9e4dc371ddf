import type { Basis } from '@xuanpai/contracts/problems';
import type { TermOutcome } from '@xuanpai/contracts/term-ends';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '../office/plain-date.ts';
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
  const fault = (path: string, code: string, message: Text, remedy: Text): RuleFault => ({
    ...{ path, code, basis: byNotice, message, remedy },
  });
  if (outcome !== 'stay') {
    const words = { zh: '不撤回的才填未完成事项和期限。', en: 'Only who stays has more to do.' };
    const remedy = { zh: '清空这两项，或选“不撤回”。', en: 'Empty both, or choose staying.' };
    return remaining || stayUntil ? [fault('outcome', 'notStaying', words, remedy)] : [];
  }
  const faults: RuleFault[] = [];
  if (!remaining) {
    const words = { zh: '请写明还有哪些工作未完成。', en: 'Say what is still to be done.' };
    const remedy = { zh: '可参照未完成的约束性指标填写。', en: 'See the binding targets missed.' };
    faults.push(fault('remaining', 'required', words, remedy));
  }
  if (stayUntil ? stayUntil <= endsOn : of === 'cadre') {
    const words = {
      zh: `完成期限应在任期届满${endsOn}以后。`,
      en: `The day lies after the end of the term, ${endsOn}.`,
    };
    const next = addDays(endsOn, 1);
    const remedy = { zh: `请填${next}或以后的日期。`, en: `Give ${next} or a later day.` };
    faults.push(fault('stayUntil', 'notAfterEnd', words, remedy));
  } else if (stayUntil && stayUntil > longestStay(endsOn, policy)) {
    faults.push(staysTooLong('stayUntil', endsOn, policy));
  }
  return faults;
}

/** The days of a post at the end of the term: its own last one, and the batch's. */
export interface TermDays {
  endsOn: PlainDate;
  batchEndsOn: PlainDate;
}

/**
 * S4: the last day of somebody who doesn't stay, decided on a day. Whoever stayed and is done is released
 * with the decision, though not before the batch's term is over.
 */
export function lastDayOf({ endsOn, batchEndsOn }: TermDays, decidedOn: PlainDate): PlainDate {
  const released = decidedOn > batchEndsOn ? decidedOn : batchEndsOn;
  return endsOn < released ? endsOn : released;
}
