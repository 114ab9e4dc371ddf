import type { Permission } from '@xuanpai/contracts/permissions';
import type { TargetAct, TargetStatus } from '@xuanpai/contracts/target-values';

interface Transition {
  by: Permission;
  from: readonly TargetStatus[];
  to: TargetStatus;
}

/**
 * The life of a report (T3): the township fills it in and submits it, its head confirms or returns it,
 * and the district may open a confirmed one for another edition.
 */
export const targetTransitions: Readonly<Record<TargetAct, Transition>> = {
  submit: { by: 'targets.report', from: ['draft', 'returned'], to: 'submitted' },
  withdraw: { by: 'targets.report', from: ['submitted'], to: 'draft' },
  confirm: { by: 'targets.confirm', from: ['submitted'], to: 'confirmed' },
  return: { by: 'targets.confirm', from: ['submitted'], to: 'returned' },
  reopen: { by: 'targets.reopen', from: ['confirmed'], to: 'returned' },
};

/** The acts that a status allows, whoever does them. */
export function targetActsFrom(status: TargetStatus): TargetAct[] {
  const acts = Object.keys(targetTransitions) as TargetAct[];
  return acts.filter((act) => targetTransitions[act].from.includes(status));
}

/** Values are written while the township works on them. */
export function isReportEditable(status: TargetStatus): boolean {
  return status === 'draft' || status === 'returned';
}
