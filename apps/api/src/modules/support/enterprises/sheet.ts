import type { Enterprise } from '@xuanpai/contracts/enterprises';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../../lib/sheet/written-value.ts';
import { sheetNote } from '../sheet-note.ts';
import type { Query } from './list.ts';
import { readAllEnterprises } from './read.ts';

type Column = SheetColumn & { value(row: Enterprise, at: number): SheetValue };

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '企业名称', kind: 'text', width: 30, value: (row) => row.name },
  { heading: '统一社会信用代码', kind: 'text', width: 22, value: (row) => row.creditCode },
  { heading: '联系人', kind: 'text', width: 10, value: (row) => row.contactName },
  { heading: '联系电话', kind: 'text', width: 16, value: (row) => row.contactPhone },
  { heading: '行业', kind: 'text', width: 14, value: (row) => row.industry },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName ?? '区外' },
  { heading: '结对村（个）', kind: 'number', width: 12, value: (row) => row.villages },
  { heading: '已帮扶（元）', kind: 'money', width: 14, value: (row) => row.brought },
  { heading: '备注', kind: 'text', width: 24, value: (row) => row.note },
];

/** 企业名册 as filtered. */
export async function enterpriseSheet(deps: Deps, actor: Actor, query: Query): Promise<FileReply> {
  const found = await readAllEnterprises(deps, actor, query);
  const bytes = await writeSheet({
    sheetName: '企业名册',
    title: '结对帮扶企业名册',
    note: `${sheetNote(deps, query)}    共${found.length}家`,
    columns,
    rows: found.map((row, at) => columns.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `企业名册 ${deps.today()}.xlsx`, type: xlsx, bytes };
}
