import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';

test('dates are taken as people type them', () => {
  for (const typed of [
    '2015-06-01',
    '2015.6.1',
    '2015/6/1',
    '20150601',
    '2015年6月1日',
    '2015.06.01',
  ]) {
    expect(readDate(typed, 'day')).toEqual({ value: '2015-06-01' });
  }
  for (const typed of ['2011-11', '2011.11', '201111', '2011年11月']) {
    expect(readDate(typed, 'month')).toEqual({ value: '2011-11' });
  }
});

test('what is no date says what is wrong with it', () => {
  expect(readDate('2009.13', 'month')).toEqual({ problem: 'month' });
  expect(readDate('2015-02-29', 'day')).toEqual({ problem: 'day' });
  expect(readDate('2015-06', 'day')).toEqual({ problem: 'format' });
  expect(readDate('明天', 'day')).toEqual({ problem: 'format' });
});

test('nothing typed is no problem', () => {
  expect(readDate(' ', 'day')).toEqual({});
});
