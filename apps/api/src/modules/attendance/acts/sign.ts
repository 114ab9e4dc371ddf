import type { AttendanceMonth, Month } from '@xuanpai/contracts/attendance';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { editionNow, keepEdition, refuseBlocked } from '../editions/freeze.ts';
import { actOnSheet } from './on-sheet.ts';

interface Place {
  key: string;
  month: Month;
}

/** The head signs: everything must be there, and the edition is kept. Throws `ruleViolated` too. */
export function sign(
  deps: Deps,
  actor: Actor,
  place: Place,
  version: number,
): Promise<AttendanceMonth> {
  const shape = { act: 'sign', permission: 'attendance.sign', version } as const;
  return actOnSheet(deps, actor, place, shape, async (on) => {
    const edition = await editionNow(on);
    refuseBlocked(edition, on.month, deps.today());
    return { data: { revision: await keepEdition(on, edition) } };
  });
}

export function submit(
  deps: Deps,
  actor: Actor,
  place: Place,
  version: number,
): Promise<AttendanceMonth> {
  const shape = { act: 'submit', permission: 'attendance.write', version } as const;
  return actOnSheet(deps, actor, place, shape, async () => ({ data: { submittedAt: new Date() } }));
}

/** Takes back what was signed or submitted; the signed edition stays on record. */
export function withdraw(
  deps: Deps,
  actor: Actor,
  place: Place,
  version: number,
): Promise<AttendanceMonth> {
  const shape = { act: 'withdraw', permission: 'attendance.write', version } as const;
  return actOnSheet(deps, actor, place, shape, async () => ({}));
}
