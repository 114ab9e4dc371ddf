import type { TargetState } from '@xuanpai/contracts/target-values';
import { stateCount } from '../state-count.ts';

/** A report of a village, and those of a township together. */
export const targetReports = {
  // A report.
  reportTitle: (village: string, period: string) => `${village}${period}目标进展`,
  settled: (count: number) => `以前已确认、这一期不必再报的${count}项`,
  evidence: '佐证材料（可不传）',
  notAsked: '这个村这一期不需要报送。',
  editionOf: (revision: number) => `第${revision}版`,
  noValuesThen: '到这一天还没有已确认的数值。',
  reasonGiven: (reason: string) => `退回或重新开放的理由：${reason}`,
  beforeWas: (period: string, value: string) => `${period}已确认 ${value}`,
  noteOf: (name: string) => `${name}说明`,
  noteHint: '说明，可不填；没有数字的写明原因',
  reckoned: (value: string, source: string) => (value === '' ? source : `${value}，${source}`),
  sources: { report: '镇街报送', judgement: '由选派办评定', projects: '由项目支出得出' },
  unreadable: (typed: string) => `“${typed}”读不出数字。`,
  nothingChanged: '没有改动',
  save: '保存',
  savedReport: '已保存。',
  confirmedBy: (revision: number, by: string, at: string) => `第${revision}版，${by} ${at}确认：`,
  acts: {
    submit: (villages: number, many: boolean) => (many ? `报送${villages}个村` : '报送'),
    withdraw: (villages: number, many: boolean) => (many ? `撤回${villages}个村` : '撤回'),
    confirm: (villages: number, many: boolean) => (many ? `确认${villages}个村` : '确认'),
    return: (villages: number, many: boolean) => (many ? `退回${villages}个村` : '退回'),
    reopen: (villages: number, many: boolean) => (many ? `重新开放${villages}个村` : '重新开放'),
  },
  done: {
    submit: (period: string, villages: number) => `已报送${villages}个村${period}的进展。`,
    withdraw: (period: string, villages: number) => `已撤回${villages}个村${period}的报送。`,
    confirm: (period: string, villages: number) => `已确认${villages}个村${period}的进展。`,
    return: (period: string, villages: number) => `已退回${villages}个村${period}的报送。`,
    reopen: (period: string, villages: number) => `已重新开放${villages}个村${period}的报送。`,
  },
  reasonFor: {
    submit: '报送说明',
    withdraw: '撤回说明',
    confirm: '确认说明',
    return: '退回理由',
    reopen: '重新开放的理由',
  },
  reasonMissing: '请先写明理由',
  reason: '理由',

  // A township.
  view: '看',
  progressView: '进展',
  reportOf: (period: string) => `${period}报送表`,
  village: '村',
  yesNo: '是/否',
  measure: '指标',
  township: '镇街',
  noVillages: '没有要看目标任务的村',
  townshipAnswer: (township: string, states: readonly TargetState[]) => {
    if (states.length === 0) return `${township}没有目标任务的村。`;
    const behind = stateCount(states, 'behind');
    const missing = stateCount(states, 'notReported');
    const open = [
      behind > 0 ? `${behind}个村有滞后` : '',
      missing > 0 ? `${missing}个村有未报送` : '',
    ].filter((part) => part !== '');
    return `${township}${states.length}个村有目标任务，${open.length === 0 ? '没有滞后' : `*${open.join('、')}*`}。`;
  },
  progressNote: '滞后的村在前；点村名看各项和经过。换“查看日期”看那一天的情况。',
  toReports: (period: string) => `填报${period}`,
  readReports: (period: string) => `看${period}报送表`,
  statistics: '录入统计数',
  statisticsTitle: '录入统计部门的镇街数',
  statisticsBody: '录入后与本镇比的指标按这个数核算，不再按已报送的村计算。',
  statisticsKnown: (value: string) => `已录入${value}，再录入将替换它，原数留在日志里。`,
  statisticsValue: '本镇数',
  statisticsSource: '来源（文件、表名）',
  statisticsDone: (period: string) => `已录入${period}的统计数。`,
  gridLabel: (township: string) => `${township}各村目标`,
  noAimsShort: '还没有目标任务',
  countsOf: (counts: Partial<Record<TargetState, number>>, state: string) => {
    const { behind = 0, notReported = 0 } = counts;
    if (behind > 0) return `滞后${behind}项`;
    return notReported > 0 ? `未报送${notReported}项` : state;
  },
  entryAnswer: (
    township: string,
    period: string,
    counts: {
      villages: number;
      confirmed: number;
      submitted: number;
      returned: number;
      draft: number;
    },
  ) => {
    const { villages, confirmed, submitted, returned, draft } = counts;
    if (confirmed === villages) return `${township}${period}${villages}个村已全部确认。`;
    const open = [
      draft > 0 ? `填报中${draft}个村` : '',
      returned > 0 ? `已退回${returned}个村` : '',
      submitted > 0 ? `待确认${submitted}个村` : '',
    ].filter((part) => part !== '');
    return `${township}${period}：已确认${confirmed}/${villages}个村，*${open.join('、')}*。`;
  },
  entryNote: (due: string, late: boolean, gaps: number) =>
    `${due}截止${late ? '，已逾期' : ''}；${gaps === 0 ? '应报的都填了' : `应报的还有${gaps}格空着，没有数的打开该村写明原因`}。`,
  import: '导入',
  gridHint:
    '方向键移动，直接输入数字，F2 修改，可从 Excel 复制粘贴；金额以万元填，是否填“是”“否”。',
  notAskedCell: '这个村没有这一项',
  notedCell: '，有说明',
  cellEditor: '填写这一格',
  unread: (texts: string) => `读不出：${texts}。金额以万元填数，是否填“是”“否”。`,
  keys: {
    move: '移动',
    type: '直接填写',
    edit: '修改',
    clear: '清空',
    fill: '向下、向右填充',
    copy: '复制、粘贴',
    undo: '撤销、重做',
  },
  lost: (cells: number) => `${cells}格已被他人修改，显示的是对方的内容，请核对。`,
};
