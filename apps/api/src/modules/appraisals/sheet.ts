import { type AppraisalRow, appraisalStateWords } from '@xuanpai/contracts/appraisals';
import { postWords } from '@xuanpai/contracts/words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { readAllAppraisals } from './read.ts';

type Column = SheetColumn & { value(row: AppraisalRow, at: number): SheetValue };

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName },
  { heading: '村', kind: 'text', width: 16, value: (row) => row.villageName },
  { heading: '姓名', kind: 'text', width: 10, value: (row) => row.cadreName },
  { heading: '职务', kind: 'text', width: 10, value: ({ post }) => postWords[post].zh },
  { heading: '派出单位', kind: 'text', width: 24, value: (row) => row.unitName },
  { heading: '本期任职', kind: 'text', width: 24, value: ({ from, to }) => `${from}至${to}` },
  { heading: '状态', kind: 'text', width: 10, value: ({ state }) => appraisalStateWords[state].zh },
  { heading: '实绩考核意见', kind: 'text', width: 60, value: (row) => shownOpinion(row) },
  { heading: '版次', kind: 'number', width: 6, value: ({ newest }) => newest?.edition ?? null },
  {
    heading: '签署人',
    kind: 'text',
    width: 10,
    value: ({ inForce }) => inForce?.signedByName ?? '',
  },
  {
    heading: '签署日期',
    kind: 'date',
    width: 12,
    value: ({ inForce }) => inForce?.signedOn ?? null,
  },
];

function shownOpinion({ newest }: AppraisalRow): string {
  return newest?.opinion ?? '';
}

/** 实绩考核台账 of a period, as filtered. */
export async function appraisalSheet(
  deps: Deps,
  actor: Actor,
  query: Parameters<typeof readAllAppraisals>[2],
): Promise<FileReply> {
  const { rows, period } = await readAllAppraisals(deps, actor, query);
  const signed = rows.filter(({ state }) => state === 'signed').length;
  const bytes = await writeSheet({
    sheetName: '实绩考核台账',
    title: '选派干部实绩考核台账',
    note: `考核期：${period.startsOn}至${period.endsOn}    制表日期：${deps.today()}    共${rows.length}名，已签署${signed}名`,
    columns,
    rows: rows.map((row, at) => columns.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `实绩考核台账 ${period.startsOn}至${period.endsOn}.xlsx`, type: xlsx, bytes };
}
