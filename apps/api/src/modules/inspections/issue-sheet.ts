import {
  type Issue,
  issueKindWords,
  issueStateWords,
  severityWords,
} from '@xuanpai/contracts/inspection-findings';
import { inspectionKindWords } from '@xuanpai/contracts/inspections';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { dayNote } from '../../lib/known.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import type { IssueQuery } from './issue-list.ts';
import { readAllIssues } from './issue-read.ts';

type Column = SheetColumn & { value(row: Issue, at: number): SheetValue };

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName },
  { heading: '村', kind: 'text', width: 14, value: (row) => row.villageName },
  { heading: '督查方式', kind: 'text', width: 10, value: kindOf },
  { heading: '督查日期', kind: 'date', width: 12, value: (row) => row.foundOn },
  { heading: '问题类别', kind: 'text', width: 10, value: ({ kind }) => issueKindWords[kind].zh },
  { heading: '程度', kind: 'text', width: 8, value: ({ severity }) => severityWords[severity].zh },
  { heading: '问题', kind: 'text', width: 40, value: (row) => row.text },
  { heading: '责任方', kind: 'text', width: 18, value: (row) => row.responsibleName },
  { heading: '整改期限', kind: 'date', width: 12, value: (row) => row.deadline },
  { heading: '状态', kind: 'text', width: 12, value: ({ state }) => issueStateWords[state].zh },
  { heading: '逾期（天）', kind: 'number', width: 10, value: (row) => row.daysLate },
];

function kindOf({ inspectionKind }: Issue): string {
  return inspectionKindWords[inspectionKind].zh;
}

/** 督查问题台账, as filtered. */
export async function issueSheet(deps: Deps, actor: Actor, query: IssueQuery): Promise<FileReply> {
  const issues = await readAllIssues(deps, actor, query);
  const today = deps.today();
  const { on = today, known } = query;
  const late = issues.filter(({ daysLate }) => daysLate !== null).length;
  const bytes = await writeSheet({
    sheetName: '督查问题台账',
    title: '选派任职工作督查问题台账',
    note: `制表日期：${today}    ${dayNote({ on, today, known }, '已登记')}    共${issues.length}个，逾期未整改${late}个`,
    columns,
    rows: issues.map((row, at) => columns.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `督查问题台账 ${on}.xlsx`, type: xlsx, bytes };
}
