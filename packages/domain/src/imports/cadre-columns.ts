import type { Text } from '@xuanpai/contracts/text';
import type { ImportColumn } from './import-column.ts';

export const cadreColumns = [
  {
    field: 'name',
    label: { zh: '姓名', en: 'Name' },
    headings: ['姓名', '人员姓名', '干部姓名'],
    required: true,
  },
  { field: 'sex', label: { zh: '性别', en: 'Sex' }, headings: ['性别'] },
  { field: 'ethnicity', label: { zh: '民族', en: 'Ethnicity' }, headings: ['民族'] },
  {
    field: 'bornOn',
    label: { zh: '出生年月', en: 'Born' },
    headings: ['出生年月', '出生日期', '出生时间', '出生年月日', '生日'],
  },
  {
    field: 'idNumber',
    label: { zh: '身份证号', en: 'ID number' },
    headings: ['身份证号', '身份证号码', '公民身份号码', '身份证', '身份证件号码', '证件号码'],
    required: true,
  },
  { field: 'nativePlace', label: { zh: '籍贯', en: 'Native place' }, headings: ['籍贯'] },
  {
    field: 'politicalStatus',
    label: { zh: '政治面貌', en: 'Political status' },
    headings: ['政治面貌', '党派'],
  },
  {
    field: 'joinedOn',
    label: { zh: '入党时间', en: 'Joined the Party' },
    headings: ['入党时间', '入党年月', '入党日期', '加入党组织时间'],
  },
  {
    field: 'fullMemberOn',
    label: { zh: '转正时间', en: 'Full member since' },
    headings: ['转正时间', '转正日期', '转正年月', '预备党员转正时间'],
  },
  {
    field: 'workingSince',
    label: { zh: '参加工作时间', en: 'Working since' },
    headings: ['参加工作时间', '参加工作年月', '工作时间', '参工时间'],
  },
  {
    field: 'education',
    label: { zh: '学历', en: 'Education' },
    headings: ['学历', '文化程度', '最高学历', '学历学位'],
  },
  {
    field: 'unit',
    label: { zh: '派出单位', en: 'Unit' },
    headings: ['派出单位', '工作单位', '选派单位', '单位名称', '单位', '所在单位', '现工作单位'],
  },
  {
    field: 'position',
    label: { zh: '现任职务', en: 'Position' },
    headings: ['现任职务', '职务', '现任职', '现职务'],
  },
  { field: 'rank', label: { zh: '职级', en: 'Rank' }, headings: ['职级', '级别', '行政级别'] },
  {
    field: 'staffingType',
    label: { zh: '编制性质', en: 'Staffing' },
    headings: ['编制性质', '编制', '人员性质', '身份性质', '编制类型'],
  },
  {
    field: 'managementAuthority',
    label: { zh: '管理权限', en: 'Managed by' },
    headings: ['管理权限', '干部管理权限'],
  },
  {
    field: 'category',
    label: { zh: '选派类别', en: 'Category' },
    headings: ['选派类别', '人选类别', '类别'],
  },
  {
    field: 'speciality',
    label: { zh: '专业特长', en: 'Speciality' },
    headings: ['专业特长', '特长', '专长', '专业专长'],
  },
  {
    field: 'homeTownship',
    label: { zh: '家庭所在镇街', en: 'Home township' },
    headings: ['家庭所在镇街', '家庭住址镇街', '家庭住址(镇街)', '家庭所在镇(街)'],
  },
  {
    field: 'homeAddress',
    label: { zh: '家庭住址', en: 'Home address' },
    headings: ['家庭住址', '家庭详细住址', '住址', '现住址'],
  },
  {
    field: 'health',
    label: { zh: '健康状况', en: 'Health' },
    headings: ['健康状况', '身体状况', '健康'],
  },
  {
    field: 'phone',
    label: { zh: '工作电话', en: 'Telephone' },
    headings: ['工作电话', '联系电话', '联系方式', '电话', '手机', '手机号码', '手机号'],
  },
  { field: 'note', label: { zh: '备注', en: 'Note' }, headings: ['备注', '说明'] },
] as const satisfies readonly ImportColumn[];

export type CadreField = (typeof cadreColumns)[number]['field'];

export const cadreLabels = Object.fromEntries(
  cadreColumns.map(({ field, label }) => [field, label]),
) as Record<CadreField, Text>;
