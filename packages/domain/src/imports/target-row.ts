import { tidyText } from '../office/text.ts';
import type { Measure } from '../targets/measures.ts';
import type { ReportedCell } from '../targets/report-faults.ts';
import type { ImportColumn, RowCells } from './import-column.ts';
import { RowReader } from './row-reader.ts';

/** The township's workbook of a period: a line for each measure of a village. */
export const targetColumns = [
  {
    field: 'village',
    label: { zh: '村', en: 'Village' },
    headings: ['村', '村名', '任职村'],
    required: true,
  },
  {
    field: 'period',
    label: { zh: '期别', en: 'Period' },
    headings: ['期别', '季度', '报送期'],
    required: true,
  },
  {
    field: 'measure',
    label: { zh: '指标', en: 'Measure' },
    headings: ['指标', '指标名称'],
    required: true,
  },
  { field: 'value', label: { zh: '本期', en: 'Value' }, headings: ['本期', '本期数', '完成情况'] },
  { field: 'note', label: { zh: '说明', en: 'Note' }, headings: ['说明', '情况说明', '备注'] },
] as const satisfies readonly ImportColumn[];

export type TargetField = (typeof targetColumns)[number]['field'];

const quarters: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' };

/** `2015年三季度`, `2015年第3季度`, `2015Q3`, `2015年` as the key of a period; null: none of them. */
export function periodKeyOf(text: string): string | null {
  const read = /^(\d{4})(?:年|年度)?(?:第?([一二三四1-4])季度?|Q([1-4]))?$/i.exec(
    tidyText(text).replace(/\s/g, ''),
  );
  if (!read) return null;
  const [, year, chinese, plain] = read;
  const quarter = plain ?? (chinese ? (quarters[chinese] ?? chinese) : null);
  return quarter ? `${year}Q${quarter}` : `${year}`;
}

const yes = ['是', '√', '有', '已完成', 'yes', 'true', '1'];
const no = ['否', '×', '无', '未完成', 'no', 'false', '0'];

/** What a row says of a measure; its cells are read once the measure is known. */
export function readTargetRow(cells: RowCells<TargetField>) {
  const reader = new RowReader(cells);
  const village = reader.text('village', 60);
  const measure = reader.text('measure', 80);
  const periodText = reader.raw('period');
  const [villageLabel, periodLabel, measureLabel] = targetColumns;
  if (!village) reader.require('village', villageLabel.label);
  if (!measure) reader.require('measure', measureLabel.label);
  if (!periodText) reader.require('period', periodLabel.label);
  const period = periodText ? periodKeyOf(periodText) : null;
  if (periodText && !period) {
    reader.refuse(
      'period',
      'periodMalformed',
      { zh: `“${periodText}”不是一期。`, en: `“${periodText}” is no period.` },
      { zh: '请写成“2015年三季度”或“2015年”。', en: 'Write it as 2015Q3 or 2015.' },
    );
  }
  return { village: village ?? null, measure: measure ?? null, period, reader };
}

/** The value and note of a row, for its measure; null where the value can't be read as one. */
export function readReported(
  reader: RowReader<TargetField>,
  { kind, source }: Pick<Measure, 'kind' | 'source'>,
): ReportedCell | null {
  const note = reader.text('note', 500) ?? null;
  // What projects say stands in the exported sheet too: it is read past.
  if (source !== 'report') return { value: null, answer: null, note: null };
  const text = reader.raw('value') ?? null;
  if (text === null) return { value: null, answer: null, note };
  return kind === 'yesNo' ? readAnswer(reader, text, note) : readNumber(reader, text, note);
}

function readAnswer(reader: RowReader<TargetField>, text: string, note: string | null) {
  const word = text.toLowerCase();
  if (yes.includes(word)) return { value: null, answer: true, note };
  if (no.includes(word)) return { value: null, answer: false, note };
  return reader.refuse(
    'value',
    'notYesNo',
    { zh: `“${text}”不是是或否。`, en: `“${text}” is neither yes nor no.` },
    { zh: '请填“是”或“否”。', en: 'Write yes or no.' },
  );
}

function readNumber(reader: RowReader<TargetField>, text: string, note: string | null) {
  const value = text.replace(/[,，\s%％元个名]/g, '');
  if (/^-?\d{1,12}(\.\d{1,4})?$/.test(value)) return { value, answer: null, note };
  return reader.refuse(
    'value',
    'notNumber',
    { zh: `“${text}”不是数。`, en: `“${text}” is no number.` },
    { zh: '请只填数字；金额以元计。', en: 'Write a number only; money in yuan.' },
  );
}
