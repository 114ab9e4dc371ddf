type State = 'reached' | 'onCourse' | 'behind' | 'notReported' | 'notDue';

const count = (states: readonly State[], state: State) =>
  states.filter((one) => one === state).length;

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
  answer: (village: string, families: readonly string[], states: readonly State[]) => {
    if (states.length === 0) return `${village}：*还没有目标任务*。`;
    const settled = [
      count(states, 'reached') > 0 ? `完成${count(states, 'reached')}项` : '',
      count(states, 'onCourse') > 0 ? `正常推进${count(states, 'onCourse')}项` : '',
      count(states, 'notDue') > 0 ? `未到期${count(states, 'notDue')}项` : '',
    ].filter((part) => part !== '');
    const open = [
      count(states, 'behind') > 0 ? `滞后${count(states, 'behind')}项` : '',
      count(states, 'notReported') > 0 ? `未报送${count(states, 'notReported')}项` : '',
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

  // The district's decisions.
  adjustTitle: (name: string) => `调整“${name}”的目标值`,
  adjustBody: (year: number, value: string) => `登记的${year}年为${value}。`,
  newThreshold: '新目标值',
  newThresholdHint: '留空则回到模板的目标值。',
  leaveOut: '这个村不考核这一项',
  effectiveFrom: '自',
  adjustDone: (name: string) => `已调整“${name}”的目标值。`,
  judgeTitle: (name: string) => `评定${name}`,
  judgeBody: '等次由选派办评定并写明依据，不由系统推算。',
  judgedOn: '评定日期',
  ground: '评定依据',
  judged: (name: string) => `已评定${name}。`,
  namesOf: (names: readonly string[]) =>
    names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}个村` : names.join('、'),
  chooseForMany: (villages: number) =>
    villages === 0 ? '选定目标任务' : `为${villages}个村选定目标任务`,
  pickVillages: '先勾选村',
  chooseTitle: (village: string) => `为${village}选定目标任务`,
  chooseBody: '选定后不再按村类型分配；共同的指标只报一次。',
  chosen: (village: string) => `已为${village}选定目标任务。`,

  // A township.
  view: '看',
  progressView: '进展',
  reportOf: (period: string) => `${period}报送表`,
  village: '村',
  yesNo: '是/否',
  measure: '指标',
  township: '镇街',
  noVillages: '没有要看目标任务的村',
  townshipAnswer: (township: string, states: readonly State[]) => {
    if (states.length === 0) return `${township}没有目标任务的村。`;
    const behind = count(states, 'behind');
    const missing = count(states, 'notReported');
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
  countsOf: (counts: Partial<Record<State, number>>, state: string) => {
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

  // The district.
  districtAnswer: (villages: number, states: readonly State[]) => {
    if (villages === 0) return '还没有村有目标任务。';
    const reached = count(states, 'reached');
    const behind = count(states, 'behind');
    const missing = count(states, 'notReported');
    const open = [
      behind > 0 ? `${behind}个村有滞后` : '',
      missing > 0 ? `${missing}个村有未报送` : '',
    ].filter((part) => part !== '');
    return `${villages}个村有目标任务，${reached}个村全部完成，${open.length === 0 ? '没有滞后' : `*${open.join('、')}*`}。`;
  },
  districtNote: (none: number) =>
    `比的是村和进展，不比人。${none > 0 ? `另有${none}个村还没有目标任务。` : ''}`,
  byTownship: '各镇街完成情况',
  byMeasure: '各指标完成情况',
  townshipChart: (day: string) => `${day}各镇街指标的完成情况，数字见下表`,
  measureChart: (day: string) => `${day}各指标的完成情况，数字见下表`,
  total: '合计',
  reachedShare: '完成率',
  behindTitle: (villages: number) => `滞后和未报送的村 ${villages}个`,
  behindNote: '谁在帮',
  nobodyBehind: '没有滞后或未报送的村。',
  inWhat: '哪几项',
  noHelper: '还没有',
  listComma: '、',
  andMore: (names: string, all: number) => `${names}等${all}项`,
  moreVillages: (villages: number) => `另有${villages}个村，见各镇街。`,

  // Templates.
  templates: '模板',
  templatesAnswer: (names: readonly string[]) =>
    names.length === 0 ? '本批次还没有启用目标任务模板。' : `本批次启用：${names.join('、')}。`,
  templatesNote: '启用过的模板不再改动；要改先复制一版，改好后从某一天起启用。已报的数按指标保留。',
  templateName: '模板名称',
  templateNote: '说明',
  templateEdition: (name: string, edition: number) => `${name} 第${edition}版`,
  forVillages: '适用的村',
  byChoice: '由区委组织部选定',
  madeBy: '制定人',
  usedNow: '启用中',
  usedFrom: (day: string) => `${day}起启用`,
  usedBefore: '以前启用',
  templateDraft: '未启用',
  copyTemplate: '复制一版',
  copied: (name: string, edition: number) => `已复制为${name}第${edition}版，改好后启用。`,
  editTemplate: '修改',
  editTitle: (name: string, edition: number) => `修改${name}第${edition}版`,
  removeTemplate: '删除',
  removeTitle: (name: string, edition: number) => `删除${name}第${edition}版`,
  removeBody: '这一版没有启用过，删除后不能恢复。',
  adopt: '启用',
  adoptTitle: (batch: string, name: string, edition: number) => `${batch}启用${name}第${edition}版`,
  adoptBody: '自这一天起按这一版分配和核算；共同的指标已报的数继续有效。',
  adopted: (name: string, edition: number) => `已启用${name}第${edition}版。`,
  aim: '目标',
  aimNumber: '第几项目标',
  aimName: '目标名称',
  kindOfMeasure: '指标类型',
  wanted: '应达到',
  direction: '方向',
  unit: '单位',
  mustBeDone: '须完成',
  whenDue: '期限',
  comesFrom: '数据来源',
  weight: '权重',
  evidenceAsked: '要佐证',
  basis: '依据',
  onlyKinds: '只考核',
  bindingWord: '约束性（不是力争）',
  policyNumber: '目标值取政策参数，在“政策参数”里修改。',
  ownNumber: '另定数',
  change: '修改',
  takeOut: '去掉',
  addMeasure: '加一项指标',
  newMeasure: '新指标',
  readyMeasure: '好了',
  saveTemplate: '保存模板',
  stopEditing: '不改了',
  templateSaved: (name: string) => `已保存${name}。`,
  unassigned: (villages: number) => `还没有目标任务的村 ${villages}个`,
};
