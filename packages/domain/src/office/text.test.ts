import { describe, expect, it } from 'vitest';
import {
  normalText,
  personName,
  searchKey,
  serialNumber,
  splitList,
  tidyText,
  wholeNumber,
} from './text.ts';

describe('text of office sheets', () => {
  it('is brought to one form for parsing', () => {
    expect(normalText('　２０１５年\n４月（上）\u200b ')).toBe('2015年 4月(上)');
  });

  it('common characters are their own form', () => {
    const common = Array.from({ length: 0xa000 - 0x4e00 }, (_, at) =>
      String.fromCodePoint(0x4e00 + at),
    ).join('');
    expect(common.normalize('NFKC')).toBe(common);
    expect(normalText(`${common}①`)).toBe(`${common}1`);
  });

  it('keeps Chinese punctuation where it is stored', () => {
    expect(tidyText(' 相公街道（园区），“第一书记”　１２名 ')).toBe(
      '相公街道（园区），“第一书记” 12名',
    );
  });

  it.each([
    ['王  伟', '王伟'],
    ['王　伟', '王伟'],
    [' 欧阳\u00a0娜 娜 ', '欧阳娜娜'],
    ['阿卜杜拉 • 买买提', '阿卜杜拉·买买提'],
    ['John  Smith', 'John Smith'],
    ['𠮷 田', '𠮷田'],
  ])('takes the padding out of the name %j', (written, name) => {
    expect(personName(written)).toBe(name);
  });

  it('searches without width, case and spaces', () => {
    expect(searchKey('Ａ区 农业 局')).toBe('a区农业局');
  });

  it.each([
    ['12', 12],
    ['１２', 12],
    ["'007", 7],
    ['1,234', 1234],
    ['12.0', 12],
    [' 3 ', 3],
    ['-4', -4],
  ])('reads the whole number %j', (text, value) => {
    expect(wholeNumber(text)).toBe(value);
  });

  it.each(['', '3.5', '3户', '1,23', '约3', '99999999999999999999'])(
    '%j is no whole number',
    (text) => {
      expect(wholeNumber(text)).toBeNull();
    },
  );

  it.each([
    ['3、', 3],
    ['3.', 3],
    ['（3）', 3],
    ['③', 3],
    ['０３', 3],
    ['合计', null],
  ])('reads the serial number %j', (text, value) => {
    expect(serialNumber(text)).toBe(value);
  });

  it('splits lists by any usual separator, but not inside brackets', () => {
    expect(splitList('张三、李四，王  五；赵六/孙七\n周八、张三')).toEqual([
      '张三',
      '李四',
      '王',
      '五',
      '赵六',
      '孙七',
      '周八',
    ]);
    expect(splitList('张三（农业局、挂职）、李四')).toEqual(['张三（农业局、挂职）', '李四']);
    expect(splitList(' ')).toEqual([]);
  });
});
