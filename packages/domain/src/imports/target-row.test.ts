import { describe, expect, test } from 'vitest';
import type { ImportCell } from './import-column.ts';
import { periodKeyOf, readReported, readTargetRow, type TargetField } from './target-row.ts';

const row = (cells: Partial<Record<TargetField, string>>) =>
  new Map(
    Object.entries(cells).map(([field, text]): [TargetField, ImportCell] => [
      field as TargetField,
      { text, kind: text === '' ? 'empty' : 'text' },
    ]),
  );

test.each([
  ['2015年三季度', '2015Q3'],
  ['2015年第3季度', '2015Q3'],
  ['2015 年 四 季度', '2015Q4'],
  ['2015q1', '2015Q1'],
  ['2016年', '2016'],
  ['2016年度', '2016'],
  ['2016', '2016'],
  ['三季度', null],
  ['2015Q5', null],
  ['2015年上半年', null],
])('%s is %s', (text, key) => {
  expect(periodKeyOf(text)).toBe(key);
});

describe('a row of the targets’ workbook', () => {
  test('says all that is missing at once', () => {
    const { reader } = readTargetRow(row({ village: '', measure: '', period: '上半年' }));
    expect(reader.problems.map(({ field, code }) => [field, code])).toEqual([
      ['village', 'required'],
      ['measure', 'required'],
      ['period', 'periodMalformed'],
    ]);
  });

  test.each([
    ['yesNo', '是', { value: null, answer: true, note: null }],
    ['yesNo', '√', { value: null, answer: true, note: null }],
    ['yesNo', '未完成', { value: null, answer: false, note: null }],
    ['yesNo', '', { value: null, answer: null, note: null }],
    ['amount', '50,000.5元', { value: '50000.5', answer: null, note: null }],
    ['ratio', '30 %', { value: '30', answer: null, note: null }],
    ['relative', '-3.2', { value: '-3.2', answer: null, note: null }],
  ] as const)('%s “%s”', (kind, value, cell) => {
    const { reader } = readTargetRow(
      row({ village: '村', measure: '指标', period: '2015', value }),
    );
    expect(readReported(reader, { kind, source: 'report' })).toEqual(cell);
    expect(reader.problems).toEqual([]);
  });

  test.each([
    ['yesNo', '基本完成', 'notYesNo'],
    ['amount', '约5万', 'notNumber'],
    ['count', '三', 'notNumber'],
  ] as const)('%s “%s” is %s', (kind, value, code) => {
    const { reader } = readTargetRow(
      row({ village: '村', measure: '指标', period: '2015', value }),
    );
    expect(readReported(reader, { kind, source: 'report' })).toBeNull();
    expect(reader.problems.map((problem) => problem.code)).toEqual([code]);
  });

  test('what projects say is read past, the note beside it too', () => {
    const cells = row({
      village: '村',
      measure: '投入',
      period: '2015',
      value: '6.4万',
      note: '路',
    });
    const { reader } = readTargetRow(cells);
    const cell = readReported(reader, { kind: 'amount', source: 'projects' });
    expect(cell).toEqual({ value: null, answer: null, note: null });
  });
});
