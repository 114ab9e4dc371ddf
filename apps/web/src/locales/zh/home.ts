import { evaluationTasks } from './evaluation-tasks.ts';
import { planTasks } from './plan-tasks.ts';
import { postTasks } from './post-tasks.ts';
import { supportTasks } from './support-tasks.ts';

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
  taskWords: { ...planTasks, ...postTasks, ...supportTasks, ...evaluationTasks },

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
