import { markWords } from '@xuanpai/contracts/attendance-marks';
import { type Leave, leaveStateWords } from '@xuanpai/contracts/leaves';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import type { Query } from './list.ts';
import { readAllLeaves } from './read.ts';

type Column = SheetColumn & { value(row: Leave, at: number): SheetValue };

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '姓名', kind: 'text', width: 10, value: (row) => row.cadreName },
  { heading: '派出单位', kind: 'text', width: 24, value: (row) => row.unitName },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName ?? '' },
  { heading: '任职村', kind: 'text', width: 16, value: (row) => row.villageName ?? '' },
  { heading: '种类', kind: 'text', width: 10, value: ({ kind }) => markWords[kind].zh },
  { heading: '开始', kind: 'date', width: 12, value: (row) => row.startsOn },
  {
    heading: '结束',
    kind: 'date',
    width: 12,
    value: (row) => row.lastDay ?? row.endsOn,
  },
  { heading: '半天', kind: 'text', width: 14, value: halves },
  { heading: '工作日（天）', kind: 'number', width: 12, value: (row) => row.workdays },
  { heading: '事由', kind: 'text', width: 28, value: (row) => row.reason },
  { heading: '文号', kind: 'text', width: 18, value: (row) => row.documentNumber ?? '' },
  { heading: '状态', kind: 'text', width: 10, value: ({ state }) => leaveStateWords[state].zh },
  { heading: '请假经办', kind: 'text', width: 10, value: (row) => row.askedByName },
  { heading: '批准', kind: 'text', width: 10, value: (row) => row.decidedByName ?? '' },
  { heading: '批准意见', kind: 'text', width: 20, value: (row) => row.decision ?? '' },
  { heading: '销假经办', kind: 'text', width: 10, value: (row) => row.endedByName ?? '' },
];

/** 请假台账 of the leave within reach, as filtered. */
export async function leaveSheet(deps: Deps, actor: Actor, query: Query): Promise<FileReply> {
  const leaves = await readAllLeaves(deps, actor, query);
  const days = leaves
    .filter(({ state }) => state === 'approved' || state === 'ended')
    .reduce((sum, { workdays }) => sum + workdays, 0);
  const bytes = await writeSheet({
    sheetName: '请假台账',
    title: '选派干部请假台账',
    note: `制表日期：${deps.today()}    共${leaves.length}次，已批准${days}个工作日`,
    columns,
    rows: leaves.map((row, at) => columns.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `请假台账 ${deps.today()}.xlsx`, type: xlsx, bytes };
}

function halves({ startsAtNoon, endsAtNoon, lastDay, endsOn }: Leave): string {
  const untilNoon = endsAtNoon && (lastDay === null || lastDay === endsOn);
  return [startsAtNoon ? '首日下午起' : '', untilNoon ? '末日上午止' : '']
    .filter((part) => part !== '')
    .join('，');
}
