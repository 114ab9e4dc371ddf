import type { TargetSheet } from '@xuanpai/contracts/target-reports';
import { expect, test } from 'vitest';
import { changeOf, readTyped, typedText } from './report-form.ts';

const money = { kind: 'amount' as const, unit: '元' };
const yesNo = { kind: 'yesNo' as const, unit: null };
const ratio = { kind: 'ratio' as const, unit: '%' };
const words = { yes: '是', no: '否' };

test.each([
  ['2.2', money, '22000'],
  ['２．２ 万元', money, '22000'],
  ['1,200', money, '12000000'],
  ['31.5%', ratio, '31.5'],
  ['', money, null],
  ['两万', money, undefined],
  ['√', yesNo, 'true'],
  ['未完成', yesNo, 'false'],
  ['也许', yesNo, undefined],
] as const)('%s', (text, measure, value) => {
  expect(readTyped(text, measure)).toBe(value);
});

test('what is shown is what may be typed', () => {
  for (const [value, measure] of [
    ['22000', money],
    ['-0.5', ratio],
    ['true', yesNo],
    ['false', yesNo],
  ] as const) {
    expect(readTyped(typedText(value, measure, words), measure)).toBe(value);
  }
});

test('a change says what stood there as the server wrote it', () => {
  const sheet = {
    villageId: 'v',
    cells: [
      { measureKey: 'income', value: '22000.0000', answer: null, note: null },
      { measureKey: 'election', value: null, answer: null, note: null },
    ],
  } as unknown as TargetSheet;
  expect(
    changeOf(sheet, { key: 'income', kind: 'amount' }, { value: '34000', note: null }),
  ).toEqual({
    ...{ villageId: 'v', measureKey: 'income' },
    was: { value: '22000.0000', answer: null, note: null },
    is: { value: '34000', answer: null, note: null },
  });
  expect(
    changeOf(sheet, { key: 'election', kind: 'yesNo' }, { value: 'true', note: '12月' }),
  ).toEqual({
    ...{ villageId: 'v', measureKey: 'election', was: null },
    is: { value: null, answer: true, note: '12月' },
  });
});
