import { describe, expect, it } from 'vitest';
import { imports as text } from '../../locales/zh/imports.ts';
import { booksOf } from './books.ts';
import { amountOf, bookName, titleOf } from './words.ts';

const counts = {
  new: 0,
  changed: 0,
  unchanged: 0,
  wrong: 0,
  rows: 0,
  district: 0,
  township: 0,
  problems: 0,
  notices: 0,
  noticed: 0,
};
const of = (given: Partial<typeof counts>) => ({
  kind: 'cadres' as const,
  status: 'previewed' as const,
  batchId: 'b',
  counts: { ...counts, ...given },
});

describe('the words of an import', () => {
  it('say what was read, and what there is none of isn’t said', () => {
    expect(titleOf(of({ new: 141, wrong: 3, rows: 144 }), text)).toBe(
      '读到144行：141行新增，*3行有问题*。',
    );
    expect(titleOf(of({ unchanged: 144, rows: 144 }), text)).toContain('完全一致');
    expect(titleOf(of({}), text)).toBe('*没有读到数据行*。');
  });

  it('name what the button writes: the rows that change, by their tier', () => {
    expect(amountOf(of({ new: 144, rows: 144, district: 144 }), text)).toBe('144名区直人选');
    expect(amountOf(of({ new: 111, rows: 111, township: 111 }), text)).toBe('111名镇街人选');
    expect(amountOf(of({ new: 2, rows: 2, district: 1, township: 1 }), text)).toBe('2名人选');
    expect(amountOf({ ...of({ changed: 3, rows: 9, unchanged: 6 }), batchId: null }, text)).toBe(
      '3名干部',
    );
    expect(amountOf({ ...of({ new: 189, rows: 189 }), kind: 'villages' }, text)).toBe('189个村');
  });

  it('call a nominees’ book by its tier', () => {
    expect(bookName(of({ district: 144 }), text)).toBe('区直人选花名册');
    expect(bookName(of({ township: 111 }), text)).toBe('镇街人选花名册');
    expect(bookName(of({ district: 1, township: 1 }), text)).toBe('人选花名册');
  });
});

describe('the five workbooks', () => {
  const summary = (given: object) => ({
    ...of({ rows: 144, district: 144 }),
    id: 'i',
    status: 'committed' as const,
    filename: 'a.xlsx',
    fileSize: 1,
    sheet: 'S',
    headingRow: 3,
    message: null,
    progress: null,
    failure: null,
    createdAt: '2015-04-24T01:00:00Z',
    createdByName: '王晓东',
    committedAt: '2015-04-24T01:00:00Z',
    version: 2,
    ...given,
  });

  it('count as written once committed; nominees for their batch', () => {
    const written = (imports: ReturnType<typeof summary>[]) =>
      booksOf(imports, 'b').flatMap(({ key, written: one }) => (one ? [key] : []));
    expect(written([summary({})])).toEqual(['district']);
    expect(written([summary({ batchId: 'other' })])).toEqual([]);
    expect(written([summary({ status: 'previewed' as const })])).toEqual([]);
    expect(written([summary({ kind: 'regions', batchId: null })])).toEqual(['regions']);
  });

  it('of a month speak of what is logged, not of a register', () => {
    const month = { ...of({ unchanged: 40, rows: 40 }), kind: 'attendance' as const };
    expect(titleOf(month, text)).toBe('读到40行，与已登记的完全一致，没有要写入的。');
    expect(amountOf({ ...month, counts: { ...counts, new: 3, rows: 3 } }, text)).toBe(
      '3名干部的考勤',
    );
  });
});
