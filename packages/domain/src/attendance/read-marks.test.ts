import {
  type Cell,
  cellOf,
  type Half,
  halfSign,
  marks,
  markWords,
} from '@xuanpai/contracts/attendance-marks';
import { expect, test } from 'vitest';
import { type OwnSigns, readCell, signOf, withoutAbsence } from './read-marks.ts';

function cell(text: string, own?: OwnSigns) {
  const read = readCell(text, own);
  return read.ok ? read.cell : read;
}

test('every pair of halves is read back from its sign', () => {
  const halves: Half[] = ['none', ...marks];
  const cells = halves.flatMap((first) => halves.map((second) => cellOf(first, second)));
  expect(cells.filter((one) => one !== null)).toHaveLength(18 * 18 - 1);
  for (const one of cells) expect([one, cell(signOf(one))]).toEqual([one, one]);
});

test('each mark is read by its sign, its word and what offices write instead', () => {
  for (const mark of marks) {
    const word: { sign: string; zh: string; usual?: readonly string[] } = markWords[mark];
    for (const text of [word.sign, word.zh, ...(word.usual ?? [])]) {
      expect([text, cell(text)]).toEqual([text, mark]);
      expect([text, cell(` ${text}　`)]).toEqual([text, mark]);
    }
  }
});

test.each([
  ['', null],
  ['　 ', null],
  ['—', null],
  ['/', null],
  ['－－', null],
  ['Ｖ', 'village'],
  ['１', 'village'],
  ['1.0', 'village'],
  ['√。', 'village'],
  ['（事）', 'personalLeave'],
  ['病 假', 'sickLeave'],
  ['X', 'absent'],
  ['△', 'village/none'],
  ['０．５', 'village/none'],
  ['½', 'village/none'],
  ['半天', 'village/none'],
  ['√0.5', 'village/none'],
  ['事0.5', 'personalLeave/none'],
  ['半天病假', 'sickLeave/none'],
  ['√/机', 'village/office'],
  ['√／机', 'village/office'],
  ['√ \\ 机', 'village/office'],
  ['√、机', 'village/office'],
  ['√-机', 'village/office'],
  ['√+病', 'village/sickLeave'],
  ['√\n机', 'village/office'],
  ['√机', 'village/office'],
  ['√/√', 'village'],
  ['△/机', 'village/office'],
  ['事/△', 'personalLeave/village'],
  ['上午√下午机', 'village/office'],
  ['上午:在村；下午:机关', 'village/office'],
  ['上√下事', 'village/personalLeave'],
  ['下午√', 'none/village'],
  ['√上午', 'village/none'],
  ['/√', 'none/village'],
  ['事/', 'personalLeave/none'],
  ['×/√', 'absent/village'],
])('%j is %s', (text, expected) => {
  expect(cell(text)).toBe(expected);
});

test.each([
  ['在村里', 'village'],
  ['事假条', 'personalLeave'],
  ['驻村工作', 'village'],
  ['0', null],
  ['2', null],
  ['★', null],
  ['√/★', null],
])('%j is not known; it comes nearest to %s', (text, nearest) => {
  const read = readCell(text);
  expect(read).toMatchObject({ ok: false, nearest });
});

test('a cell that holds a letter instead of a mark is refused at once', () => {
  const read = readCell('在'.repeat(100_000));
  expect(read).toEqual({ ok: false, sign: '在'.repeat(30), nearest: null });
});

test('what is not known is named by itself, not with its other half', () => {
  expect(readCell('√/★')).toMatchObject({ sign: '★' });
});

test('a sign that somebody explained counts, alone and as a half', () => {
  const own: OwnSigns = new Map([
    ['★', 'errand'],
    ['0', 'office'],
    ['◐', halfSign],
  ]);
  expect(cell('★', own)).toBe('errand');
  expect(cell(' 0 ', own)).toBe('office');
  expect(cell('◐', own)).toBe('village/none');
  expect(cell('√/★', own)).toBe('village/errand');
});

test('旷工 from a sheet is 未到岗, half by half', () => {
  expect(withoutAbsence('absent' as Cell)).toBe('unaccounted');
  expect(withoutAbsence('absent/village' as Cell)).toBe('unaccounted/village');
  expect(withoutAbsence('absent/unaccounted' as Cell)).toBe('unaccounted');
  expect(withoutAbsence('village' as Cell)).toBe('village');
});
