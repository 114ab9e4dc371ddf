import { specialityWords, unitKindWords } from '@xuanpai/contracts/words';
import { column, severalWords, text, words } from './template-column.ts';
import type { UnitField } from './unit-row.ts';

/** A township's office comes with its township, not with this register. */
const { townshipOffice: _, ...districtKinds } = unitKindWords;

/** The columns of a blank register of units. */
export const unitTemplate = [
  column<UnitField>('name', '单位名称', {
    width: 24,
    required: true,
    hint: '写全称。单位按名称对应，已登记的更新、没有的新增；镇街党（工）委随区划代码表登记，不在这里填。',
  }),
  column<UnitField>('kind', '单位性质', {
    required: true,
    form: words(districtKinds),
    hint: '从下拉列表中选择。',
  }),
  column<UnitField>('quota', '选派名额', {
    width: 10,
    form: { kind: 'count', most: 1000 },
    hint: '本单位应选派的人数。',
    source: '通知二（二）',
  }),
  column<UnitField>('strengths', '单位优势', {
    width: 20,
    form: severalWords(specialityWords),
    hint: '可填几项，中间用顿号隔开，如“产业、资金项目”。',
    source: '通知二（四）',
  }),
  column<UnitField>('responsiblePerson', '第一责任人', { form: text(40), hint: '姓名。' }),
  column<UnitField>('contactName', '联络员', { form: text(40), hint: '姓名。' }),
  column<UnitField>('contactPhone', '联系电话', { width: 16, form: text(30) }),
  column<UnitField>('superior', '上级主管单位', {
    width: 18,
    form: text(80),
    hint: '垂直管理的单位填写。',
  }),
  column<UnitField>('note', '备注', { width: 20, form: text(500) }),
];
