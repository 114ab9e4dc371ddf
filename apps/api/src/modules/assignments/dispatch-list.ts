import {
  appointmentKindWords,
  postWords,
  rankWords,
  sexWords,
  villageKindWords,
} from '@xuanpai/contracts/words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readAll } from '../../lib/list.ts';
import { readPolicy } from '../../lib/policy.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { readBatchVillages } from '../../lib/records/batch-villages.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { writeSheet } from '../../lib/sheet/write-sheet.ts';
import { type AssignmentRow, assignmentList, type Query } from './list.ts';
import { aboutWhom, batchNameOf, type ListColumn, noteOf, unitAndPosition } from './office-list.ts';

interface Row extends AssignmentRow {
  kinds: string;
}

const columns: ListColumn<Row>[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName },
  { heading: '村', kind: 'text', width: 18, value: (row) => row.villageName },
  { heading: '村类型', kind: 'text', width: 22, value: (row) => row.kinds },
  { heading: '任职职务', kind: 'text', width: 10, value: ({ post }) => postWords[post].zh },
  { heading: '姓名', kind: 'text', width: 10, value: (row) => row.cadreName },
  { heading: '性别', kind: 'text', width: 6, value: ({ sex }) => sexWords[sex].zh },
  { heading: '出生年月', kind: 'month', width: 11, value: (row) => row.bornOn },
  { heading: '单位及职务', kind: 'text', width: 30, value: unitAndPosition },
  { heading: '职级', kind: 'text', width: 12, value: ({ rank }) => rankWords[rank].zh },
  {
    heading: '任职方式',
    kind: 'text',
    width: 10,
    value: ({ kind }) => appointmentKindWords[kind].zh,
  },
  { heading: '任职起', kind: 'date', width: 12, value: (row) => row.startsOn },
  { heading: '任职止', kind: 'date', width: 12, value: (row) => row.endsOn },
];

/** 选派名册 of the posts within reach, as filtered: for the district, one township or one unit. */
export async function dispatchList(deps: Deps, actor: Actor, query: Query): Promise<FileReply> {
  const found = await readAll<AssignmentRow>(
    deps.db.pool,
    assignmentList(actor, query, deps.today()),
  );
  const rows = await withKinds(deps, found);
  const who = aboutWhom(found, query);
  const batch = await batchNameOf(deps, found);
  const bytes = await writeSheet({
    sheetName: '选派名册',
    title: `${who}选派机关干部到村任职“第一书记”名册`,
    note: `${batch}    ${noteOf(found, query, deps.today())}`,
    columns,
    rows: rows.map((row, at) => columns.map(({ value }) => value(row, at))),
    totals: totalsOf(found),
  });
  return { filename: `${who}选派名册 ${query.on ?? deps.today()}.xlsx`, type: xlsx, bytes };
}

/** 合计: villages, and people by post. */
function totalsOf(rows: readonly AssignmentRow[]) {
  const villages = new Set(rows.map(({ villageId }) => villageId)).size;
  const leads = rows.filter(({ post }) => post !== 'deputySecretary').length;
  const people = `${rows.length}名`;
  const posts = `第一书记${leads}、副书记${rows.length - leads}`;
  return ['合计', '', `${villages}个村`, '', '', people, '', '', posts, '', '', '', ''];
}

/** What each village is in its batch (D3): kinds, and whether it is poor. */
async function withKinds({ db }: Deps, found: readonly AssignmentRow[]): Promise<Row[]> {
  const words = new Map<string, string>();
  for (const batchId of new Set(found.map((row) => row.batchId))) {
    const batch = await readBatch(db.prisma, batchId);
    const policy = await readPolicy(db.prisma, batchId, batch.date);
    for (const { villageId, kinds, poor } of await readBatchVillages(db.pool, batch, policy)) {
      const names: string[] = kinds.map((kind) => villageKindWords[kind].zh);
      if (poor) names.push('经济薄弱村');
      words.set(`${batchId} ${villageId}`, names.join('、'));
    }
  }
  return found.map((row) => ({
    ...row,
    kinds: words.get(`${row.batchId} ${row.villageId}`) ?? '',
  }));
}
