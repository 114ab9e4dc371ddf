import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Policy } from '../policy/policy.ts';
import type { RuleFault } from '../rule-fault.ts';

/** How the office works, where the notice says nothing. */
export const procedure = { kind: 'reading', source: '本办工作程序' } as const;

export function fault(
  path: string,
  code: string,
  message: Text,
  remedy: Text | null = null,
  basis: RuleFault['basis'] = procedure,
): RuleFault {
  return { path, code, message, basis, remedy };
}

/** Whether a day lies in a calendar month that was over before today. */
export function isPastMonth(day: PlainDate, today: PlainDate): boolean {
  return day.slice(0, 7) < today.slice(0, 7);
}

/**
 * Past months stay what they were: a change that reaches into one says why it comes so late, or is
 * refused where the batch's policy wants that. An explanation is for past months alone.
 */
export function pastMonthFaults(
  { from, lateReason }: { from: PlainDate; lateReason: string | null },
  today: PlainDate,
  policy: Policy,
): RuleFault[] {
  if (!isPastMonth(from, today)) return [];
  const basis = policy.basis('dispatch.pastMonths');
  const month = from.slice(0, 7);
  if (policy.choice('dispatch.pastMonths') === 'refuse') {
    const message = {
      zh: `${month}已过，本批次不办理涉及已过月份的变动。`,
      en: `${month} is over; this batch takes no changes that reach into past months.`,
    };
    const remedy = {
      zh: `请把日期改到${today.slice(0, 7)}及以后。`,
      en: `Take a day of ${today.slice(0, 7)} or later.`,
    };
    return [fault('from', 'monthOver', message, remedy, basis)];
  }
  if (lateReason !== null) return [];
  const message = {
    zh: `${month}已过，那时的在任情况会随之改变。`,
    en: `${month} is over, and who was in post then would change.`,
  };
  const remedy = { zh: '请写明补录说明。', en: 'Say why this is recorded only now.' };
  return [fault('lateReason', 'lateReasonMissing', message, remedy, basis)];
}

/** What has happened has a day that has come. */
export function futureFaults(path: string, date: PlainDate, today: PlainDate): RuleFault[] {
  if (date <= today) return [];
  const message = { zh: `日期晚于今天（${today}）。`, en: `The day lies after ${today}.` };
  return [fault(path, 'dateInFuture', message)];
}
