import type { RoundLetterKind } from '@xuanpai/contracts/letter-kinds';
import { everywhere, inTurn, type Tag, tag } from './tag.ts';

const round = [
  tag('考核名称', '考核的名称', 'Name of the round', '2015年年度考核'),
  tag('考核年度', '考核年度', 'Year of the round', '2015'),
  tag('考核起', '考核期开始', 'First day of the period', '2015年6月1日'),
  tag('考核止', '考核期截止', 'Last day of the period', '2015年12月31日'),
];

/** A person with the grade in force. */
const person = [
  tag('姓名', '干部姓名', 'Name', '王伟'),
  tag('性别', '男、女', 'Sex', '男'),
  tag('出生年月', '出生年月', 'Month of birth', '1979年3月'),
  tag('政治面貌', '政治面貌', 'Political status', '中共党员'),
  tag('单位', '派出单位', 'Unit', '区财政局'),
  tag('原职务', '在派出单位的职务', 'Position in the unit', '科员'),
  tag('职级', '职级', 'Rank', '副科级'),
  tag('编制性质', '编制性质', 'Staffing type', '行政'),
  tag('镇街', '任职所在镇街', 'Township of the post', '郑旺镇'),
  tag('村', '任职所在村', 'Village of the post', '大尤家村'),
  tag('任职职务', '村党组织职务', 'Post in the village', '党组织第一书记'),
  tag('在任天数', '考核期内任职天数', 'Days in post', '214'),
  tag('等次', '确定的等次', 'The grade', '优秀'),
  tag('等次说明', '等次的理由', 'Ground of the grade', '经会议研究确定'),
  tag('原等次', '改变以前的等次', 'The grade before it was changed', '称职'),
  tag('确定日期', '确定等次的日期', 'Day of the decision', '2016年1月20日'),
  tag('确定文号', '确定等次的文件或纪要', 'Document of the decision', '河选办〔2016〕1号'),
];

/** What is on record of the way to the grade. */
const way = [
  tag('个人述职', '本人述职摘要', 'Own report', '一年来驻村工作……'),
  tag('镇街意见', '镇街党（工）委意见', 'Township’s opinion', '同意'),
  tag('单位意见', '派出单位意见', 'Unit’s opinion', '同意'),
  tag('单位党委意见', '派出单位党（工）委意见', 'Sending Party committee’s opinion', '同意'),
  tag('纪检意见', '纪检机关意见', 'Discipline inspection’s opinion', '无不良反映'),
  tag('会议', '研究的会议', 'The meeting', '区选派办主任办公会'),
  tag('告知日期', '告知本人的日期', 'Day of telling', '2016年1月25日'),
  tag('本人意见', '同意、有异议、拒签', 'What the person said', '同意'),
];

const people: Tag = {
  ...tag('人员', '逐人重复', 'Repeated for each person', ''),
  inside: [inTurn, ...person],
};
const count = tag('人数', '干部人数', 'How many people', '2');
const unit = tag('单位', '派出单位', 'Unit', '区财政局');

const ofPerson = [...everywhere, ...round, ...person, ...way];
const ofUnit = [...everywhere, ...round, unit, count, people];

export const gradeLetterTags: Readonly<Record<RoundLetterKind, readonly Tag[]>> = {
  annualForm: ofPerson,
  gradeNotice: ofPerson,
  feedbackUnit: ofUnit,
  feedbackSuperior: ofUnit,
  feedbackOrganisation: [...everywhere, ...round, count, people],
  quotaStatement: ofUnit,
};
