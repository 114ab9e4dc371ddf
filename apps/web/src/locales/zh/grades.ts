interface Counts {
  people: number;
  entering: number;
  proposed: number;
  checked: number;
  decided: number;
}

const openParts = ({ entering, proposed, checked }: Counts) =>
  [
    entering > 0 ? `${entering}名录入中` : '',
    proposed > 0 ? `${proposed}名待审核` : '',
    checked > 0 ? `${checked}名待确定` : '',
  ].filter((part) => part !== '');

const few = (names: readonly string[]) =>
  names.length > 6 ? `${names.slice(0, 6).join('、')}等${names.length}名` : names.join('、');

export const grades = {
  reviewAnswer: (round: string, counts: Counts) => {
    const open = openParts(counts);
    if (counts.people === 0) return `${round}还没有参加考核的干部。`;
    if (open.length === 0) return `${round}${counts.people}名干部的等次已全部确定。`;
    return `${round}已确定${counts.decided}/${counts.people}名，*${open.join('、')}*。`;
  },
  reviewNote: '按镇街、村排列，不按得分排列。提出和审核等次的不能是同一人。',
  quota: (excellent: number, most: number, percent: number) =>
    excellent > most
      ? `本批次优秀比例${percent}%，至多${most}名；现有${excellent}名，已超出。`
      : `本批次优秀比例${percent}%，至多${most}名；现有${excellent}名。`,
  toldAnswer: (round: string, decided: number, told: number, again: number) => {
    if (decided === 0) return `${round}还没有确定的等次。`;
    const redo = again > 0 ? `，*${again}名的等次改变后有事项要重办*` : '';
    return told === decided
      ? `${round}${decided}名已全部告知${redo}。`
      : `${round}已告知${told}/${decided}名${redo}。`;
  },
  noticesAnswer: (round: string, notices: number, waiting: number, open: number) => {
    const parts = [
      waiting > 0 ? `${waiting}名待公示` : '',
      open > 0 ? `${open}件反映待核实` : '',
    ].filter((part) => part !== '');
    if (parts.length > 0) return `${round}优秀公示${notices}次，*${parts.join('、')}*。`;
    return `${round}优秀公示${notices}次，没有待办。`;
  },
  noticesNote: (days: number) => `拟定优秀的公示${days}个工作日，反映核实完毕后才能确定等次。`,
  casesAnswer: (all: number, open: number, late: number) => {
    if (all === 0) return '没有复核、申诉和异议。';
    if (open === 0) return `${all}件已全部办结。`;
    return late > 0 ? `${open}件未办结，*${late}件已超期*。` : `${open}件未办结，都在期限内。`;
  },
  casesNote: '复核由没有提出、审核、确定过该等次的人办理；申诉由其他机关决定，在这里登记结果。',
  feedbackAnswer: (all: number, waiting: number) => {
    if (all === 0) return '还没有等次反馈。';
    return waiting === 0 ? `${all}份等次反馈都已收到。` : `*${waiting}份等次反馈待确认收到*。`;
  },
  feedbackNote: '按干部管理权限反馈；派出单位由联络员确认，其他由选派办登记。依据：通知四（三）。',
  cadreAnswer: (name: string, rounds: number, decided: number) =>
    rounds === 0 ? `${name}还没有参加过考核。` : `${name}：${rounds}次考核，已有${decided}个等次。`,
  name: '姓名',
  village: '村',
  unit: '派出单位',
  proposed: '建议等次',
  differs: '与参考不同的理由',
  ballots: '民主测评',
  facts: '考核事实',
  suggested: '参考等次',
  toCheck: '审核等次',
  nextStep: '下一步',
  stepsDone: '步骤',
  outcome: '进展或结果',
  grade: '等次',
  gradeThen: '原等次',
  newGrade: '新等次',
  told: '告知签字',
  form: '登记表',
  file: '归档',
  feedback: '反馈',
  redoTitle: '要重办的',
  before: '原等次：',
  yes: '已办',
  and: '、',
  paper: '会议用 .docx',
  manners: { agreed: '同意', objected: '有异议', refused: '拒签' },
  byUnit: (grade: string) => `派出单位考核：${grade}`,
  byUnitOpen: '由派出单位考核',
  leftOut: '不在本次考核范围',
  redo: (what: string) => `等次已改变，要重办：${what}`,
  caseOpen: { review: '复核中', appeal: '申诉中', objection: '异议待答复' },
  people: (count: number) => `${count}名`,
  nobody: '没有干部',
  noneDecided: '还没有确定的等次',
  noneDecidedNote: '等次确定后，在这里告知、签字、归档和反馈。',
  toLetters: '出具登记表、告知书和反馈函',
  noneFits: '所选的人都不到这一步。',
  acts: {
    record: (count: number) => `登记步骤（${count}名）`,
    check: (count: number) => `审核（${count}名）`,
    notice: (count: number) => `公示（${count}名）`,
    decide: (count: number) => `确定等次（${count}名）`,
    tell: (count: number) => `告知签字（${count}名）`,
    keep: (count: number) => `登记表和归档（${count}名）`,
    feedback: (count: number) => `反馈（${count}名）`,
  },
  actsOne: {
    record: '登记步骤',
    check: '审核',
    notice: '公示',
    decide: '按建议确定',
    tell: '告知签字',
    keep: '登记表和归档',
    feedback: '反馈',
  },
  actsOwn: {
    return: '退回',
    ask: '登记复核、申诉或异议',
    other: '确定其他等次',
    objection: '登记公示反映',
  },
  possible: '可以办理',
  about: (names: readonly string[]) => `${few(names)}。`,
  stepsBack: '您应当回避',
  tied: (names: readonly string[]) => `您应当回避，未列入：${few(names)}。`,
  done: (count: number) => `已办理${count}名。`,
  step: '步骤',
  date: '日期',
  by: '办理人或机关',
  document: '文号或材料',
  words: '内容',
  place: '公示地点',
  noticeFrom: '公示开始',
  decidedOn: '确定日期',
  toldOn: '告知日期',
  manner: '本人意见',
  statement: '异议内容',
  witness: '见证人',
  sentOn: '反馈日期',
  reason: '理由',
  ground: '与建议不同的理由',
  receivedOn: '收到日期',
  from: '反映人',
  content: '反映内容',
  caseKind: '种类',
  askedOn: '提出日期',
  askUntil: '提出期限',
  organ: '受理机关',
  due: '办理期限',
  result: '结果',
  extended: '延长理由',
  extend: '延长期限',
  settle: '登记结果',
  ownGrade: '您提出、审核或确定过这个等次，复核由他人办理。',
  person: '考核经过',
  openPage: '历次等次',
  way: '经过',
  noWay: '还没有登记步骤。',
  editions: '等次的变动',
  editionOf: (day: string, source: string, grade: string) => `${day} ${source}：${grade}`,
  remedies: '本人可以提出',
  remedy: (kind: string, until: string | null, notTold: boolean) => {
    if (until !== null) return `${kind}：${until}以前。`;
    return notTold ? `${kind}：自告知之日起计算期限。` : `${kind}：没有期限。`;
  },
  dueOn: (day: string | null) => (day === null ? '待答复' : `应在${day}前办结`),
  feedbackTo: (recipient: 'unit' | 'superior' | 'organisation', received: string | null) => {
    const to = { unit: '派出单位', superior: '上级主管部门', organisation: '区委组织部' }[
      recipient
    ];
    return received ? `${to}，${received}收到` : `${to}，未确认收到`;
  },
  noNotice: '还没有公示',
  noNoticeNote: '会议研究以后，拟定优秀的在这里公示。',
  noticeOf: (from: string, to: string) => `${from}至${to}`,
  noticeOver: '公示期满',
  noticeOpen: '公示中',
  takenDown: '已撤下',
  said: (day: string, from: string) => `${day} ${from}反映：`,
  answerIt: '核实答复',
  noCases: '没有复核、申诉和异议',
  noCasesNote: '在“告知与签字”中打开一个人登记。',
  round: '考核',
  recipient: '反馈对象',
  state: '状态',
  outdated: '等次已改变，请等新的反馈',
  toReceive: '待确认',
  receive: (count: number) => `确认收到（${count}份）`,
  received: (count: number) => `已确认收到${count}份。`,
  nothingToReceive: '没有待确认的反馈。',
  noFeedback: '还没有等次反馈',
  noFeedbackNote: '等次确定并反馈后，在这里确认收到。',
  noGrades: '还没有参加过考核',
  noGradesNote: '开始考核后列在这里。',
  toRound: '在汇总中看',
};
