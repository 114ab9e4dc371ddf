import type { SupportVillage } from '@xuanpai/contracts/support';
import { supportPartWords, supportSourceWords } from '@xuanpai/contracts/support-words';
import { tierWords } from '@xuanpai/contracts/words';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../../lib/sheet/written-value.ts';
import { sheetNote } from '../sheet-note.ts';
import { type Query, readOverviewRows } from './overview.ts';

type Column = SheetColumn & { value(row: SupportVillage, at: number): SheetValue };

const money = (source: keyof SupportVillage['brought'], words: string): Column => ({
  ...{ heading: `${words}（元）`, kind: 'money', width: 14 },
  value: ({ brought }) => brought[source],
});

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName },
  { heading: '村', kind: 'text', width: 16, value: (row) => row.villageName },
  {
    heading: '层级',
    kind: 'text',
    width: 8,
    value: ({ tier }) => (tier === null ? '' : tierWords[tier].zh),
  },
  { heading: '任职干部', kind: 'text', width: 16, value: ({ units }) => peopleOf(units) },
  { heading: '派出单位', kind: 'text', width: 24, value: ({ units }) => unitsOf(units) },
  { heading: '结对企业', kind: 'text', width: 24, value: (row) => row.enterprises.join('、') },
  money('publicFund', supportSourceWords.publicFund.zh),
  money('unit', supportSourceWords.unit.zh),
  money('enterprise', supportSourceWords.enterprise.zh),
  money('village', supportSourceWords.village.zh),
  money('other', supportSourceWords.other.zh),
  money('total', '合计'),
  { heading: '培训（次）', kind: 'number', width: 10, value: (row) => row.trainings },
  { heading: '走访（次）', kind: 'number', width: 10, value: (row) => row.visits },
  { heading: '项目（个）', kind: 'number', width: 10, value: (row) => row.projects },
  { heading: '未兑现承诺', kind: 'number', width: 12, value: (row) => row.owed },
  { heading: '其中逾期', kind: 'number', width: 10, value: (row) => row.late },
  {
    heading: '缺少',
    kind: 'text',
    width: 22,
    value: ({ lacking }) => lacking.map((part) => supportPartWords[part].zh).join('、'),
  },
];

const peopleOf = (units: SupportVillage['units']) =>
  units.flatMap(({ people }) => people).join('、');
const unitsOf = (units: SupportVillage['units']) =>
  units.map(({ unitName, split }) => (split ? `${unitName}（分派）` : unitName)).join('、');

/** 各村帮扶情况表 of the villages within reach, as filtered. */
export async function supportSheet(deps: Deps, actor: Actor, query: Query): Promise<FileReply> {
  const { year, villages } = await readOverviewRows(deps, actor, query);
  const bytes = await writeSheet({
    sheetName: '帮扶情况',
    title: `${year}年各村“四位一体”帮扶情况表`,
    note: `${sheetNote(deps, query)}    共${villages.length}个村`,
    columns,
    rows: villages.map((row, at) => columns.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `帮扶情况 ${year}.xlsx`, type: xlsx, bytes };
}
