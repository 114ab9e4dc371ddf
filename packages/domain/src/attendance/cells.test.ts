import {
  cellOf,
  cellSchema,
  type Half,
  halvesOf,
  leaveKinds,
  marks,
  markWords,
} from '@xuanpai/contracts/attendance-marks';
import { describe, expect, it } from 'vitest';
import { decodeCell, encodeCell, halvesIn, isFilled, isLeave, totalsOf } from './cells.ts';
import { cell } from './testing-month.ts';

const halves: readonly Half[] = ['none', ...marks];
const pairs = halves.flatMap((first) => halves.map((second) => [first, second] as const));

describe('cells', () => {
  it('are kept as a number of their own, every pair of halves, and come back', () => {
    const kept = new Map<number, string>();
    for (const [first, second] of pairs) {
      const made = cellOf(first, second);
      const number = encodeCell(made);
      expect(decodeCell(number)).toBe(made);
      if (made === null) {
        expect([first, second, number]).toEqual(['none', 'none', null]);
        continue;
      }
      expect(cellSchema.safeParse(made).success).toBe(true);
      expect(halvesOf(made)).toEqual([first, second]);
      expect(halvesIn(made)).toEqual([first, second]);
      expect(number).toBeGreaterThan(0);
      expect(number).toBeLessThan(32 * 18);
      expect(kept.get(number ?? 0)).toBeUndefined();
      kept.set(number ?? 0, made);
    }
    expect(kept.size).toBe(18 * 18 - 1);
  });

  it('are numbered in the order of the marks, as the database keeps them', () => {
    expect(encodeCell(cell('village'))).toBe(33);
    expect(encodeCell(cell('village/none'))).toBe(1);
    expect(encodeCell(cell('none/village'))).toBe(32);
    expect(encodeCell(cell('absent'))).toBe(17 * 33);
    expect(encodeCell(cell('village/office'))).toBe(1 + 32 * 4);
  });

  it('are nothing for a number that no cell has', () => {
    for (const number of [0, 18, 31, 32 * 18, 32 * 31, 1023, 1024, -1, 99_999]) {
      expect(decodeCell(number)).toBeNull();
    }
    expect(decodeCell(null)).toBeNull();
  });

  it('are written one way only', () => {
    const wrong = ['none', 'none/none', 'village/village', 'village/', '/village', '', 'Village'];
    for (const text of [...wrong, 'village/office/rest', 'village office', '√', 'constructor']) {
      expect(halvesOf(text)).toBeNull();
      expect(cellSchema.safeParse(text).success).toBe(false);
      expect(() => encodeCell(cell(text))).toThrow(RangeError);
    }
  });

  it('say enough when both halves are said, or with △', () => {
    expect(isFilled(null)).toBe(false);
    for (const [first, second] of pairs) {
      const open = first === 'none' || second === 'none';
      const village = first === 'village' || second === 'village';
      expect(isFilled(cellOf(first, second))).toBe(!open || village);
    }
  });

  it('add up in halves, and what doesn’t occur is left out', () => {
    const totals = totalsOf([
      cell('village'),
      cell('village/none'),
      cell('office/village'),
      cell('none/sickLeave'),
      null,
    ]);
    expect(totals).toEqual({ village: 2, office: 0.5, sickLeave: 0.5 });
  });

  it('know leave from the rest', () => {
    expect(halves.filter(isLeave)).toEqual([...leaveKinds]);
  });

  it('have signs, keys and usual words that mean one mark each', () => {
    const said = marks.flatMap((mark) => {
      const word = markWords[mark];
      const usual = 'usual' in word ? word.usual : [];
      return [...new Set([word.zh, word.sign, ...usual])].map((text) => [text, mark] as const);
    });
    expect(new Set(said.map(([text]) => text)).size).toBe(said.length);
    const keys = marks.map((mark) => markWords[mark].key as string).filter((key) => key !== '');
    expect(new Set(keys).size).toBe(keys.length);
    // 旷工 isn't typed: the district confirms it.
    expect(markWords.absent.key).toBe('');
  });
});
