import type { HeadingRow } from './headings.ts';
import { normalText, serialNumber } from './text.ts';

/** What a row below the headings is; only `data` is imported. */
export type RowKind = 'data' | 'empty' | 'totals' | 'note' | 'section' | 'headings';

const totals = /^(?:本页)?(?:合计|总计|小计|共计|累计|总合计|total)(?:[:(\d].*)?$/i;
const notes =
  /^(?:注|备注|说明|填表说明|填表人|填报人|制表人?|经办人|审核人?|审批人?|负责人|主要负责人|联系人|填报单位|填表单位|报送单位|单位|填报时间|填报日期)[:(\d.、]/;
const pageNumber = /^第\d+页/;
const section = /^(?:第?[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\))/;

/**
 * Tells data from the rows that offices put between and below it: totals (合计, 总 计, 小计 in the first
 * cells), notes (注：…, 填表人：…), section titles (一、区直单位, alone in its row), the headings again on
 * a new page, and rows that are empty but for a serial number printed beforehand.
 */
export function rowKind(cells: readonly string[], heading: HeadingRow): RowKind {
  const texts = cells.map((cell) => normalText(cell).replace(/ /g, ''));
  const filled = [...texts.keys()].filter(
    (at) => texts[at] !== '' && !isSerial(heading, texts, at),
  );
  if (isTotals(texts)) return 'totals';
  if (filled.length === 0) return 'empty';
  const first = texts.find((text) => text !== '') ?? '';
  if (notes.test(first) || pageNumber.test(first)) return 'note';
  if (filled.length === 1 && section.test(first)) return 'section';
  return repeatsHeadings(texts, heading) ? 'headings' : 'data';
}

function isTotals(texts: readonly string[]): boolean {
  return texts.slice(0, 3).some((text) => totals.test(text));
}

function isSerial(heading: HeadingRow, texts: readonly string[], at: number): boolean {
  if (serialNumber(texts[at] ?? '') === null) return false;
  return /^(?:序号|no\.?)$/i.test(normalText(heading.headings[at] ?? '').replace(/ /g, ''));
}

function repeatsHeadings(texts: readonly string[], heading: HeadingRow): boolean {
  const named = [...heading.fields.keys()].filter((at) => heading.fields[at] !== null);
  const same = named.filter(
    (at) => texts[at] === normalText(heading.headings[at] ?? '').replace(/ /g, ''),
  );
  return same.length * 2 > named.length;
}
