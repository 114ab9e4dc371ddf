import type { SheetAct, SheetStatus } from '@xuanpai/contracts/attendance';
import type { Permission } from '@xuanpai/contracts/permissions';

/** A sheet as far as its acts depend on it. */
export interface SheetState {
  status: SheetStatus;
  /** A correction is asked for and not decided. */
  correctionAsked: boolean;
}

interface Transition {
  /** Whose act it is. `reopen` is nobody's: a correction of the month before does it. */
  by: Permission | null;
  from: readonly SheetStatus[];
  /** Null leaves the status: a correction that is asked for, or refused. */
  to: SheetStatus | null;
  correction?: 'asked' | 'none';
}

/**
 * The life of a month's sheet (M7): draft → signed by the head → submitted → confirmed or returned;
 * a confirmed month opens again by a correction that the township asks for and the district approves.
 */
export const transitions: Readonly<Record<SheetAct, Transition>> = {
  sign: { by: 'attendance.sign', from: ['draft', 'returned'], to: 'signed' },
  submit: { by: 'attendance.write', from: ['signed'], to: 'submitted' },
  withdraw: { by: 'attendance.write', from: ['signed', 'submitted'], to: 'draft' },
  confirm: { by: 'attendance.confirm', from: ['submitted'], to: 'confirmed' },
  return: { by: 'attendance.confirm', from: ['submitted'], to: 'returned' },
  askCorrection: { by: 'attendance.write', from: ['confirmed'], to: null, correction: 'none' },
  approveCorrection: {
    by: 'attendance.confirm',
    from: ['confirmed'],
    to: 'draft',
    correction: 'asked',
  },
  refuseCorrection: {
    by: 'attendance.confirm',
    from: ['confirmed'],
    to: null,
    correction: 'asked',
  },
  reopen: { by: null, from: ['signed', 'submitted', 'confirmed'], to: 'returned' },
};

/** Whether the sheet's state allows the act. */
export function actFits(act: SheetAct, { status, correctionAsked }: SheetState): boolean {
  const { from, correction } = transitions[act];
  if (!from.includes(status)) return false;
  return correction === undefined || (correction === 'asked') === correctionAsked;
}

/** The status after an act that fits. */
export function statusAfter(act: SheetAct, status: SheetStatus): SheetStatus {
  return transitions[act].to ?? status;
}

/** Cells are written while the township works on them. */
export function isEditable(status: SheetStatus): boolean {
  return status === 'draft' || status === 'returned';
}
