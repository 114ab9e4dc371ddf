import { supportHelp } from './support-help.ts';
import { supportProjects } from './support-projects.ts';

export const support = {
  // 各村帮扶情况
  answer: (total: number, none: number, year: number, late: number) =>
    total === 0
      ? '没有符合条件的村。'
      : `${total}个村，${none === 0 ? `${year}年都有帮扶` : `*${none}个村${year}年还没有任何帮扶*`}${late > 0 ? `，*${late}项承诺逾期*` : ''}。`,
  lackingNote: (fund: number, cadre: number, unit: number, enterprise: number) => {
    const parts = [
      [fund, '公共财政'],
      [cadre, '任职干部'],
      [unit, '派出单位帮扶'],
      [enterprise, '结对企业'],
    ] as const;
    const lacking = parts.filter(([count]) => count > 0);
    if (lacking.length === 0) return '“四位一体”各村都有。';
    return `${lacking.map(([count, part]) => `缺${part}${count}个村`).join('，')}。`;
  },
  splitNote: (split: number) => (split > 0 ? `单位分派到不同村的${split}个村。` : ''),
  overviewList: '各村帮扶情况',
  year: '年度',
  yearName: (year: number) => `${year}年`,
  township: '镇街',
  village: '村',
  find: '村名',
  people: '任职干部',
  peopleCount: (count: number) => `${count}人`,
  units: '派出单位',
  splitUnit: '分派',
  splitHint: '这个单位的干部分在不同的村',
  enterprises: '结对企业',
  total: '合计',
  yuan: '元',
  wan: '万元',
  projects: '项目',
  projectsLate: (late: number) => `（滞后${late}个）`,
  projectsStopped: (stopped: number) => `（停止${stopped}个）`,
  owed: '未兑现',
  owedCount: (owed: number, late: number) => (late > 0 ? `${owed}项，逾期${late}项` : `${owed}项`),
  lacking: '缺少',
  lackingAny: '缺少',
  complete: '齐全',
  showing: '显示',
  showings: { none: '没有任何帮扶', split: '单位分派', owed: '有未兑现承诺' },
  noVillages: '没有村',
  nothingToExport: '没有可导出的内容',

  // 一个村
  villageAnswer: (name: string, total: string, late: number) =>
    `${name}：累计帮扶${total}万元${late > 0 ? `，*${late}项承诺逾期*` : ''}。`,
  lackingOf: (year: number, parts: string) =>
    parts === '' ? `${year}年四位一体齐全。` : `${year}年缺少${parts}。`,
  byYear: '历年帮扶',
  byYearNote: '元；公共财政按年度，其他按到位或办理日期。',
  noYears: '还没有帮扶记录。',
  trainings: '培训（次）',
  visits: '走访（次）',
  helpers: '谁帮了什么',
  helper: '帮扶方',
  source: '来源',
  amount: '金额',
  share: '构成',
  standBeside: '帮扶力量',
  noCadres: '没有干部在任。',
  unitPairing: '派出单位，由派任产生',
  enterprisePairing: (from: string, to: string | null) =>
    to === null ? `自愿结对，${from} 起` : `自愿结对，${from} 至 ${to}`,
  ended: '已结束',
  noEnterprises: '没有结对企业。',
  funds: '公共财政资金',
  noFunds: '没有登记公共财政资金。',
  fundSource: '资金来源',
  document: '文号',
  fundPlanned: '已列入项目',
  addFund: '登记公共财政资金',
  editFund: '修改公共财政资金',
  saveFund: '保存',
  fundSaved: (source: string) => `已保存“${source}”。`,
  removeFund: '删除',
  removeFundTitle: (source: string) => `删除“${source}”`,
  removeFundBody: '只用于登记错了的；删除后不能恢复，日志里留有记录。',
  fundRemoved: (source: string) => `已删除“${source}”。`,
  infrastructure: '基础设施投入',
  infrastructureNote: '取自基础设施项目的支出，即目标中的本年基础设施投入，不另填。',
  infrastructureOf: (year: number, amount: string) => `${year}年 ${amount}元`,
  projectsOf: (count: number) => `项目${count}个`,
  helpOf: (count: number) => `帮扶事项${count}项`,
  allHelp: '看全部',
  note: '备注',
  edit: '修改',

  // 结对
  pair: '登记结对',
  editPairing: '修改结对',
  paired: (name: string) => `已登记${name}的结对。`,
  pairingSaved: (name: string) => `已保存${name}的结对。`,
  from: '开始',
  until: '结束',
  untilHint: '还在结对的不填。',
  enterprise: '企业',
  enterpriseHint: '从企业名册中选',

  // 企业
  enterpriseAnswer: (total: number, filtered: boolean) =>
    total === 0 && !filtered ? '还没有登记企业。' : `企业${total}家。`,
  enterpriseNote: '自愿结对帮扶的企业；结对在村的“帮扶”页和这里登记。',
  enterpriseList: '企业名册',
  findEnterprise: '名称、代码',
  creditCode: '统一社会信用代码',
  creditCodeHint: '18位；还没有的可不填（2015年10月起发放）。',
  contact: '联系人',
  phone: '联系电话',
  industry: '行业',
  outside: '区外',
  pairedVillages: '结对村',
  brought: '已帮扶',
  pairedState: '结对',
  pairedStates: { paired: '已结对', unpaired: '未结对' },
  addEnterprise: '登记企业',
  editEnterprise: '修改企业',
  saveEnterprise: '保存',
  enterpriseSaved: (name: string) => `已保存${name}。`,
  removeEnterprise: '删除企业',
  removeEnterpriseTitle: (name: string) => `删除${name}`,
  removeEnterpriseBody: '只用于登记错了的企业；已有结对、帮扶或项目资金的不能删除。',
  enterpriseRemoved: (name: string) => `已删除${name}。`,
  name: '名称',
  noPairings: '您的范围内没有结对村。',
  noEnterprise: '没有企业',
  noEnterpriseNote: '点“登记企业”录入。',
  facts: '基本情况',
  choose: '请选择',

  // 单位
  unitAnswer: (name: string, promised: number, done: number, owed: number, late: number) =>
    promised === 0
      ? `${name}：还没有帮扶事项。`
      : `${name}：帮扶${promised}项，已确认${done}项，未兑现${owed}项${late > 0 ? `，*逾期${late}项*` : ''}。`,
  unitNote: '按派任的村；资金含单位给项目的到位资金。',
  unitVillages: '帮扶的村',
  noUnitVillages: '没有干部在任，也没有帮扶事项。',
  promisedItems: '承诺（项）',
  doneItems: '已确认（项）',
  owedItems: '未兑现（项）',
  promisedAmount: '承诺金额',
  doneAmountColumn: '已确认金额',
  owedAmount: '未兑现金额',
  projectAmount: '项目到位',
  yearDocument: (year: number) => `${year}年情况 .docx`,
  unitYears: '历年帮扶资金',
  reportOwn: '上报本单位帮扶',

  known: {
    thatDay: (day: string) => `按${day}当日已登记、已确认的看，之后的补登和更正不计。`,
    now: (day: string) => `按今天已登记、已确认的看${day}，含之后的补登和更正。`,
  },
  showKnown: { thatDay: '看现在已知的', now: '看当日已知的' },
  ...supportProjects,
  ...supportHelp,
};
