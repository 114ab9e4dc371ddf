import type { Project } from '@xuanpai/contracts/projects';
import { projectKindWords, projectStateWords } from '@xuanpai/contracts/support-words';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../../lib/sheet/written-value.ts';
import { sheetNote } from '../sheet-note.ts';
import type { Query } from './list.ts';
import { readAllProjects } from './read.ts';

type Column = SheetColumn & { value(row: Project, at: number): SheetValue };

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName },
  { heading: '村', kind: 'text', width: 16, value: (row) => row.villageName },
  { heading: '项目', kind: 'text', width: 26, value: (row) => row.name },
  { heading: '类别', kind: 'text', width: 10, value: ({ kind }) => projectKindWords[kind].zh },
  { heading: '用途', kind: 'text', width: 30, value: (row) => row.purpose },
  { heading: '状态', kind: 'text', width: 10, value: ({ state }) => projectStateWords[state].zh },
  { heading: '计划资金（元）', kind: 'money', width: 14, value: (row) => row.planned },
  { heading: '到位资金（元）', kind: 'money', width: 14, value: (row) => row.received },
  { heading: '已支出（元）', kind: 'money', width: 14, value: (row) => row.spent },
  {
    heading: '节点（已完成/全部）',
    kind: 'text',
    width: 16,
    value: (row) => (row.milestones === 0 ? '' : `${row.milestonesDone}/${row.milestones}`),
  },
  { heading: '逾期节点', kind: 'number', width: 10, value: (row) => row.milestonesLate },
  { heading: '下一节点', kind: 'text', width: 18, value: (row) => row.nextMilestone },
  { heading: '应完成日期', kind: 'date', width: 12, value: (row) => row.nextDueOn },
  { heading: '验收日期', kind: 'date', width: 12, value: (row) => row.acceptedOn },
  { heading: '停止原因', kind: 'text', width: 24, value: (row) => row.stoppedReason },
];

/** 帮扶项目台账 of the projects within reach, as filtered. */
export async function projectSheet(deps: Deps, actor: Actor, query: Query): Promise<FileReply> {
  const found = await readAllProjects(deps, actor, query);
  const bytes = await writeSheet({
    sheetName: '项目台账',
    title: '帮扶项目台账',
    note: `${sheetNote(deps, query)}    共${found.length}个项目`,
    columns,
    rows: found.map((row, at) => columns.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `项目台账 ${deps.today()}.xlsx`, type: xlsx, bytes };
}
