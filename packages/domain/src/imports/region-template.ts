import { levelWords, type RegionField } from './region-row.ts';
import { column, words } from './template-column.ts';

const source = '《统计用区划代码和城乡划分代码编制规则》';

/** The columns of a blank code list. */
export const regionTemplate = [
  column<RegionField>('code', '区划代码', {
    width: 18,
    required: true,
    form: { kind: 'code', digits: [6, 12] },
    hint: '区县6位；镇街12位，末三位000；村12位。',
    source,
  }),
  column<RegionField>('name', '名称', { width: 22, required: true, hint: '写全称。' }),
  column<RegionField>('level', '级别', {
    width: 10,
    form: words(levelWords),
    hint: '应与代码一致；不填按代码确定。',
    source,
  }),
  column<RegionField>('parent', '上级代码', {
    width: 18,
    form: { kind: 'code', digits: [6, 12] },
    hint: '村填镇街的代码，镇街填区县的6位代码，区县不填；不填按代码确定。',
    source,
  }),
];
