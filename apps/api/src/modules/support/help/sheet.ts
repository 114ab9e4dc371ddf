import type { Help } from '@xuanpai/contracts/help';
import { helpKindWords, helpStateWords } from '@xuanpai/contracts/support-words';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../../lib/sheet/written-value.ts';
import { sheetNote } from '../sheet-note.ts';
import type { Query } from './list.ts';
import { readAllHelp } from './read.ts';

type Column = SheetColumn & { value(row: Help, at: number): SheetValue };

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName },
  { heading: '村', kind: 'text', width: 16, value: (row) => row.villageName },
  { heading: '帮扶单位（企业）', kind: 'text', width: 26, value: (row) => row.helperName },
  { heading: '类别', kind: 'text', width: 8, value: ({ kind }) => helpKindWords[kind].zh },
  { heading: '事项', kind: 'text', width: 30, value: (row) => row.content },
  { heading: '承诺金额（元）', kind: 'money', width: 14, value: (row) => row.amount },
  { heading: '承诺数量', kind: 'number', width: 10, value: (row) => row.quantity },
  { heading: '完成期限', kind: 'date', width: 12, value: (row) => row.dueOn },
  { heading: '状态', kind: 'text', width: 10, value: ({ state }) => helpStateWords[state].zh },
  { heading: '逾期（天）', kind: 'number', width: 10, value: lateDays },
  { heading: '办理日期', kind: 'date', width: 12, value: (row) => row.doneOn },
  { heading: '办理金额（元）', kind: 'money', width: 14, value: (row) => row.doneAmount },
  { heading: '办理数量', kind: 'number', width: 10, value: (row) => row.doneQuantity },
  { heading: '办理情况', kind: 'text', width: 30, value: (row) => row.doneText },
  { heading: '项目', kind: 'text', width: 20, value: (row) => row.projectName },
  { heading: '上报', kind: 'text', width: 10, value: (row) => row.reportedByName },
  { heading: '确认', kind: 'text', width: 10, value: (row) => row.decidedByName },
  { heading: '退回或取消原因', kind: 'text', width: 24, value: (row) => row.reason },
];

function lateDays({ daysLate }: Help): number | null {
  return daysLate !== null && daysLate > 0 ? daysLate : null;
}

/** 帮扶台账 of the help within reach, as filtered. */
export async function helpSheet(deps: Deps, actor: Actor, query: Query): Promise<FileReply> {
  const found = await readAllHelp(deps, actor, query);
  const bytes = await writeSheet({
    sheetName: '帮扶台账',
    title: '帮扶事项台账',
    note: `${sheetNote(deps, query)}    共${found.length}项`,
    columns,
    rows: found.map((row, at) => columns.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `帮扶台账 ${deps.today()}.xlsx`, type: xlsx, bytes };
}
