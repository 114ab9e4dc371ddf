import type { LeaveNotice } from '@xuanpai/contracts/leaves';
import type { Policy } from '../policy/policy.ts';
import { leaveWords } from './leave-days.ts';
import type { YearOfLeave } from './leaves.ts';
import { written } from './rounding.ts';

/**
 * What other districts tie to leave and absence, where the batch adopted it by a document: a prompt for
 * people to look, never a result (E9).
 */
export function leaveNotices(
  policy: Policy,
  year: number,
  { taken }: Pick<YearOfLeave, 'taken'>,
  absent: number,
): LeaveNotice[] {
  const notices: LeaveNotice[] = [];
  const days = Object.values(taken).reduce((sum, count) => sum + count, 0);
  const most = policy.number('attendance.leaveNoticeDays');
  if (policy.isOn('attendance.leaveNotice') && days > most) {
    const kinds = leaveWords(taken);
    notices.push({
      ...{ code: 'leave', year, basis: policy.basis('attendance.leaveNotice') },
      words: {
        zh: `${year}年请假累计${written(days)}天（${kinds.zh}），超过${most}天`,
        en: `${written(days)} days of leave in ${year} (${kinds.en}), over ${most}`,
      },
    });
  }
  const least = policy.number('attendance.absenceNoticeDays');
  if (policy.isOn('attendance.absenceNotice') && absent > 0 && absent >= least) {
    notices.push({
      ...{ code: 'absence', year, basis: policy.basis('attendance.absenceNotice') },
      words: {
        zh: `${year}年旷工累计${written(absent)}天，达到${least}天`,
        en: `${written(absent)} days absent in ${year}, ${least} or more`,
      },
    });
  }
  return notices;
}
