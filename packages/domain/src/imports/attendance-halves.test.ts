import { expect, test } from 'vitest';
import { readCell } from '../attendance/read-marks.ts';
import { bothHalves, isAfternoonOf } from './attendance-halves.ts';

test('two rows are a person’s where one says 上午 and the other 下午 in the same column', () => {
  expect(isAfternoonOf(['1', '高宇波', '上午', '√'], ['', '', '下午', '机'])).toBe(true);
  expect(isAfternoonOf(['1', '高宇波', '√'], ['', '', '√'])).toBe(false);
  expect(isAfternoonOf(['1', '高宇波', '下午'], ['', '', '上午'])).toBe(false);
});

test.each([
  ['√', '机', 'village/office'],
  ['√', '√', 'village'],
  ['√', '', 'village/none'],
  ['—', '√', 'none/village'],
  ['', '', null],
  ['—', '/', null],
])('%j over %j is %s', (first, second, cell) => {
  expect(readCell(bothHalves(first, second))).toEqual({ ok: true, cell });
});
