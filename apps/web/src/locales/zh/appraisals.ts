interface Counts {
  people: number;
  missing: number;
  draft: number;
  submitted: number;
  signed: number;
}

const parts = ({ missing, draft, submitted }: Counts) =>
  [
    missing > 0 ? `${missing}名未填写` : '',
    draft > 0 ? `${draft}名未送签` : '',
    submitted > 0 ? `${submitted}名待签署` : '',
  ].filter((part) => part !== '');

export const appraisals = {
  answer: (period: string, counts: Counts) => {
    const { people, signed } = counts;
    if (people === 0) return `${period}没有需要写意见的干部。`;
    const open = parts(counts);
    if (open.length === 0) return `${period}${people}名干部的实绩考核意见已全部签署。`;
    return `${period}实绩考核已签署${signed}/${people}名，*${open.join('、')}*。`;
  },
  note: (due: string) =>
    `${due}前由镇街党（工）委逐人写出意见并由负责人签署。签署前只有本镇街看得到；依据：通知四（二）。`,
  noPeriod: '还没有到考核期。',
  none: '没有干部',
  noneNote: '这一期在任的干部列在这里。',
  cadreAnswer: (name: string, periods: number, signed: number) =>
    periods === 0 ? `${name}还没有实绩考核意见。` : `${name}：${periods}期，已签署${signed}份。`,
  openInList: '在名单中看',
  period: '考核期',
  state: '状态',
  find: '姓名、单位、村',
  who: '姓名',
  village: '村',
  post: '职务',
  unit: '派出单位',
  opinion: '实绩考核意见',
  signedOn: '签署日期',
  signedBy: '签署人',
  writtenBy: '填写人',
  signedOf: (signed: number, people: number) => `已签署 ${signed}/${people}`,
  lateWord: (state: string) => `${state}，逾期`,
  correcting: (state: string) => `更正${state}`,
  papers: '打印意见表 .docx',
  nothingToExport: '没有可导出的意见',
  signAll: (count: number) => (count === 0 ? '签署' : `签署${count}份`),
  submitAll: (count: number) => (count === 0 ? '送负责人签署' : `送签${count}份`),
  nothingToSign: '没有等您签署、且考核期已结束的意见',
  nothingToSubmit: '没有写好未送签的草稿',
  submitTitle: '送负责人签署',
  submitBody: '送本镇街负责人签署；签署以前可以撤回。',
  readingAll: '正在读取全部页',
  which: (count: number, of: 'picked' | 'filtered' | 'all') =>
    ({
      picked: `已选中的${count}份意见：`,
      filtered: `符合筛选的全部${count}份意见（含其他页）：`,
      all: `本期全部${count}份意见（含其他页）：`,
    })[of],
  submitted: (count: number) => `已送签${count}份。`,
  signTitle: '签署实绩考核意见',
  signBody: (names: readonly string[]) =>
    `将签署${names.slice(0, 6).join('、')}${names.length > 6 ? `等${names.length}名` : ''}的意见。签署后不再改动，有误的另出一版更正。`,
  signedDone: (count: number) => `已签署${count}份。`,
  comma: '，',
  openPage: '历次意见',
  keys: { next: '保存，看下一人', previous: '保存，看上一人' },
  inPost: (from: string, to: string) => `本期任职 ${from} 至 ${to}`,
  place: (at: number, of: number) => `${at} / ${of}`,
  previous: '上一人',
  next: '下一人',
  unread: {
    missing: '镇街还没有填写。',
    draft: '镇街正在填写，签署后可见。',
    submitted: '镇街负责人还没有签署，签署后可见。',
    signed: '已签署。',
  },
  correction: '更正理由',
  correctionOf: (reason: string) => `更正：${reason}。原版在新版签署前仍然有效。`,
  editions: '以前各版',
  editionOf: (edition: number, by: string, on: string) => `第${edition}版，${by}签署于${on}`,
  returnedBy: (by: string, reason: string) => `${by}退回：${reason}`,
  write: '填写实绩考核意见',
  opinionHint: '写明做了什么、成效如何；目标数字以确认的为准。',
  nothingTyped: '请先填写意见',
  save: '保存',
  savedSign: '已保存',
  saveHint: 'Ctrl+↓ 保存并看下一人',
  confirmed: (village: string) => `${village}本期已确认的目标`,
  openTargets: '看全部目标',
  noneConfirmed: '这一期还没有确认的目标数字。',
  yes: '是',
  no: '否',
  tenThousand: '万元',
  acts: '办理',
  submit: '送负责人签署',
  sign: '签署',
  return: '退回修改',
  withdraw: '撤回',
  withdrawn: (name: string) => `已撤回${name}的意见。`,
  correct: '更正',
  discard: '放弃草稿',
  discardTitle: (name: string) => `放弃${name}的草稿`,
  discardBody: '草稿删除后不能恢复；已签署的版本不受影响。',
  notToSignYet: '考核期结束后才能签署；自己填写的由他人签署。',
  returnTitle: (name: string) => `退回${name}的意见`,
  returned: (name: string) => `已退回${name}的意见。`,
  correctTitle: (name: string) => `更正${name}的意见`,
  correctBody: '将在原文基础上另出一版，签署后生效；原版保留。',
  corrected: (name: string) => `已开始更正${name}的意见。`,
  reason: '理由',
};
