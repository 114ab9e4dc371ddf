import type { Text } from '@xuanpai/contracts/text';
import type { ImportColumn } from './import-column.ts';

export const villageColumns = [
  {
    field: 'township',
    label: { zh: '镇街（园区）', en: 'Township' },
    headings: ['镇街(园区)', '镇街', '镇(街)', '乡镇', '乡镇(街道)', '镇(街道)', '所属镇街'],
  },
  {
    field: 'name',
    label: { zh: '村名', en: 'Village' },
    headings: ['村名', '村(社区)', '村居', '行政村', '村名称', '村(居)', '行政村名称'],
  },
  {
    field: 'code',
    label: { zh: '区划代码', en: 'Code' },
    headings: ['区划代码', '统计用区划代码', '行政区划代码', '村代码', '代码'],
    required: true,
  },
  { field: 'households', label: { zh: '户数', en: 'Households' }, headings: ['户数', '总户数'] },
  {
    field: 'population',
    label: { zh: '人口', en: 'Population' },
    headings: ['人口', '总人口', '人口数'],
  },
  {
    field: 'partyMembers',
    label: { zh: '党员数', en: 'Party members' },
    headings: ['党员数', '党员', '党员人数'],
  },
  {
    field: 'operatingIncome',
    label: { zh: '村集体经营性收入', en: 'Operating income' },
    headings: [
      '村集体经营性收入',
      '集体经营性收入',
      '村级集体经营性收入',
      '经营性收入',
      '村集体收入',
      '集体收入',
    ],
  },
  {
    field: 'netIncomePerHead',
    label: { zh: '农民人均纯收入', en: 'Net income per head' },
    headings: ['农民人均纯收入', '人均纯收入', '农民人均收入'],
  },
  {
    field: 'infrastructureInvestment',
    label: { zh: '基础设施投入', en: 'Infrastructure investment' },
    headings: ['基础设施投入', '基础设施建设投入', '基础设施投资', '基础设施建设资金'],
  },
  {
    field: 'mainIndustry',
    label: { zh: '主导产业', en: 'Main industry' },
    headings: ['主导产业', '特色产业', '主要产业'],
  },
  {
    field: 'kinds',
    label: { zh: '村类型', en: 'Kind' },
    headings: ['村类型', '村类别', '类型', '类别'],
  },
  {
    field: 'cityDispatched',
    label: { zh: '市直选派', en: 'City dispatches' },
    headings: ['市直选派', '市直', '是否市直选派', '市派'],
  },
  { field: 'note', label: { zh: '备注', en: 'Note' }, headings: ['备注', '说明'] },
] as const satisfies readonly ImportColumn[];

export type VillageField = (typeof villageColumns)[number]['field'];

/** The columns that hold an amount of money for a year. */
export const villageFigures = [
  'operatingIncome',
  'netIncomePerHead',
  'infrastructureInvestment',
] as const satisfies readonly VillageField[];
export type VillageFigure = (typeof villageFigures)[number];

export const villageLabels = Object.fromEntries(
  villageColumns.map(({ field, label }) => [field, label]),
) as Record<VillageField, Text>;
