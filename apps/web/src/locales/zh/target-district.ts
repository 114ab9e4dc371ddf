import type { TargetState } from '@xuanpai/contracts/target-values';
import { stateCount } from '../state-count.ts';

/** What the district sees and decides of targets, and the templates that ask for them. */
export const targetDistrict = {
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
  askedFrom: '起算日期',
  chooseBody:
    '选定后不再按村类型分配；共同的指标只报一次。自下面这天起报告，之前已结束的时段不作要求。',
  chosen: (village: string) => `已为${village}选定目标任务。`,

  // The district.
  districtAnswer: (villages: number, states: readonly TargetState[]) => {
    if (villages === 0) return '还没有村有目标任务。';
    const reached = stateCount(states, 'reached');
    const behind = stateCount(states, 'behind');
    const missing = stateCount(states, 'notReported');
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
