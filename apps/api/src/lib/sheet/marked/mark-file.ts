import { parsePacked } from '../parse-workbook.ts';
import type { SheetLimits } from '../sheet-limits.ts';
import { csvWorkbook, tabName } from './csv-workbook.ts';
import { markWorkbook } from './mark-workbook.ts';
import type { MarkOrder } from './marks.ts';

/** A marked workbook of any file that can be read: .xlsx as it is, text as a workbook made from it. */
export async function markFile(
  bytes: Uint8Array,
  filename: string,
  order: MarkOrder,
  limits: SheetLimits,
): Promise<Buffer> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return markWorkbook(bytes, order, limits);
  const made = await csvWorkbook(await parsePacked(bytes, filename, limits));
  // Text has one sheet, which can't always be called as the file is.
  const marks = order.marks.map(({ sheet: _, ...mark }) => mark);
  return markWorkbook(made, { ...order, sheet: tabName(order.sheet), marks }, limits);
}
