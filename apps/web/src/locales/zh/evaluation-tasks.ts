/** Rounds, grades and the end of the term. */
export const evaluationTasks = {
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
  prepareTermRound: {
    title: '准备期满考核',
    state: (people: number, days: number) =>
      days < 0 ? `${people}名任期已满，还没有考核` : `${people}名${days}天内任期届满，还没有考核`,
    act: '去准备',
    primary: '准备期满考核',
  },
  proposeTermEnds: {
    title: '提出期满建议',
    state: (people: number, names: string) =>
      names ? `${people}人未提建议：${names}` : `${people}人未提建议`,
    act: '去提出',
    primary: '提出期满建议',
  },
  decideTermEnds: {
    title: '决定期满去留',
    state: (people: number, names: string) =>
      names ? `${people}人待决定：${names}` : `${people}人待决定`,
    act: '去决定',
    primary: '决定期满去留',
  },
};
