import type { ImportKind } from '@xuanpai/contracts/imports';
import type { Text } from '@xuanpai/contracts/text';

/** What the workbooks are called in sentences. */
export const kindNames: Readonly<Record<ImportKind, Text>> = {
  regions: { zh: '区划代码表', en: 'code list' },
  villages: { zh: '村名册', en: 'register of villages' },
  units: { zh: '派出单位名册', en: 'register of units' },
  targets: { zh: '目标进展表', en: 'sheet of targets' },
  trainings: { zh: '培训名单', en: 'list of a training' },
  workExpenses: { zh: '工作经费拨付表', en: 'sheet of work expenses' },
  ballots: { zh: '民主测评计票表', en: 'tally of ballots' },
  attendance: { zh: '月考勤表', en: 'monthly attendance sheet' },
  cadres: { zh: '人选花名册', en: 'book of nominees' },
};
