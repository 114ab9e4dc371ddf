import { describe, expect, it } from 'vitest';
import { findHeadingRow } from './headings.ts';
import { rowKind } from './rows.ts';

const heading = findHeadingRow(
  [['序号', '姓名', '工作单位', '村集体收入']],
  [
    { field: 'name', headings: ['姓名'] },
    { field: 'unit', headings: ['工作单位'] },
    { field: 'income', headings: ['村集体收入'] },
  ],
);

describe('rows below the headings', () => {
  it.each([
    ['data', ['1', '王伟', '区农业局', '0.9']],
    ['data', ['', '王伟', '', '']],
    ['data', ['12', '', '合计局', '']],
    ['empty', ['', '', '', '']],
    ['empty', ['37', ' ', '', '']],
    ['totals', ['合计', '', '', '35.2']],
    ['totals', ['', '总  计', '', '35.2']],
    ['totals', ['小计：', '', '', '']],
    ['totals', ['共计144人', '', '', '']],
    ['note', ['注：表中收入以2014年年报为准。', '', '', '']],
    ['note', ['填表人：张三', '', '审核人：李四', '']],
    ['section', ['一、区直单位', '', '', '']],
    ['headings', ['序号', '姓 名', '工作单位', '村集体收入']],
  ])('are told apart: %s %j', (kind, cells) => {
    expect(heading && rowKind(cells, heading)).toBe(kind);
  });
});
