import { describe, expect, it } from 'vitest';
import { parseOfficeDate } from './office-date.ts';

const month = { ok: true, date: '1977-07-01', precision: 'month' };
const day = { ok: true, date: '1977-07-05', precision: 'day' };

describe('dates as offices write them', () => {
  it.each([
    '1977.07',
    '1977.7',
    '1977年7月',
    '1977年07月',
    '1977-07',
    '1977/7',
    '197707',
    '１９７７．０７',
    ' 1977 年 7 月 ',
    '1977.07.',
    '1977。07',
    '1977.07(38岁)',
    '1977.07\n（38岁）',
    "'1977.07",
  ])('%j is July 1977', (text) => {
    expect(parseOfficeDate(text)).toEqual(month);
  });

  it.each([
    '1977/7/5',
    '1977.7.5',
    '1977.07.05',
    '1977-07-05',
    '19770705',
    '1977年7月5日',
    '1977年7月5号',
    '１９７７年７月５日',
    '1977-07-05 00:00:00',
    '1977-07-05T00:00:00.000Z',
    '28311',
    '28311.75',
  ])('%j is 5 July 1977', (text) => {
    expect(parseOfficeDate(text)).toEqual(day);
  });

  it('reads serial numbers of both date systems', () => {
    expect(parseOfficeDate({ text: '28311', kind: 'number' }, 1900)).toEqual(day);
    expect(parseOfficeDate({ text: '26849', kind: 'number' }, 1904)).toEqual(day);
  });

  it('reads 1977.10 as October, but refuses the number 1977.1', () => {
    expect(parseOfficeDate('1977.10')).toMatchObject({ date: '1977-10-01' });
    expect(parseOfficeDate('1977.1')).toMatchObject({ date: '1977-01-01' });
    expect(parseOfficeDate({ text: '1977.07', kind: 'number' })).toEqual(month);
    expect(parseOfficeDate({ text: '1977.1', kind: 'number' })).toMatchObject({
      ok: false,
      problem: { code: 'lostZero' },
    });
  });

  it.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['2009.13', 'month'],
    ['200900', 'month'],
    ['2015.02.29', 'day'],
    ['20150431', 'day'],
    ['1877.07', 'year'],
    ['1977', 'yearOnly'],
    ['1977年', 'yearOnly'],
    ['77.07', 'shortYear'],
    ['77年7月', 'shortYear'],
    ['不详', 'unreadable'],
    ['1977.07.05.01', 'unreadable'],
    ['3.5', 'unreadable'],
  ])('refuses %j (%s)', (text, code) => {
    expect(parseOfficeDate(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('says what is wrong in words', () => {
    expect(parseOfficeDate('2009.13')).toMatchObject({ problem: { zh: '“2009.13”没有这个月份' } });
  });
});
