import type { SummaryGroup, SummaryItem } from '@xuanpai/contracts/attendance-files';
import { leaveKinds, markWords } from '@xuanpai/contracts/attendance-marks';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../../lib/sheet/write-sheet.ts';
import { readSummary } from './summary.ts';

const groups: Readonly<Record<SummaryGroup, string>> = {
  cadre: '干部',
  unit: '派出单位',
  township: '镇街',
};

/** The year's summary as a workbook: a column a month, 在村/应到, then the sums and the leave. */
export async function summaryFile(
  deps: Deps,
  actor: Actor,
  query: { year: number; by: SummaryGroup },
): Promise<FileReply> {
  const { year, by, months, items } = await readSummary(deps, actor, query);
  const title = `${year}年选派干部在村工作考勤汇总（按${groups[by]}）`;
  const leave = leaveKinds.filter((kind) => items.some((item) => item.leave[kind]));
  const text = (heading: string, width: number): SheetColumn => ({ heading, kind: 'text', width });
  const number = (heading: string): SheetColumn => ({ heading, kind: 'number', width: 8 });
  const columns = [
    ...(by === 'cadre'
      ? [text('镇街', 12), text('村', 16), text('姓名', 10), text('派出单位', 20)]
      : [text(groups[by], 24), number('干部人数')]),
    ...months.map((month) => text(`${Number(month.slice(5))}月`, 8)),
    ...['在村天数', '应到天数', '差额'].map(number),
    ...leave.map((kind) => number(markWords[kind].zh)),
    number('未确认月数'),
  ];
  const values = items.map((item) => [
    ...(by === 'cadre'
      ? [item.townshipName, item.villageName, item.name, item.unitName]
      : [item.name, item.cadres]),
    ...months.map((month) => monthText(item, month)),
    item.total.inVillage,
    item.total.required,
    item.total.short,
    ...leave.map((kind) => item.leave[kind] ?? null),
    item.unconfirmed,
  ]);
  const bytes = await writeSheet({
    sheetName: `${year}年`,
    title,
    columns,
    rows: values,
    footnote: '注：各月为“在村天数/应到天数”；按镇街和村的顺序排列，不排名次。',
  });
  return { filename: `${title}.xlsx`, type: xlsx, bytes };
}

function monthText({ months }: SummaryItem, month: string): string {
  const figures = months[month];
  return figures ? `${figures.inVillage}/${figures.required}` : '';
}
