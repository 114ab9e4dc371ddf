import type { TargetCell, TargetChange, TargetSheet } from '@xuanpai/contracts/target-reports';
import type { Measure } from '@xuanpai/contracts/targets';
import { numberText } from '../../lib/measure-number.ts';

type Kind = Pick<Measure, 'kind' | 'unit'>;

const yes = ['是', '有', '完成', '已完成', '√', '✓', 'y', 'yes', '1', 'true'];
const no = ['否', '无', '未', '未完成', '×', 'x', 'n', 'no', '0', 'false'];

/**
 * What a typed text means for a measure: the text that the API takes, null for an empty cell, undefined
 * where it can't be read. Money is typed in ten thousands of yuan; yes and no in several words.
 */
export function readTyped(text: string, { kind, unit }: Kind): string | null | undefined {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s,，%]/g, '')
    .toLowerCase();
  if (typed === '') return null;
  if (kind === 'yesNo') {
    if (yes.includes(typed)) return 'true';
    return no.includes(typed) ? 'false' : undefined;
  }
  const number = typed.replace(/(万元|元|个|名|户)$/, '');
  if (!/^[-−]?\d{1,12}(\.\d+)?$/.test(number)) return undefined;
  const value = Number(number.replace('−', '-'));
  const inUnit = unit === '元' ? value * 10_000 : value;
  return String(Math.round(inUnit * 1e4) / 1e4);
}

/** A cell's value as one text: `"22000"`, `"true"`; null where nothing stands. */
export function cellValue(cell: Pick<TargetCell, 'value' | 'answer'> | undefined): string | null {
  if (!cell) return null;
  if (cell.answer !== null) return String(cell.answer);
  return cell.value === null ? null : String(Number(cell.value));
}

/** As it is typed and copied: 2.2, 是. */
export function typedText(
  value: string | null,
  measure: Kind,
  words: { yes: string; no: string },
): string {
  if (value === null) return '';
  if (measure.kind === 'yesNo') return value === 'true' ? words.yes : words.no;
  return numberText(value, measure).replaceAll(',', '').replace('−', '-');
}

export interface Written {
  value: string | null;
  note: string | null;
}

/** The change of a cell for the API; `was` is what the server said last. */
export function changeOf(
  sheet: TargetSheet,
  measure: Pick<Measure, 'key' | 'kind'>,
  is: Written,
): TargetChange {
  const cell = sheet.cells.find(({ measureKey }) => measureKey === measure.key);
  const was: Written = { value: cellValue(cell), note: cell?.note ?? null };
  return {
    villageId: sheet.villageId,
    measureKey: measure.key,
    was: sent(was, measure, cell),
    is: sent(is, measure),
  };
}

function sent(
  { value, note }: Written,
  { kind }: Pick<Measure, 'kind'>,
  cell?: TargetCell,
): TargetChange['is'] {
  if (value === null && note === null) return null;
  const yesNo = kind === 'yesNo';
  return {
    // As it came, so that the server finds its own words again.
    value: yesNo ? null : cell ? cell.value : value,
    answer: yesNo && value !== null ? value === 'true' : null,
    note,
  };
}
