import type { PlainDate, StaffingType } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Cadre } from '@xuanpai/database/generated/client';
import type { Fault } from '../../lib/api-error.ts';

type Stored = Pick<Cadre, 'staffingType' | 'staffingSince' | 'staffingBefore'>;

/**
 * E3: from when a staffing type holds that isn't the one before any more. Without a day the register was
 * wrong: it is corrected, and what is known of an earlier change stays.
 */
export function staffingChange(
  before: Stored,
  to: StaffingType,
  since: PlainDate | undefined,
): Partial<Pick<Cadre, 'staffingSince' | 'staffingBefore'>> {
  if (to === before.staffingType) return {};
  if (since) return { staffingSince: toDate(since), staffingBefore: before.staffingType };
  return to === before.staffingBefore ? { staffingSince: null, staffingBefore: null } : {};
}

/** The day goes with a change, hasn't to come, and lies after that of the change before. */
export function staffingFaults(
  before: Stored,
  to: StaffingType,
  since: PlainDate | undefined,
  today: PlainDate,
): Fault[] {
  if (since === undefined) return [];
  const fault = (code: string, zh: string, en: string): Fault[] => [
    { path: 'staffingSince', code, message: { zh, en } },
  ];
  if (to === before.staffingType) {
    return fault('notChanged', '编制性质没有变，不填起始日期。', 'The staffing type is the same.');
  }
  if (since > today) return fault('ahead', '日期晚于今天。', 'The day lies ahead.');
  const earlier = toPlainDate(before.staffingSince);
  return earlier !== null && since <= earlier
    ? fault('tooEarly', `早于上次变动（${earlier}）。`, `Before the last change (${earlier}).`)
    : [];
}
