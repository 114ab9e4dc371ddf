import {
  categoryWords,
  managementAuthorityWords,
  rankWords,
  sexWords,
  specialityWords,
  staffingTypeWords,
} from '@xuanpai/contracts/words';
import type { CadreField } from './cadre-columns.ts';
import { column, monthColumn, text, words } from './template-column.ts';

/** The columns of a blank nominees' book. */
export const cadreTemplate = [
  column<CadreField>('name', '姓名', {
    required: true,
    form: text(40),
    hint: '按身份证填写，中间不加空格；少数民族姓名用间隔号“·”。',
  }),
  column<CadreField>('sex', '性别', {
    width: 8,
    form: words(sexWords),
    hint: '应与身份证号第17位一致；不填按身份证号确定。',
    source: 'GB 11643《公民身份号码》',
  }),
  column<CadreField>('ethnicity', '民族', { width: 10, form: text(20), hint: '如汉族。' }),
  monthColumn<CadreField>('bornOn', '出生年月', {
    hint: '应与身份证号中的出生日期一致；不填按身份证号确定。',
    source: 'GB 11643《公民身份号码》',
  }),
  column<CadreField>('idNumber', '身份证号码', {
    width: 22,
    required: true,
    form: { kind: 'idNumber' },
    hint: '18位，末位为X的写X。人员按身份证号对应，已登记的更新、没有的新增。',
    source: 'GB 11643《公民身份号码》',
  }),
  column<CadreField>('nativePlace', '籍贯', { hint: '如山东临沂。' }),
  column<CadreField>('politicalStatus', '政治面貌', {
    width: 12,
    form: text(20),
    hint: '如中共党员、中共预备党员。',
    source: '通知二（一）',
  }),
  monthColumn<CadreField>('joinedOn', '入党时间', {
    hint: '成为预备党员的时间，不早于年满18岁。',
    source: '《中国共产党章程》第一条',
  }),
  monthColumn<CadreField>('fullMemberOn', '转正时间', {
    hint: '成为正式党员的时间，不早于入党时间；预备期一年。',
    source: '《中国共产党章程》第七条',
  }),
  monthColumn<CadreField>('workingSince', '参加工作时间', { hint: '应晚于出生日期。' }),
  column<CadreField>('education', '学历', { form: text(40), hint: '如大学本科。' }),
  column<CadreField>('unit', '派出单位', {
    width: 22,
    required: true,
    form: { kind: 'names', register: 'units' },
    hint: '与派出单位名册中的全称一致；镇街人选填镇街党（工）委。',
  }),
  column<CadreField>('position', '现任职务', { width: 18, hint: '写全称。' }),
  column<CadreField>('rank', '职级', {
    width: 12,
    required: true,
    form: words(rankWords),
    hint: '从下拉列表中选择。',
    source: '通知二（三）',
  }),
  column<CadreField>('staffingType', '编制性质', {
    width: 12,
    required: true,
    form: words(staffingTypeWords),
    hint: '从下拉列表中选择。',
  }),
  column<CadreField>('managementAuthority', '管理权限', {
    width: 12,
    form: words(managementAuthorityWords),
    hint: '从下拉列表中选择。',
  }),
  column<CadreField>('category', '选派类别', {
    required: true,
    form: words(categoryWords),
    hint: '区直人选填科级干部或优秀年轻干部，镇街人选填班子成员或优秀机关干部。',
    source: '通知二（三）',
  }),
  column<CadreField>('speciality', '专业特长', {
    width: 12,
    required: true,
    form: words(specialityWords),
    hint: '从下拉列表中选择最主要的一项。',
    source: '通知二（四）',
  }),
  column<CadreField>('homeTownship', '家庭所在镇街', {
    form: { kind: 'names', register: 'townships' },
    hint: '本区的从下拉列表中选择；不在本区的直接填写。',
  }),
  column<CadreField>('homeAddress', '家庭住址', {
    width: 24,
    form: text(200),
    hint: '加密保存。',
  }),
  column<CadreField>('health', '健康状况', { width: 12, hint: '如健康。加密保存。' }),
  column<CadreField>('phone', '工作电话', { width: 16, form: text(30) }),
  column<CadreField>('note', '备注', { width: 20, form: text(500) }),
];
