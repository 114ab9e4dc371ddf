import { postWords } from '@xuanpai/contracts/words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readAll } from '../../lib/list.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { writeSheet } from '../../lib/sheet/write-sheet.ts';
import { type AssignmentRow, assignmentList, type Query } from './list.ts';
import { aboutWhom, type ListColumn, noteOf, unitAndPosition } from './office-list.ts';

const columns: ListColumn[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName },
  { heading: '村', kind: 'text', width: 18, value: (row) => row.villageName },
  { heading: '任职职务', kind: 'text', width: 10, value: ({ post }) => postWords[post].zh },
  { heading: '姓名', kind: 'text', width: 10, value: (row) => row.cadreName },
  { heading: '工作电话', kind: 'text', width: 16, value: (row) => row.phone },
  { heading: '单位及职务', kind: 'text', width: 30, value: unitAndPosition },
  { heading: '单位联络员', kind: 'text', width: 12, value: (row) => row.contactName },
  { heading: '联络员电话', kind: 'text', width: 16, value: (row) => row.contactPhone },
];

/** 通讯录 of the posts within reach, as filtered: by township and village, with work telephones. */
export async function telephoneList(deps: Deps, actor: Actor, query: Query): Promise<FileReply> {
  const rows = await readAll<AssignmentRow>(
    deps.db.pool,
    assignmentList(actor, query, deps.today()),
  );
  const who = aboutWhom(rows, query);
  const bytes = await writeSheet({
    sheetName: '通讯录',
    title: `${who}选派“第一书记”通讯录`,
    note: noteOf(rows, query, deps.today()),
    columns,
    rows: rows.map((row, at) => columns.map(({ value }) => value(row, at))),
    totals: ['合计', '', '', '', `${rows.length}名`, '', '', '', ''],
    print: { landscape: true },
  });
  return { filename: `${who}通讯录 ${query.on ?? deps.today()}.xlsx`, type: xlsx, bytes };
}
