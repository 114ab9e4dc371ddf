import type { Permission } from '@xuanpai/contracts/permissions';
import type { HelpAct, HelpKind, HelpState } from '@xuanpai/contracts/support-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { daysBetween } from '../office/plain-date.ts';
import type { RuleFault } from '../rule-fault.ts';

interface Step {
  by: Permission;
  from: readonly HelpState[];
  to: HelpState;
}

/** The life of help: promised → reported → confirmed, or returned with a reason and reported again. */
export const helpSteps: Readonly<Record<Exclude<HelpAct, 'promise'>, Step>> = {
  report: { by: 'support.report', from: ['promised', 'returned'], to: 'reported' },
  withdraw: { by: 'support.report', from: ['reported'], to: 'promised' },
  drop: { by: 'support.report', from: ['promised', 'returned'], to: 'dropped' },
  confirm: { by: 'support.confirm', from: ['reported'], to: 'confirmed' },
  return: { by: 'support.confirm', from: ['reported'], to: 'returned' },
  reopen: { by: 'support.confirm', from: ['confirmed'], to: 'returned' },
};

type May = (permission: Permission) => boolean;

/**
 * What somebody may do with help as it stands: whoever reported it takes the report back, and neither
 * confirms nor returns it.
 */
export function helpActsFor(state: HelpState, may: May, isOwn: boolean): HelpAct[] {
  const acts = Object.keys(helpSteps) as Exclude<HelpAct, 'promise'>[];
  return acts.filter((act) => {
    const { by, from } = helpSteps[act];
    if (!from.includes(state) || !may(by)) return false;
    if (act === 'withdraw') return isOwn;
    return !(isOwn && (act === 'confirm' || act === 'return'));
  });
}

/** Promised and not done: days over its day, 0 or less while there is time; null where nothing is owed. */
export function daysLate(
  { state, dueOn }: { state: HelpState; dueOn: PlainDate | null },
  on: PlainDate,
): number | null {
  if (dueOn === null || (state !== 'promised' && state !== 'returned')) return null;
  return daysBetween(dueOn, on);
}

/** Money and goods have an amount in yuan, training and visits a number; a project's money is its own. */
export const hasAmount = (kind: HelpKind) => kind === 'money' || kind === 'goods';
export const hasQuantity = (kind: HelpKind) => kind === 'training' || kind === 'visits';

interface GivenHelp {
  kind: HelpKind;
  amount?: string | null;
  quantity?: number | null;
}

/** Which figures a kind has: `path` goes before the names of the fields. */
export function figureFaults({ kind, amount, quantity }: GivenHelp, path = ''): RuleFault[] {
  const given = (value: unknown) => value !== undefined && value !== null;
  const fault = (field: string, code: string, zh: string, en: string): RuleFault => ({
    ...{ path: path + field, code, basis: null, remedy: null },
    message: { zh, en },
  });
  return [
    ...(kind === 'money' && !given(amount)
      ? [fault('amount', 'amountMissing', '请填写金额。', 'Give the amount.')]
      : []),
    ...(given(amount) && !hasAmount(kind)
      ? [
          fault(
            'amount',
            'amountNotExpected',
            '只有资金和物资填金额；项目的资金在项目里登记。',
            'Only money and goods have an amount; a project’s money stands with the project.',
          ),
        ]
      : []),
    ...(given(quantity) && !hasQuantity(kind)
      ? [
          fault(
            'quantity',
            'quantityNotExpected',
            '只有培训和走访填次数。',
            'Only training and visits have a number.',
          ),
        ]
      : []),
  ];
}

/** What is left of a promise in fen after a part of it was done; 0 where all of it was, or more. */
export function restOf(promised: number | null, done: number | null): number {
  return promised === null || done === null ? 0 : Math.max(0, promised - done);
}
