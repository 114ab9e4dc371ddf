import type { TargetState } from '@xuanpai/contracts/target-values';
import { stateCount } from '../state-count.ts';
import { targetDistrict } from './target-district.ts';
import { targetReports } from './target-reports.ts';

const upTo: Record<string, string> = {
  '03-31': '一季度',
  '06-30': '上半年',
  '09-30': '前三季度',
  '12-31': '全年',
};

interface Facts {
  households: string | null;
  population: string | null;
  partyMembers: number | null;
  industry: string | null;
}

export const targets = {
  comma: '，',
  semicolon: '；',
  yes: '是',
  no: '否',
  today: '今天',
  poor: '经济薄弱村',
  tenThousand: '万元',

  known: {
    thatDay: (day: string) =>
      `按${day}当日已确认的数，之后的补报和更正不计；村类型和年度数据按名册，参数按当日有效的。`,
    now: (day: string) => `按今天已确认的数看${day}，含之后的补报和更正。`,
  },
  inUnit: (wanted: string, unit: string) => `${wanted}（${unit}）`,
  showKnown: { thatDay: '看现在已确认的', now: '看当日已确认的' },

  // A village.
  answer: (village: string, families: readonly string[], states: readonly TargetState[]) => {
    if (states.length === 0) return `${village}：*还没有目标任务*。`;
    const settled = [
      stateCount(states, 'reached') > 0 ? `完成${stateCount(states, 'reached')}项` : '',
      stateCount(states, 'onCourse') > 0 ? `正常推进${stateCount(states, 'onCourse')}项` : '',
      stateCount(states, 'notDue') > 0 ? `未到期${stateCount(states, 'notDue')}项` : '',
    ].filter((part) => part !== '');
    const open = [
      stateCount(states, 'behind') > 0 ? `滞后${stateCount(states, 'behind')}项` : '',
      stateCount(states, 'notReported') > 0 ? `未报送${stateCount(states, 'notReported')}项` : '',
    ].filter((part) => part !== '');
    const parts = [settled.join('、'), open.length > 0 ? `*${open.join('、')}*` : ''];
    return `${village}：${families.join('、')}${parts.filter((part) => part !== '').join('，')}。`;
  },
  villageNote: (kinds: readonly string[], facts: Facts) => {
    const { households, population, partyMembers, industry } = facts;
    const people = [
      households && `${households}户`,
      population && `${population}人`,
      partyMembers === null ? null : `党员${partyMembers}人`,
    ].filter(Boolean);
    return [kinds.join('、'), people.join('，'), industry && `主导产业${industry}`]
      .filter(Boolean)
      .join('；');
  },
  backToTownship: (township: string) => `‹ ${township}各村`,
  dueBy: (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日截止`,
  openReport: {
    report: (period: string) => `报送${period}进展`,
    look: (period: string) => `核对${period}报送`,
  },
  chooseFamilies: '选定目标任务',
  noAims: '这个村还没有目标任务',
  noAimsNote: '不属于四类村的，由区委组织部选定；不选则不报送。',
  must: (binding: boolean, yearly: boolean) => (binding ? (yearly ? '每年须' : '须') : '力争'),
  than: {
    atLeast: (value: string) => `${value}以上`,
    atMost: (value: string) => `${value}以下`,
    above: (value: string) => `高于${value}`,
    below: (value: string) => `低于${value}`,
  },
  againstMean: {
    atLeast: (value: string) => `不低于本镇${value}`,
    atMost: (value: string) => `不高于本镇${value}`,
    above: (value: string) => `高于本镇${value}`,
    below: (value: string) => `低于本镇${value}`,
  },
  barOf: (name: string, value: string, asked: string) =>
    `${name}：${value}${asked && `，${asked}`}`,
  noValue: '–',
  adjusted: '已调整',
  adjust: '调整目标值',
  judge: '评定',
  upTo: (day: string, now: string) => {
    const year = day.slice(0, 4) === now.slice(0, 4) ? '' : `${day.slice(0, 4)}年`;
    const named = upTo[day.slice(5)];
    return year + (named ?? `到${Number(day.slice(5, 7))}月${Number(day.slice(8))}日为`);
  },
  doneShare: (said: string, percent: number) => `${said}，完成${percent}%`,
  againstTownship: (points: string, ahead: number) =>
    ahead === 0 ? '与本镇持平' : `比本镇${ahead > 0 ? '高' : '低'}${points}个百分点`,
  fromStatistics: '本镇数由统计部门提供',
  fromReports: (reported: number, villages: number) =>
    `本镇数按已报送的${reported}/${villages}个村计算`,
  fromProjects: '由基础设施项目支出得出',
  notReportedYet: '应报未报',
  nothingYet: '还没有确认的数字',
  yearValue: (year: number, value: string) => `${year}年${value}`,
  cameIn: (parts: readonly string[], years: readonly string[]) =>
    [parts.join('，'), years.join('，')].filter((part) => part !== '').join('；'),
  judgedAs: (rank: string, month: string) => `${rank}，${month} 评定`,
  doneOn: (month: string) => `${month} 完成`,
  tickStates: {
    reached: '已完成',
    onCourse: '正在办',
    behind: '滞后',
    notReported: '应报未报',
    notDue: '未到期',
  },
  legendTarget: '目标',
  legendBefore: '上年全年',
  legendBasis: '依据：通知三。力争项未达到，不单独影响等次。',
  posts: '任职',
  nobodyThere: '这一天没有任职干部。',
  who: '姓名',
  post: '职务',
  since: '到村',
  sinceDay: (day: string) => `${day} 起`,
  help: '帮扶',
  nobodyHelps: '还没有帮扶单位和企业。',
  helper: '帮扶方',
  kind: '方式',
  money: '资金',
  sendingUnit: '派出单位，结对',
  enterprise: '强企，自愿结对',
  moneyOf: (wan: string) => `资金 ${wan} 万元`,
  projects: (total: number, received: string) =>
    total === 0 ? '项目 还没有' : `项目 ${total}个，到位${received}万元`,
  projectsLabel: '项目',
  project: '项目',
  projectMark: (name: string, spent: string) => `${name} ${spent}万元`,
  state: '状态',
  course: '经过',
  months: '月表',
  monthMark: (month: string, state: string) =>
    `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月考勤${state}`,
  inspections: '督查',
  inspectionMark: (kind: string, open: number) => (open > 0 ? `${kind}，待整改${open}项` : kind),
  reports: '目标报送',
  judgements: '评定',
  adjustments: '目标调整',
  tick: (year: number, month: number, first: boolean) =>
    first || month === 1 ? `${year}年${month}月` : `${month}月`,
  reportsNote: '已确认的数字锁定，更正另出一版，原版保留。',
  period: '报送期',
  due: '截止',
  edition: '版次',
  lastAct: '最近办理',
  open: '打开',
  openPeriod: '打开',
  periodStates: {
    confirmed: '已确认',
    submitted: '待确认',
    returned: '已退回',
    overdue: '逾期未报送',
    todo: '待报送',
    upcoming: '未到期',
  },
  ...targetReports,
  ...targetDistrict,
};
