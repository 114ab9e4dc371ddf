import { villageKindWords } from '@xuanpai/contracts/words';
import { column, severalWords, type TemplateColumn, text } from './template-column.ts';
import type { VillageField } from './village-columns.ts';

const money = { form: { kind: 'tenThousandYuan' }, width: 18 } as const;

/** The columns of a blank register of villages, with the amounts of this year. */
export function villageTemplate(year: number): TemplateColumn<VillageField>[] {
  return [
    column<VillageField>('township', '镇街（园区）', {
      width: 16,
      required: true,
      form: { kind: 'names', register: 'townships' },
      hint: '应与区划代码所属的镇街一致。',
    }),
    column<VillageField>('name', '村名', {
      required: true,
      form: { kind: 'names', register: 'villages' },
      hint: '写全称，如大尤家村。',
    }),
    column<VillageField>('code', '区划代码', {
      width: 18,
      required: true,
      form: { kind: 'code', digits: [12] },
      hint: '12位统计用区划代码。村按代码对应，已登记的更新、没有的新增。',
      source: '《统计用区划代码和城乡划分代码编制规则》',
    }),
    column<VillageField>('households', '户数', { width: 10, form: count(10_000_000) }),
    column<VillageField>('population', '人口', { width: 10, form: count(10_000_000) }),
    column<VillageField>('partyMembers', '党员数', { width: 10, form: count(10_000_000) }),
    column<VillageField>('operatingIncome', `${year}年村集体经营性收入（万元）`, {
      ...money,
      hint: '全年，按万元填写；表头中的年份和单位可以改。经济薄弱村据此判定。',
      source: '通知二（二）',
    }),
    column<VillageField>('netIncomePerHead', `${year}年农民人均纯收入（元）`, {
      form: { kind: 'yuan' },
      width: 18,
      hint: '全年，按元填写；表头中的年份和单位可以改。',
    }),
    column<VillageField>('infrastructureInvestment', `${year}年基础设施投入（万元）`, {
      ...money,
      hint: '全年，按万元填写；表头中的年份和单位可以改。',
    }),
    column<VillageField>('mainIndustry', '主导产业', { hint: '如大棚蔬菜。' }),
    column<VillageField>('kinds', '村类型', {
      width: 20,
      form: severalWords({ ...villageKindWords, none: { zh: '一般村' } }),
      hint: '在本批次中的类型，可填几项，中间用顿号隔开；都不是的填“一般村”或不填。',
      source: '通知二（二）',
    }),
    column<VillageField>('cityDispatched', '市直选派', {
      width: 10,
      form: { kind: 'words', words: ['是', '否'] },
      hint: '由市直单位选派第一书记的填“是”。',
      source: '通知二（二）',
    }),
    column<VillageField>('note', '备注', { width: 20, form: text(500) }),
  ];
}

function count(most: number) {
  return { kind: 'count', most } as const;
}
