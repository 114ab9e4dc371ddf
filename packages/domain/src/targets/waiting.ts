import type { WaitingTask } from '@xuanpai/contracts/home';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';

/** Villages whose reports of a period aren't settled, within somebody's reach. */
export interface OpenReports {
  period: { key: string; endsOn: PlainDate };
  dueOn: PlainDate;
  /** Not submitted, or returned. */
  toReport: number;
  toConfirm: number;
}

type Draft = Pick<WaitingTask, 'code' | 'counts' | 'dueOn' | 'period'>;

/** What periods that are over want of the officer and of the head, each by itself, the earliest first. */
export function waitingReports(
  open: readonly OpenReports[],
  may: (permission: Permission) => boolean,
): Draft[] {
  return open.flatMap(({ period, dueOn, toReport, toConfirm }): Draft[] => {
    const task = (code: Draft['code'], villages: number) =>
      villages === 0 ? [] : [{ code, counts: { villages }, dueOn, period: period.key }];
    return [
      ...(may('targets.report') ? task('reportTargets', toReport) : []),
      ...(may('targets.confirm') ? task('confirmTargets', toConfirm) : []),
    ];
  });
}
