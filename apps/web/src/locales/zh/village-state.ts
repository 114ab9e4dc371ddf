/** A village: its findings, and how its two committees stand. */
export const villageState = {
  // A village.
  villageAnswer: (village: string, waiting: number, overdue: number) => {
    if (waiting === 0) return `${village}没有未了结的督查问题。`;
    return overdue > 0
      ? `${village}有${waiting}个问题没有了结，*${overdue}个逾期*。`
      : `${village}有${waiting}个问题没有了结。`;
  },
  villageVisits: '到村督查',
  noVillageVisits: '还没有督查到过这个村。',
  // A village's state.
  holders: '村“两委”成员',
  noHolders: '没有登记村“两委”成员。',
  enterHolder: '登记成员',
  changeHolder: (name: string) => `修改${name}的任职`,
  holderName: '姓名',
  seat: '职务',
  term: '任职时间',
  since: '开始日期',
  until: '离任日期',
  untilHint: '仍在任的不填。',
  sitting: '今',
  fromTo: (from: string, to: string) => `${from}至${to}`,
  remark: '备注',
  change: '修改',
  elections: '换届',
  noElections: '没有待换届的登记。',
  enterElection: '登记应换届日期',
  electionOf: (body: string, due: string) => `${body}，应于${due}前换届`,
  body: '机构',
  dueOn: '应换届日期',
  heldOn: (day: string) => `${day}已换届`,
  heldDay: '换届日期',
  notHeld: '未到期',
  electionOverdue: '到期未换届',
  enterHeld: '登记换届',
  heldHint: '还没有换届、只改应换届日期的，清空。',
  withdrawRecord: '撤销登记',
  withdrawRecordBody:
    '只用于登记错的；离任、换届、转化请改日期，过去的情况留着。撤销的内容和原因记入日志。',
  withdrawReason: '撤销原因',
  recordWithdrawn: '已撤销登记。',
  result: '结果',
  document: '文号',
  weakLax: '软弱涣散整顿',
  noWeakLax: '没有列为软弱涣散。',
  designate: '列为软弱涣散',
  designatedOn: '列入日期',
  reason: '主要问题',
  turning: '正在整顿',
  turn: '登记转化',
  turnedDay: '转化日期',
  turnedOn: (day: string, document: string) => `${day}已转化（${document}）`,
  stateSaved: '已登记。',
  electionsAnswer: (total: number, overdue: number) => {
    if (total === 0) return '没有待换届的村。';
    return overdue > 0
      ? `${total}项待换届，*${overdue}项到期未换*。`
      : `${total}项待换届，没有到期的。`;
  },
  electionsNote: '应换届日期在村的“督查”页登记；完成后在同一处登记结果。',
};
