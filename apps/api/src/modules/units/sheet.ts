import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { exportUnits, Unit } from '@xuanpai/contracts/units';
import { specialityWords, unitKindWords } from '@xuanpai/contracts/words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readAll } from '../../lib/list.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { unitList } from './list.ts';

const columns: SheetColumn[] = [
  { heading: '序号', kind: 'number' },
  { heading: '单位名称', kind: 'text', width: 22 },
  { heading: '单位性质', kind: 'text', width: 12 },
  { heading: '选派名额', kind: 'number' },
  { heading: '已报人选', kind: 'number' },
  { heading: '单位优势', kind: 'text', width: 18 },
  { heading: '第一责任人', kind: 'text', width: 12 },
  { heading: '联络员', kind: 'text', width: 12 },
  { heading: '联系电话', kind: 'text', width: 16 },
  { heading: '上级主管单位', kind: 'text', width: 18 },
  { heading: '备注', kind: 'text', width: 20 },
];

/** The units as filtered, in the columns of the office's own register. */
export async function unitSheet(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof exportUnits>,
): Promise<FileReply> {
  const units = await readAll<Unit>(deps.db.pool, unitList(actor, query));
  const bytes = await writeSheet({
    sheetName: '单位名册',
    title: '选派单位情况统计表',
    note: `导出时间:${deps.today()}    共${units.length}个单位`,
    columns,
    rows: units.map(valuesOf),
  });
  return { filename: `单位名册 ${deps.today()}.xlsx`, type: xlsx, bytes };
}

function valuesOf(unit: Unit, at: number): SheetValue[] {
  return [
    at + 1,
    unit.name,
    unitKindWords[unit.kind].zh,
    unit.quota,
    unit.nominees,
    unit.strengths.map((strength) => specialityWords[strength].zh).join('、'),
    unit.responsiblePerson,
    unit.contactName,
    unit.contactPhone,
    unit.superior,
    unit.note,
  ];
}
