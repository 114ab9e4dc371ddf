import { expect, test } from 'vitest';
import { builtInTemplates } from './built-in.ts';
import { everyMeasure, type Measure } from './measures.ts';
import { isAnswered, reportFault } from './report-faults.ts';

const measure = (key: string) =>
  everyMeasure(builtInTemplates).find((one) => one.key === key) as Measure;
const cell = (value: string | null, answer: boolean | null = null, note: string | null = null) => ({
  ...{ value, answer, note },
});

test.each([
  ['operatingIncome', cell('50000.25'), undefined],
  ['operatingIncome', cell('-1'), 'outOfRange'],
  ['operatingIncome', cell('1.005'), 'tooManyDecimals'],
  ['operatingIncome', cell('1.5000'), undefined],
  ['operatingIncome', cell(null, true), 'notOfKind'],
  ['operatingIncome', cell(null, null, '年底结账后再报'), undefined],
  ['operatingIncome', null, undefined],
  ['communityRate', cell('100'), undefined],
  ['communityRate', cell('100.1'), 'outOfRange'],
  ['fullTimeStaff', cell('4'), undefined],
  ['fullTimeStaff', cell('4.5'), 'tooManyDecimals'],
  ['incomeGrowth', cell('-3.2'), undefined],
  ['incomeGrowth', cell('-101'), 'outOfRange'],
  ['election', cell(null, false), undefined],
  ['election', cell('1'), 'notOfKind'],
  ['infrastructure', cell('60000'), 'notReported'],
  ['rankInTownship', cell(null, null, '中等'), 'notReported'],
])('%s: %o', (key, given, code) => {
  expect(reportFault(measure(key), given)?.code).toBe(code);
});

test('the way out of what projects say leads to the projects', () => {
  expect(reportFault(measure('infrastructure'), cell('1'))?.remedy?.zh).toContain('项目');
  expect(reportFault(measure('rankInTownship'), cell('1'))?.remedy).toBeUndefined();
});

test('a note of why there is no value is an answer', () => {
  expect(isAnswered(cell(null))).toBe(false);
  expect([cell('0'), cell(null, false), cell(null, null, '未统计')].map(isAnswered)).toEqual([
    true,
    true,
    true,
  ]);
});
