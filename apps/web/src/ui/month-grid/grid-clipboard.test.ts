import { expect, test } from 'vitest';
import { readHtml, readTsv, toHtml, toTsv } from './grid-clipboard.ts';

test('text as Excel gives it: a line end after the last row, quotes around what has one', () => {
  expect(readTsv('√\t机\r\n病\t\r\n')).toEqual([
    ['√', '机'],
    ['病', ''],
  ]);
  expect(readTsv('"两\n行"\t"说""好"""\r\n')).toEqual([['两\n行', '说"好"']]);
  expect(readTsv('√')).toEqual([['√']]);
  expect(readTsv('"\t"x"y')).toEqual([['"', '"x"y']]);
});

test('what is written is read again as it was', () => {
  const table = [
    ['√', '两\r\n行', ''],
    ['说"好"', 'a\tb', '<&>'],
  ];
  expect(readTsv(toTsv(table))).toEqual(table);
  // An empty last row is a row.
  expect(readTsv(toTsv([['√'], ['']]))).toEqual([['√'], ['']]);
  expect(readHtml(toHtml([['<&>"', '√']]))).toEqual([['<&>"', '√']]);
});

test('a table of a page: merged cells leave their other places empty', () => {
  const html =
    '<table><tr><td rowspan="2">甲</td><td>√</td></tr><tr><td>机</td></tr></table><table><tr><td>x</td></tr></table>';
  expect(readHtml(html)).toEqual([
    ['甲', '√'],
    ['', '机'],
  ]);
  expect(readHtml('<p>没有表</p>')).toEqual([]);
});
