export const home = {
  // The first two lines.
  noBatch: '还没有批次。',
  noBatchNote: '区委组织部建立批次、导入名册后，人选、方案和任职都从这里办理。',
  noNominees: '还没有人选。',
  noNomineesNote: '导入区直、镇街两本人选花名册后，即可判定资格、测算方案。',
  named: (nominees: number, places: number) => `${nominees}名人选已报，还差${places - nominees}名`,
  allNamed: (nominees: number) => `${nominees}名人选已报齐`,
  notEligible: (named: string, count: number) =>
    `${named}，*${count}名不符合条件*，暂不能排入方案。`,
  placeableNote: (placeable: number, district: number, township: number) => {
    const missing = [
      district > 0 ? `区直${district}名` : '',
      township > 0 ? `镇街${township}名` : '',
    ].filter((part) => part !== '');
    const short = missing.length > 0 ? `，短${missing.join('、')}` : '';
    return `${placeable}名可排入${short}。更正或更换后即可测算。`;
  },
  ownNamed: (where: string, nominees: number) => `${where}已报${nominees}名人选`,
  ownPlaceable: (placeable: number) =>
    `${placeable > 0 ? `${placeable}名可排入；其余` : ''}更正或更换后即可排入。`,
  eligible: (named: string, placeable: number, nominees: number) =>
    placeable >= nominees ? `${named}，都可排入方案。` : `${named}，${placeable}名可排入方案。`,
  steps: {
    studyAges: '超龄人选研究后即可排入。',
    solvePlan: '可以测算方案了。',
    approvePlan: '方案已测算，区委审定后在这里登记。',
    confirmPlan: '方案已审定，等您确认。',
    publishPlan: '方案已审定并确认，可以印发。',
  },
  await: {
    draft: '方案正在测算和调整，等待区委审定。',
    approved: '方案已审定，等选派办确认。',
    confirmed: '方案已确认，等区委组织部印发。',
  },
  awaitPlan: '等待方案测算、审定、印发。',
  posted: (where: string, people: number) => `${where}${people}名干部已印发任职安排。`,
  postedIn: (people: number, covered: number, villages: number) =>
    covered === villages
      ? `${people}名干部已印发任职安排，${villages}个村都有人。`
      : `${people}名干部已印发任职安排，*${villages - covered}个村还没有人*。`,
  termOver: (where: string, people: number, endsOn: string) =>
    `${where}${people}名干部的任期已于${endsOn}届满，批次还没有办结。`,
  termOverNote: '期满考核、去留和移交办完后办结批次；不撤回的继续任职。',
  term: (from: string, to: string) => `任期${from}至${to}。`,
  decided: (villages: number, covered: number) =>
    covered === villages
      ? `${villages}个村已全部明确由谁选派。`
      : `${villages}个村中*${villages - covered}个还没有明确由谁选派*。`,
  closed: (name: string, day: string) => `${name}已于${day}办结。`,
  closedNote: '各项记录只供查阅。',
  notIssued: '方案还没有印发；印发后可查看任职和通讯录。',
  evaluating: (round: string, villages: number, people: number) =>
    `${round}，您还有*${villages}个村${people}名干部没有办完*。`,
  evaluatingNote: '座谈、测评、实绩都齐了，就可以提出等次建议。',
  noneYours: '还没有交给您的考核任务。',
  noneYoursNote: '任务下达后，所负责的村和干部从这里进入。',
  users: (count: number) => `共有${count}个用户。`,
  usersNote: '系统管理只办理账号，不涉及干部信息。',
  log: '日志由您查看。',
  logNote: '审计只看日志，不涉及业务数据。',

  // What waits.
  tasks: '待我办理',
  tasksNote: (count: number, late: number) =>
    late > 0 ? `${count}项，逾期${late}项` : `${count}项`,
  idle: '现在没有要办的',
  task: '事项',
  state: '现状',
  due: '截止',
  left: '期限',
  act: '办理',
  daysLeft: (days: number) => {
    if (days < 0) return `逾期${-days}天`;
    return days === 0 ? '今天到期' : `还有${days}天`;
  },
  monthsFrom: (month: string, several: boolean) => (several ? `${month}起` : month),
  monthOf: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  fixNominees: (count: number) => `处理${count}名不符合人选`,
  taskWords: {
    createBatch: {
      title: '新建批次',
      state: '还没有批次',
      act: '去新建',
      primary: '新建批次',
    },
    importRegisters: {
      title: '导入名册和人选',
      state: (missing: string) => (missing === '' ? '名册还不全' : `还缺${missing}`),
      act: '去导入',
      primary: '导入名册',
    },
    registerContacts: {
      title: '登记派出单位第一责任人、联络员',
      state: (units: number) => `${units}个单位未登记`,
      act: '去登记',
      primary: '登记单位联络员',
    },
    fixNominees: {
      title: '更正或更换不符合条件的人选',
      state: (district: number, township: number) =>
        [district > 0 ? `区直${district}名` : '', township > 0 ? `镇街${township}名` : '']
          .filter((part) => part !== '')
          .join('、'),
      act: '去处理',
      primary: '处理不符合人选',
    },
    studyAges: {
      title: '研究超龄人选',
      state: (people: number) => `${people}名超过一般年龄，待研究`,
      act: '去研究',
      primary: '研究超龄人选',
    },
    confirmMembership: {
      title: '确认人选转正时间',
      state: (people: number) => `${people}名为推定转正`,
      act: '去确认',
      primary: '确认转正时间',
    },
    coverVillages: {
      title: '明确村由谁选派',
      state: (villages: number, names: string) =>
        names === '' ? `${villages}个村未定` : `${villages}个村未定：${names}`,
      act: '去处理',
      primary: '明确未定的村',
    },
    solvePlan: {
      title: '测算选派方案',
      state: (placeable: number, places: number) =>
        placeable >= places
          ? `可排满${places}个岗位`
          : `${places - placeable}名处理后可排满${places}个岗位`,
      act: '去测算',
      primary: '测算方案',
    },
    approvePlan: {
      title: '登记方案审定',
      state: (filled: number, places: number) => `已排${filled}/${places}个岗位`,
      act: '去登记',
      primary: '登记审定',
    },
    confirmPlan: {
      title: '确认印发方案',
      state: (people: number) => `${people}名任职安排待确认`,
      act: '去确认',
      primary: '确认印发',
    },
    publishPlan: {
      title: '印发方案',
      state: (people: number) => `${people}名任职安排可以印发`,
      act: '去印发',
      primary: '印发方案',
    },
    fillPosts: {
      title: '补派空岗',
      state: (posts: number, days: number, names: string) =>
        `${names || `${posts}个岗位`}空缺，最久${days}天`,
      act: '去补派',
      primary: '补派空岗',
    },
    endTerms: {
      title: '任期将满',
      state: (people: number, days: number) =>
        days < 0 ? `${people}名，最早已过${-days}天` : `${people}名，最早还有${days}天`,
      act: '去办理',
      primary: '办理任期届满',
    },
    prepareTermRound: {
      title: '准备期满考核',
      state: (people: number, days: number) =>
        days < 0 ? `${people}名任期已满，还没有考核` : `${people}名${days}天内任期届满，还没有考核`,
      act: '去准备',
      primary: '准备期满考核',
    },
    recordReports: {
      title: '登记到岗',
      state: (people: number) => `${people}名还没有登记到岗`,
      act: '去登记',
      primary: '登记到岗',
    },
    checkBatches: {
      title: '核对两个批次的人员',
      state: (people: number, names: string) => `${names || `${people}名`}出现在两个批次`,
      act: '去核对',
      primary: '核对人员',
    },
    decideLeaves: {
      title: '批准请假',
      state: (leaves: number, names: string) =>
        names ? `${names}，${leaves}次待批准` : `${leaves}次待批准`,
      act: '去批准',
      primary: '批准请假',
    },
    settleFindings: {
      title: '处理检查与考勤的不一致',
      state: (findings: number, names: string) =>
        names ? `${names}，${findings}次未处理` : `${findings}次未处理`,
      act: '去处理',
      primary: '处理不一致',
    },
    trainCadres: {
      title: '安排任职培训',
      state: (people: number, names: string) =>
        names ? `${names}，${people}名到岗后逾期未训` : `${people}名到岗后逾期未训`,
      act: '去安排',
      primary: '安排任职培训',
    },
    rectifyFindings: {
      title: '整改督查问题',
      state: (findings: number, names: string) =>
        names ? `${names}，${findings}个待整改` : `${findings}个待整改`,
      act: '去整改',
      primary: '整改督查问题',
    },
    checkFindings: {
      title: '核实整改情况',
      state: (findings: number, names: string) =>
        names ? `${names}，${findings}个待核实` : `${findings}个待核实`,
      act: '去核实',
      primary: '核实整改情况',
    },
    chaseFindings: {
      title: '催办逾期未整改的问题',
      state: (findings: number, names: string) =>
        names ? `${names}，${findings}个逾期` : `${findings}个逾期`,
      act: '去查看',
      primary: '催办逾期问题',
    },
    confirmHelp: {
      title: '确认帮扶',
      state: (help: number, names: string) =>
        names ? `${help}项帮扶待确认：${names}` : `${help}项帮扶待确认`,
      act: '去确认',
      primary: '确认帮扶',
    },
    deliverHelp: {
      title: '兑现帮扶承诺',
      state: (help: number, names: string) =>
        names ? `${help}项已过期限：${names}` : `${help}项已过期限`,
      act: '去上报',
      primary: '上报帮扶办理情况',
    },
    settleBenefits: {
      title: '处理依据已变的待遇',
      state: (people: number, names: string) =>
        names ? `${people}人的享受失去依据：${names}` : `${people}人的享受失去依据`,
      act: '去处理',
      primary: '处理依据已变的待遇',
    },
    decideTermEnds: {
      title: '决定期满去留',
      state: (people: number, names: string) =>
        names ? `${people}人待决定：${names}` : `${people}人待决定`,
      act: '去决定',
      primary: '决定期满去留',
    },
    proposeTermEnds: {
      title: '提出期满建议',
      state: (people: number, names: string) =>
        names ? `${people}人未提建议：${names}` : `${people}人未提建议`,
      act: '去提出',
      primary: '提出期满建议',
    },
    payExpenses: {
      title: '拨付工作经费',
      state: (units: number, yuan: string) =>
        units === 1 ? `工作经费还应付${yuan}元` : `${units}个单位工作经费还应付${yuan}元`,
      act: '去登记',
      primary: '登记工作经费拨付',
    },
    closeExpenses: {
      title: '办结上一任职年工作经费',
      state: (units: number, names: string) =>
        names ? `${units}个单位未办结：${names}` : `${units}个单位未办结`,
      act: '去办结',
      primary: '办结工作经费',
    },
    holdElections: {
      title: '完成村“两委”换届',
      state: (elections: number, names: string) =>
        names ? `${names}，${elections}项应换届` : `${elections}项应换届`,
      act: '去登记',
      primary: '登记换届',
    },
    visitVillages: {
      title: '到联系村调研',
      state: (visits: number, names: string) =>
        names ? `${names}，${visits}次到期未到村` : `${visits}次到期未到村`,
      act: '去查看',
      primary: '查看联系村',
    },
    endLeaves: {
      title: '销假',
      state: (leaves: number) => `${leaves}次请假已到期，还没有销假`,
      act: '去销假',
      primary: '办理销假',
    },
    fixSheet: {
      title: '修改退回的考勤',
      state: (month: string, left: number) =>
        left > 0 ? `${month}已退回，还差${left}项` : `${month}已退回，改好后再签字报送`,
      act: '去修改',
      primary: '修改退回的考勤',
    },
    fillSheet: {
      title: '登记考勤',
      state: (month: string, left: number) => `${month}还差${left}项`,
      act: '去登记',
      primary: '登记考勤',
    },
    submitSheet: {
      title: '报送考勤',
      state: (month: string, _left: number) => `${month}负责人已签字`,
      act: '去报送',
      primary: '报送考勤',
    },
    signSheet: {
      title: '签字确认考勤表',
      state: (month: string, _left: number) => `${month}已填齐，等您签字`,
      act: '去签字',
      primary: '签字',
    },
    confirmSheets: {
      title: '确认镇街考勤',
      state: (month: string, sheets: number, _names: string) => `${month}${sheets}张已报送，待确认`,
      act: '去确认',
      primary: '确认镇街考勤',
    },
    chaseSheets: {
      title: '逾期未报送考勤',
      state: (month: string, sheets: number, names: string) =>
        names === '' ? `${month}${sheets}张没有报送` : `${month}：${names}`,
      act: '去查看',
      primary: '查看逾期的镇街',
    },
    decideCorrections: {
      title: '答复考勤更正申请',
      state: (month: string, sheets: number, names: string) =>
        names === '' ? `${month}${sheets}张申请更正` : `${month}：${names}`,
      act: '去答复',
      primary: '答复更正申请',
    },
    evaluateVillages: {
      title: '到村考核',
      state: (round: string, villages: number, people: number, names: string) =>
        `${round}还有${villages}村${people}名${names === '' ? '' : `：${names}`}`,
      act: '去录入',
      primary: '到村考核录入',
    },
    assignTeams: {
      title: '考核分组',
      state: (round: string, villages: number) => `${round}还有${villages}村没有分给考核组`,
      act: '去分组',
      primary: '考核分组',
    },
    writeAppraisals: {
      title: '填写实绩考核意见',
      state: (period: string, people: number) => `${period}还有${people}名没有送签`,
      act: '去填写',
      primary: '填写实绩考核意见',
    },
    signAppraisals: {
      title: '签署实绩考核意见',
      state: (period: string, people: number) => `${period}${people}名等您签署`,
      act: '去签署',
      primary: '签署实绩考核意见',
    },
    reportTargets: {
      title: '报送目标进展',
      state: (period: string, villages: number) => `${period}还有${villages}个村没有报送`,
      act: '去填报',
      primary: '报送目标进展',
    },
    confirmTargets: {
      title: '确认目标进展',
      state: (period: string, villages: number) => `${period}${villages}个村等您确认`,
      act: '去确认',
      primary: '确认目标进展',
    },
    giveOpinions: {
      title: '填写考核意见',
      state: (round: string, people: number) => `${round}还有${people}名没有意见`,
      act: '去填写',
      primary: '填写考核意见',
    },
    checkGrades: {
      title: '审核等次',
      state: (round: string, people: number) => `${round}${people}名等您审核`,
      act: '去审核',
      primary: '审核等次',
    },
    decideGrades: {
      title: '确定等次',
      state: (round: string, people: number) => `${round}${people}名待确定`,
      act: '去确定',
      primary: '确定等次',
    },
    tellGrades: {
      title: '告知等次并签字',
      state: (round: string, people: number) => `${round}${people}名没有告知`,
      act: '去告知',
      primary: '告知等次',
    },
    answerObjections: {
      title: '核实公示反映',
      state: (round: string, people: number) => `${round}${people}件待核实`,
      act: '去核实',
      primary: '核实公示反映',
    },
    settleCases: {
      title: '办理复核、申诉、异议',
      state: (round: string, people: number) => `${round}${people}件未办结`,
      act: '去办理',
      primary: '办理复核申诉',
    },
    receiveGrades: {
      title: '确认收到等次反馈',
      state: (round: string, people: number) => `${round}${people}份待确认`,
      act: '去确认',
      primary: '确认等次反馈',
    },
    downloadLists: {
      title: '下载选派名册、通讯录',
      state: (people: number) => `${people}名任职安排已印发`,
      act: '去下载',
      primary: '下载选派名册',
    },
    createUsers: {
      title: '建立用户',
      state: '各部门、镇街、单位还没有账号',
      act: '去建立',
      primary: '建立用户',
    },
  },

  // Nothing waits.
  waiting: {
    planner: '方案印发后，人员变动和每月考勤从这里提醒。',
    office: '方案审定后，请您确认印发的提醒会出现在这里。',
    officer: '本镇街人选有不符合条件的，会在这里提醒更正或更换。',
    head: '每月考勤和实绩考核需要您签署时，会在这里提醒。',
    evaluator: '考核任务下达后列在这里。',
    inspector: '督查任务和到期的整改列在这里。',
    liaison: '本单位人选有不符合条件的，会在这里提醒更正或更换。',
    leader: '您可随时查看全区选派情况，没有要办理的手续。',
    admin: '新的账号需求由您办理。',
    auditor: '日志随时可查、可核验。',
  },
  readings: {
    assignments: '任职',
    telephones: '通讯录',
    coverage: '覆盖',
    villages: '村名册',
    policy: '政策参数',
    users: '用户',
    audit: '审计日志',
  },
  readingActs: {
    users: '管理用户',
    audit: '查看审计日志',
    coverage: '查看覆盖情况',
    nominees: '查看人选资格',
  },
  readingNotes: {
    assignments: '谁在哪个村，从哪天到哪天',
    telephones: '按镇街和村的工作电话',
    coverage: '每个村由谁选派，为什么',
    villages: '村的基本情况和历年收入',
    policy: '本批次的数字和依据',
    users: '新建、停用账号，重设口令',
    audit: '谁在何时办了什么，改了哪些',
  },

  // Since I was last here.
  sinceTitle: '上次离开后',
  lately: '最近的办理',
  since: (when: string, count: number) => (count === 0 ? `${when} 以来` : `${when} 以来${count}件`),
  nothingNew: '没有新的办理。',
  at: '时间',
  by: '办理人',
  done: '办理内容',
  today: (time: string) => `今天 ${time}`,
  yesterday: (time: string) => `昨天 ${time}`,
  did: {
    imported: {
      regions: (count: number) => `导入镇街和村的区划${count}条`,
      villages: (count: number) => `导入村名册${count}个村`,
      units: (count: number) => `导入派出单位${count}个`,
      cadres: (district: number, township: number) =>
        `导入${[
          district > 0 ? `区直人选${district}名` : '',
          township > 0 ? `镇街人选${township}名` : '',
        ]
          .filter((part) => part !== '')
          .join('、')}`,
    },
    confirmMembership: (count: number) => `确认${count}名人选的转正时间`,
    replace: (unit: string, was: string, is: string) => `${unit}更换人选：${was}换为${is}`,
    publish: (plan: string, document: string) => `印发${plan}，${document}`,
    other: (act: string, name: string) => (name === '' ? act : `${act}：${name}`),
  },

  // How it stands.
  chart: (villages: number) => `${villages}个村已全部明确由谁选派`,
  chartMissing: (villages: number) => `还有${villages}个村没有明确由谁选派`,
  chartVacant: (villages: number) => `${villages}个村现在没有第一书记`,
  chartOver: (endsOn: string, covered: number) =>
    `任期已于${endsOn}届满，现有${covered}个村有人任职`,
  chartOn: (day: string, covered: number, villages: number) =>
    covered === villages ? `${day} ${villages}个村都有人` : `${day} ${covered}/${villages}个村有人`,
  reckoning: (district: number, township: number, city: number) =>
    `区直${district} ＋ 镇街${township} ＋ 市直${city}`,
  shortOf: (short: number) => (short === 0 ? '，人选够数。' : `，按现有人选还差${short}个岗位。`),
  legend: {
    district: (places: number) => (places === 0 ? '区直' : `区直，每村${places}名`),
    township: (places: number) => (places === 0 ? '镇街' : `镇街，每村${places}名`),
    city: '市直，市里派人',
  },
  atAGlance: '几项工作的情况',
  glance: {
    targets: '目标任务',
    targetsOf: (reached: number, of: number, behind: number, missing: number) =>
      `${reached}/${of}项已完成（${Math.round((100 * reached) / of)}%），滞后${behind}项${missing > 0 ? `，未报送${missing}项` : ''}`,
    attendance: '上月考勤',
    attendanceOf: (month: string, enough: number, cadres: number, open: number) =>
      `${month} ${enough}/${cadres}人达到应驻村天数（${Math.round((100 * enough) / cadres)}%）${open > 0 ? `，${open}个镇街未确认` : ''}`,
    round: '考核',
    roundOf: (name: string, status: string, decided: number, of: number) =>
      `${name} ${status}，${decided}/${of}人已确定等次`,
    expenses: '工作经费',
    expensesOf: (year: number, paid: string, due: string, owing: number) =>
      `第${year}年已拨${paid}万元，应拨${due}万元${owing > 0 ? `，${owing}个单位未拨足` : ''}`,
  },
  shortPosts: (count: number) => `还差的${count}个岗位`,
  where: '层级、镇街',
  short: '差',
  lack: (count: number) => `差 ${count}`,
  setAside: '未排入的人选',
  group: (name: string, villages: number, places: number) =>
    places === villages ? `${name} ${villages}村` : `${name} ${villages}村 ${places}岗`,
  nomineesOf: (where: string) => `${where}的人选`,
  postsOf: (where: string) => `${where}的任职`,
  people: (count: number) => `${count}名`,
  seeAll: '全部',
  name: '姓名',
  category: '选派类别',
  judgement: '资格',
  village: '村',
  post: '职务',
};
