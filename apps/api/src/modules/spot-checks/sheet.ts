import { type Mark, markWords } from '@xuanpai/contracts/attendance-marks';
import { findingWords, type SpotCheck } from '@xuanpai/contracts/spot-checks';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import type { Query } from './list.ts';
import { readAllSpotChecks } from './read.ts';

type Column = SheetColumn & { value(row: SpotCheck, at: number): SheetValue };

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '日期', kind: 'date', width: 12, value: (row) => row.day },
  { heading: '时段', kind: 'text', width: 8, value: ({ half }) => halfWords(half) },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName },
  { heading: '村', kind: 'text', width: 16, value: (row) => row.villageName },
  { heading: '姓名', kind: 'text', width: 10, value: (row) => row.cadreName },
  { heading: '派出单位', kind: 'text', width: 24, value: (row) => row.unitName },
  { heading: '检查情况', kind: 'text', width: 10, value: ({ found }) => findingWords[found].zh },
  { heading: '说明', kind: 'text', width: 30, value: (row) => row.text },
  { heading: '考勤登记', kind: 'text', width: 12, value: ({ logged }) => cellInWords(logged) },
  { heading: '是否一致', kind: 'text', width: 10, value: standing },
  { heading: '处理', kind: 'text', width: 30, value: (row) => row.resolution ?? '' },
  { heading: '检查人', kind: 'text', width: 10, value: (row) => row.enteredByName },
  { heading: '处理人', kind: 'text', width: 10, value: (row) => row.resolvedByName ?? '' },
];

/** 检查台账 of the findings within reach, as filtered. */
export async function spotCheckSheet(deps: Deps, actor: Actor, query: Query): Promise<FileReply> {
  const checks = await readAllSpotChecks(deps, actor, query);
  const open = checks.filter(({ contradicted }) => contradicted).length;
  const bytes = await writeSheet({
    sheetName: '检查台账',
    title: '选派干部在岗检查台账',
    note: `制表日期：${deps.today()}    共${checks.length}次，与考勤不一致未处理${open}次`,
    columns,
    rows: checks.map((row, at) => columns.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `检查台账 ${deps.today()}.xlsx`, type: xlsx, bytes };
}

function halfWords(half: SpotCheck['half']) {
  return half === null ? '' : half === 1 ? '上午' : '下午';
}

function cellInWords(cell: string | null): string {
  if (cell === null) return '未填';
  const words = cell
    .split('/')
    .map((half) => (half === 'none' ? '未填' : markWords[half as Mark].zh));
  return words.join('／');
}

function standing({ contradicted, resolution }: SpotCheck): string {
  if (resolution !== null) return '已处理';
  return contradicted ? '不一致' : '';
}
