import { expect, test } from 'vitest';
import { cellInWords, keyToCell, parseCell, signOfCell } from './mark-words.ts';

const words = {
  unfilled: '未填',
  half: (mark: string) => `半天${mark}`,
  halves: (first: string, second: string) => `${first}，${second}`,
};

test('every key of the legend sets its mark, in either case; others mean nothing', () => {
  expect(keyToCell('v')).toBe('village');
  expect(keyToCell('J')).toBe('office');
  expect(keyToCell('a')).toBe('village/none');
  expect(keyToCell('k')).toBeUndefined();
  expect(keyToCell('1')).toBeUndefined();
  expect(keyToCell(' ')).toBeUndefined();
});

test('a sign on the keyboard of a handwriting panel is one too', () => {
  expect(keyToCell('病')).toBe('sickLeave');
});

test('what is typed or pasted: signs, words, halves and keys; 旷工 stays open for the district', () => {
  expect(parseCell('√/机')).toBe('village/office');
  expect(parseCell('年休假')).toBe('annualLeave');
  expect(parseCell(' v ')).toBe('village');
  expect(parseCell('')).toBeNull();
  expect(parseCell('旷')).toBe('unaccounted');
  expect(parseCell('??')).toBeUndefined();
});

test('a cell is written with its sign, and said in words', () => {
  expect(signOfCell('village/none')).toBe('△');
  expect(signOfCell(null)).toBe('');
  expect(cellInWords('village', words)).toBe('在村');
  expect(cellInWords('village/office', words)).toBe('在村，机关');
  expect(cellInWords('none/training', words)).toBe('半天培训');
  expect(cellInWords(null, words)).toBe('未填');
});
