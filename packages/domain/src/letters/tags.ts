import type { LetterKind } from '@xuanpai/contracts/letter-kinds';
import { gradeLetterTags } from './grade-tags.ts';
import { everywhere, inTurn, type Tag, tag } from './tag.ts';

export type { Tag } from './tag.ts';

const person = [
  tag('姓名', '干部姓名', 'Name', '王伟'),
  tag('性别', '男、女', 'Sex', '男'),
  tag('出生年月', '出生年月', 'Month of birth', '1979年3月'),
  tag('民族', '民族', 'Ethnicity', '汉族', 'cadre'),
  tag('学历', '学历', 'Education', '大学', 'cadre'),
  tag('联系电话', '工作电话', 'Work telephone', '0539-8380001', 'cadre'),
  tag('单位', '派出单位', 'Unit', '区财政局'),
  tag('原职务', '在派出单位的职务', 'Position in the unit', '科员', 'cadre'),
  tag('职级', '职级', 'Rank', '副科级'),
  tag('镇街', '任职所在镇街', 'Township of the post', '郑旺镇'),
  tag('村', '任职所在村', 'Village of the post', '大尤家村'),
  tag('任职职务', '村党组织职务', 'Post in the village', '党组织第一书记'),
  tag('任职方式', '任职、挂职、直接任职', 'Kind of appointment', '任职'),
  tag('任职表述', '按任职方式写成的任职', 'The appointment in words', '任大尤家村党组织第一书记'),
  tag('任期起', '任期开始', 'First day of the term', '2015年6月1日'),
  tag('任期止', '任期届满', 'Last day of the term', '2017年5月31日', 'assignment'),
];

const township = [
  tag('镇街', '镇街名称', 'The township', '郑旺镇'),
  tag('镇街党委', '镇街党（工）委', 'The township’s Party committee', '郑旺镇党委', 'township'),
];
const figures = [
  tag('人数', '干部人数', 'How many people', '2'),
  tag('村数', '涉及的村数', 'How many villages', '1'),
];
const people: Tag = {
  ...tag('人员', '逐人重复', 'Repeated for each person', ''),
  inside: [inTurn, ...person],
};
const groups: Tag = {
  ...tag('分组', '按任职方式分组，逐组重复', 'Repeated for each kind of appointment', ''),
  inside: [
    tag('组序', '一、二、三', 'Number of the group', '一'),
    tag('任职方式', '任职、挂职、直接任职', 'Kind of appointment', '挂职'),
    tag('组人数', '本组人数', 'People of the group', '3'),
    people,
  ],
};
const membership = [
  tag('入党时间', '入党时间', 'Joined the Party on', '2003年7月1日', 'cadre'),
  tag('党费交至', '党费交纳到的月份', 'Dues paid until', '2015年5月', 'membership'),
  tag('有效期', '介绍信有效天数', 'Days that it is valid', '30', 'membership'),
];

const toTownship = township.filter(({ name }) => name === '镇街党委');

/** The tags that each kind of letter knows. A new kind is a line here, one in `content`, and a template. */
export const letterTags: Readonly<Record<LetterKind, readonly Tag[]>> = {
  unitNotice: [...everywhere, tag('单位', '派出单位', 'Unit', '区财政局'), ...figures, people],
  townshipNotice: [...everywhere, ...township, ...figures, groups, people],
  introduction: [...everywhere, ...toTownship, ...person],
  membership: [...everywhere, ...toTownship, ...person, ...membership],
  membershipReturn: [...everywhere, ...toTownship, ...person, ...membership],
  annex: [...everywhere, ...figures, people],
  ...gradeLetterTags,
};

/** A tag with the loops that it stands in: 分组 › 人员 › 姓名. */
export interface PlacedTag {
  tag: Tag;
  within: readonly string[];
}

/** All tags of a kind in the order of the list, those inside loops after their loop. */
export function placedTags(tags: readonly Tag[], within: readonly string[] = []): PlacedTag[] {
  return tags.flatMap((tag) => [
    { tag, within },
    ...(tag.inside ? placedTags(tag.inside, [...within, tag.name]) : []),
  ]);
}
