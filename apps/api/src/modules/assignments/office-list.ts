import type { PlainDate } from '@xuanpai/contracts/values';
import type { Deps } from '../../lib/deps.ts';
import type { SheetColumn } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import type { AssignmentRow, Query } from './list.ts';

/** A column of a list in the office's form, with what stands in it. */
export interface ListColumn<Row = AssignmentRow> extends SheetColumn {
  value(row: Row, at: number): SheetValue;
}

/** 区委办公室副局长: the unit is not written twice where the position begins with it. */
export function unitAndPosition({ unitName, position }: AssignmentRow): string {
  if (position === null) return unitName;
  return position.startsWith(unitName) ? position : `${unitName}${position}`;
}

/** Whom a list is about, for its title and its name: one township, one unit, or the district. */
export function aboutWhom(rows: readonly AssignmentRow[], query: Query): string {
  const townships = new Set(rows.map(({ townshipName }) => townshipName));
  const units = new Set(rows.map(({ unitName }) => unitName));
  const [unit] = units;
  if (query.unitIds?.length === 1 && unit !== undefined) return unit;
  const [township] = townships;
  return townships.size === 1 && township !== undefined ? township : '全区';
}

/** 统计日期：2015-06-01    共255名，183个村: the line below the title. */
export function noteOf(rows: readonly AssignmentRow[], query: Query, today: PlainDate): string {
  const villages = new Set(rows.map(({ villageId }) => villageId)).size;
  const day = query.on ? `在任日期：${query.on}` : `制表日期：${today}`;
  const numbers = [...new Set(rows.map(({ documentNumber }) => documentNumber))].slice(0, 3);
  const documents = numbers.length > 0 ? `    文号：${numbers.join('、')}` : '';
  return `${day}    共${rows.length}名，${villages}个村${documents}`;
}

/** The name of the batch that all rows belong to; none where there are several. */
export async function batchNameOf({ db }: Deps, rows: readonly AssignmentRow[]): Promise<string> {
  const [batchId, other] = new Set(rows.map((row) => row.batchId));
  if (batchId === undefined || other !== undefined) return '';
  const batch = await db.prisma.batch.findUnique({ where: { id: batchId } });
  return batch?.name ?? '';
}
