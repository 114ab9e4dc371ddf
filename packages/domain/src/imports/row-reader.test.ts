import { specialityWords, staffingTypeWords, unitKindWords } from '@xuanpai/contracts/words';
import { describe, expect, it } from 'vitest';
import type { ImportCell } from './import-column.ts';
import { RowReader } from './row-reader.ts';

function readerOf(cells: Record<string, string | ImportCell>) {
  const entries = Object.entries(cells).map(([field, cell]) => [
    field,
    typeof cell === 'string' ? ({ text: cell, kind: 'text' } as const) : cell,
  ]);
  return new RowReader<string>(new Map(entries as [string, ImportCell][]));
}

const codes = (reader: RowReader<string>) => reader.problems.map(({ code }) => code);

describe('reading a row', () => {
  it('tells a blank cell from a column that isn’t there', () => {
    const reader = readerOf({ note: ' 　' });
    expect(reader.text('note', 10)).toBeNull();
    expect(reader.text('phone', 10)).toBeUndefined();
    expect(reader.wordList('note', specialityWords)).toEqual([]);
    expect(codes(reader)).toEqual([]);
  });

  it('finds codes by every usual name, quotes and spaces aside', () => {
    const reader = readerOf({ kind: '党政 机关', staffing: '公务员', other: '“事业”' });
    expect(reader.word('kind', unitKindWords)).toBe('partyGovernment');
    expect(reader.word('staffing', staffingTypeWords)).toBe('administrative');
    expect(reader.word('other', staffingTypeWords)).toBe('institution');
  });

  it('names the list when a word isn’t in it, each word of a cell once', () => {
    const reader = readerOf({ strengths: '党建、书法、党建，治理' });
    expect(reader.wordList('strengths', specialityWords)).toEqual(['partyBuilding', 'governance']);
    expect(reader.problems).toMatchObject([
      {
        field: 'strengths',
        code: 'notInList',
        remedy: { zh: expect.stringContaining('公共服务') },
      },
    ]);
  });

  it('refuses counts that aren’t whole, texts that are too long, cells that hold an error', () => {
    const reader = readerOf({
      households: '12.5',
      people: '-1',
      note: '字'.repeat(11),
      unit: { text: '#N/A', kind: 'error' },
    });
    expect(reader.count('households')).toBeNull();
    expect(reader.count('people')).toBeNull();
    expect(reader.text('note', 10)).toBeNull();
    expect(reader.text('unit', 10)).toBeNull();
    expect(codes(reader)).toEqual(['notCount', 'notCount', 'tooLong', 'cellError']);
  });

  it('doesn’t ask for a value that it has just refused', () => {
    const reader = readerOf({ rank: '局级' });
    reader.word('rank', staffingTypeWords);
    reader.require('rank', { zh: '职级', en: 'Rank' });
    reader.require('unit', { zh: '单位', en: 'Unit' });
    expect(reader.problems.map(({ field, code }) => [field, code])).toEqual([
      ['rank', 'notInList'],
      ['unit', 'required'],
    ]);
  });
});
