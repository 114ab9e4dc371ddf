import type { AttendanceMonth, Month } from '@xuanpai/contracts/attendance';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { actOnSheet } from './on-sheet.ts';
import { noCorrection } from './reopen.ts';

interface Place {
  key: string;
  month: Month;
}

interface Seen {
  version: number;
  reason: string;
}

/** The township asks for a confirmed month to be opened again. */
export function askCorrection(
  deps: Deps,
  actor: Actor,
  place: Place,
  { version, reason }: Seen,
): Promise<AttendanceMonth> {
  const shape = { act: 'askCorrection', permission: 'attendance.write', version, reason } as const;
  return actOnSheet(deps, actor, place, shape, async () => ({
    data: {
      correctionReason: reason,
      correctionByName: actor.name,
      correctionAt: new Date(),
    },
  }));
}

/** The district agrees: a new edition can be made, and the confirmed one stays beside it. */
export function approveCorrection(
  deps: Deps,
  actor: Actor,
  place: Place,
  version: number,
): Promise<AttendanceMonth> {
  const shape = { act: 'approveCorrection', permission: 'attendance.confirm', version } as const;
  return actOnSheet(deps, actor, place, shape, async () => ({ data: noCorrection }));
}

export function refuseCorrection(
  deps: Deps,
  actor: Actor,
  place: Place,
  { version, reason }: Seen,
): Promise<AttendanceMonth> {
  const shape = {
    act: 'refuseCorrection',
    permission: 'attendance.confirm',
    version,
    reason,
  } as const;
  return actOnSheet(deps, actor, place, shape, async () => ({ data: noCorrection }));
}
