/** 问题: what an inspection found, and what becomes of it. */
export const findings = {
  // Findings.
  answer: (waiting: number, overdue: number, filtered: boolean, total: number) => {
    if (filtered) return `符合条件的问题${total}个。`;
    if (waiting === 0) return '没有未了结的督查问题。';
    const late = overdue > 0 ? `，*${overdue}个逾期未整改*` : '，没有逾期';
    return `${waiting}个问题没有了结${late}。`;
  },
  note: '逾期的排在前面；报告整改后由督查方核实销号，两者不能是同一人。',
  none: '没有督查问题',
  noneNote: '督查中发现的问题在该次督查的页面登记。',
  nothingToExport: '没有可导出的问题',
  find: '村、问题',
  township: '镇街',
  village: '村',
  state: '状态',
  kind: '类别',
  severity: '程度',
  notRectified: '没有整改的',
  overdue: '逾期',
  overdueOnly: '只看逾期',
  finding: '问题',
  responsible: '责任方',
  deadline: '整改期限',
  foundOn: '督查日期',
  daysLate: (days: number) => `逾期${days}天`,
  comma: '，',
  // One finding.
  findingOf: (village: string, kind: string) => `${village}：${kind}问题`,
  where: (township: string, village: string) => `${township}${village}`,
  inspection: '督查',
  files: '附件',
  trail: '经过',
  facts: '问题',
  by: (name: string, at: string) => `${name} ${at}`,
  rectifiedOn: (day: string) => `整改日期${day}`,
  newDeadline: (day: string) => `期限${day}`,
  acts: {
    answer: '报告整改',
    close: '核实销号',
    return: '退回整改',
    withdraw: '撤销',
  },
  actHints: {
    answer: '写明做了什么、何时做完；附件自愿。',
    close: '写明怎样核实的。销号后不再改动。',
    return: '写明还差什么；需要延长的给出新期限。',
    withdraw: '只用于登记有误；撤销后保留记录。',
  },
  texts: {
    answer: '整改情况',
    close: '核实情况',
    return: '退回理由',
    withdraw: '撤销理由',
  },
  done: {
    answer: '已报告整改，等待核实。',
    close: '已销号。',
    return: '已退回整改。',
    withdraw: '已撤销。',
  },
  rectifyDay: '整改日期',
  extendTo: '新的期限',
  extendHint: '不填则期限不变。',
  waitsFor: {
    open: (who: string) => `等待${who}整改。`,
    returned: (who: string) => `等待${who}继续整改。`,
  },
  stands: {
    answered: '等待督查方核实。',
    closed: '已核实销号。',
    withdrawn: '登记有误，已撤销。',
  },
  missing: '请填写。',
  chooseAct: '办理',
};
