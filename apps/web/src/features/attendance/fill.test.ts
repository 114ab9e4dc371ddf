import { expect, test } from 'vitest';
import { emptyWorkdays, habitFill, habitOf, villageFill } from './fill.ts';
import { daysFor, rowFor, sheetFor } from './testing-sheet.ts';

const where = { edits: new Map(), today: '2015-06-30' };

test('empty workdays: not weekends, not outside the post, not what is filled or typed', () => {
  const row = rowFor('a', {
    firstDay: '2015-06-03',
    lastDay: '2015-06-09',
    days: { '2015-06-04': 'village' },
  });
  const edits = new Map([['a/2015-06-05', { was: null, is: 'office' }]]);
  const found = emptyWorkdays(sheetFor([row]), { ...where, edits });
  expect(found.map(({ day }) => day)).toEqual(['2015-06-03', '2015-06-08', '2015-06-09']);
});

test('days that have not been yet are not filled in one stroke', () => {
  const found = villageFill(sheetFor([rowFor('a')]), { ...where, today: '2015-06-02' });
  expect(found).toEqual([
    { rowId: 'a', column: '2015-06-01', was: null, is: 'village' },
    { rowId: 'a', column: '2015-06-02', was: null, is: 'village' },
  ]);
});

test('of what is chosen only', () => {
  const sheet = sheetFor([rowFor('a'), rowFor('b')]);
  const among = { rowIds: ['b'], days: ['2015-06-05', '2015-06-06'] };
  expect(villageFill(sheet, where, among)).toEqual([
    { rowId: 'b', column: '2015-06-05', was: null, is: 'village' },
  ]);
});

test('a make-up weekend day is worked, a holiday is not', () => {
  const days = daysFor('2015-06', { '2015-06-06': 'makeUp', '2015-06-22': 'holiday' });
  const found = emptyWorkdays(sheetFor([rowFor('a')], { days }), where).map(({ day }) => day);
  expect(found).toContain('2015-06-06');
  expect(found).not.toContain('2015-06-22');
});

test('a habit is what was mostly done on a weekday; leave and what was not typed are none', () => {
  const row = rowFor('a', {
    days: {
      '2015-05-04': 'village',
      '2015-05-11': 'office',
      '2015-05-18': 'office',
      '2015-05-05': 'sickLeave',
      '2015-05-06': 'village',
      '2015-05-13': 'office',
      '2015-05-07': 'training',
      '2015-05-08': 'village/annualLeave',
    },
    prefilled: ['2015-05-07'],
  });
  const habit = habitOf(row, daysFor('2015-05'));
  expect([...habit]).toEqual([
    [1, 'office'],
    [3, 'office'],
  ]);
});

test('the month before fills the empty workdays, person by person', () => {
  const may = sheetFor([rowFor('x', { cadreId: 'c', days: { '2015-05-04': 'village' } })], {
    days: daysFor('2015-05'),
  });
  const june = sheetFor([
    rowFor('a', { cadreId: 'c', days: { '2015-06-08': 'training' } }),
    rowFor('b'),
  ]);
  expect(habitFill(june, may, where).map(({ rowId, column, is }) => [rowId, column, is])).toEqual([
    ['a', '2015-06-01', 'village'],
    ['a', '2015-06-15', 'village'],
    ['a', '2015-06-22', 'village'],
    ['a', '2015-06-29', 'village'],
  ]);
});
