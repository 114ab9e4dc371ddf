/** 组织领导: leaders linked to villages, and who leads the work. */
export const leadership = {
  // Leaders.
  leadersAnswer: (leaders: number, visits: number, answers: number) => {
    if (leaders === 0) return '还没有登记区领导联系村。';
    const parts = [
      visits > 0 ? `*${visits}次到期未到村*` : '没有到期未到村的',
      answers > 0 ? `*${answers}个交办问题逾期未答复*` : '交办问题没有逾期',
    ];
    return `${leaders}名区领导联系村，${parts.join('，')}。`;
  },
  leadersNote: '调研和交办的问题一并登记；问题由责任方答复、督查方核实。',
  noLeaders: '没有登记区领导',
  addLeader: '登记区领导',
  position: '职务',
  account: '账号',
  accountHint: '本人有区领导账号的填用户名，可自己登记调研。',
  linkVillage: '确定联系村',
  changeLink: '调整联系',
  linkEnd: '结束日期',
  linkEnded: '已结束',
  noLinks: '还没有联系村。',
  interval: '调研间隔',
  intervalHint: '不填按政策参数。',
  days: '天',
  visited: '已调研',
  lastVisit: '上次调研',
  never: '未到过',
  nextVisit: '下次应于',
  visitOverdue: (day: string, days: number) => `${day}，逾期${days}天`,
  questions: '交办问题',
  questionsOpen: (open: number) => (open === 0 ? '无未了结' : `${open}个未了结`),
  questionsOverdue: (open: number, overdue: number) => `${open}个未了结，${overdue}个逾期`,
  enterVisit: '登记调研',
  questionAt: (at: number) => `问题${at}`,
  questionHint: '每个问题有答复方和期限；以后补充的在该次调研的页面登记。',
  addQuestion: '加一个问题',
  removeQuestion: '去掉',
  answerBy: '答复期限',
  // Organisation.
  organisationAnswer: (all: number, without: number, year: number, reported: number) =>
    `${without === 0 ? `${all}个办事机构都已登记` : `*${without}个办事机构没有登记*`}，${year}年述职考核登记${reported}个。`,
  organisationNote: '第一责任人和联络员来自单位名册；述职考核按年登记。',
  reportYear: '年度',
  unitName: '单位',
  firstResponsible: '第一责任人',
  group: '办事机构',
  groupName: '机构名称',
  groupHead: '负责人',
  contact: '联系人',
  phone: '联系电话',
  setUpOn: '设立日期',
  dutyReport: '述职考核',
  dutyItem: '述职事项',
  usualItem: '选派干部到村任职和帮扶工作',
  reportedOn: '述职日期',
  reportOf: (unit: string, year: number) => `${unit}，${year}年`,
  yearDocument: '年度情况 .docx',
};
