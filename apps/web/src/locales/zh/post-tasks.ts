/** What is done while cadres are in post. */
export const postTasks = {
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
  endLeaves: {
    title: '销假',
    state: (leaves: number) => `${leaves}次请假已到期，还没有销假`,
    act: '去销假',
    primary: '办理销假',
  },
  trainCadres: {
    title: '安排任职培训',
    state: (people: number, names: string) =>
      names ? `${names}，${people}名到岗后逾期未训` : `${people}名到岗后逾期未训`,
    act: '去安排',
    primary: '安排任职培训',
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
  fixSheet: {
    title: '修改退回的考勤',
    state: (month: string, left: number) =>
      left > 0 ? `${month}已退回，还差${left}项` : `${month}已退回，改好后再签字报送`,
    act: '去修改',
    primary: '修改退回的考勤',
  },
  fillSheet: {
    title: '登记考勤',
    state: (month: string, left: number, cells: number) =>
      cells > 0 ? `${month}到今天还有${cells}格未填` : `${month}还差${left}项`,
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
};
