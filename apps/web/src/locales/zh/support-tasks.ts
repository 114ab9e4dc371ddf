/** Findings, help, targets, benefits and money. */
export const supportTasks = {
  settleFindings: {
    title: '处理检查与考勤的不一致',
    state: (findings: number, names: string) =>
      names ? `${names}，${findings}次未处理` : `${findings}次未处理`,
    act: '去处理',
    primary: '处理不一致',
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
  settleBenefits: {
    title: '处理依据已变的待遇',
    state: (people: number, names: string) =>
      names ? `${people}人的享受失去依据：${names}` : `${people}人的享受失去依据`,
    act: '去处理',
    primary: '处理依据已变的待遇',
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
};
