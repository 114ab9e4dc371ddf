import type { Month } from '@xuanpai/contracts/attendance';
import { expect, test } from 'vitest';
import type { AttendanceField } from './attendance-columns.ts';
import { compareRow, type LoggedMonth } from './attendance-compare.ts';
import { type LoggedRow, postsOf } from './attendance-match.ts';
import { readAttendanceRow } from './attendance-row.ts';
import type { ImportCell } from './import-column.ts';

const june: LoggedMonth = {
  month: '2016-06' as Month,
  faultOf: () => null,
  locked: null,
};

function logged(given: Partial<LoggedRow> = {}): LoggedRow {
  return {
    assignmentId: 'a1',
    cadreId: 'c1',
    cadreName: '高宇波',
    unitName: '区财政局',
    villageName: '古墩庄村',
    firstDay: '2016-06-01',
    lastDay: '2016-06-30',
    days: { '2016-06-04': 'rest' },
    prefilled: ['2016-06-04'],
    ...given,
  };
}

function judged(
  texts: Readonly<Record<string, string>>,
  rows: readonly LoggedRow[] = [logged()],
  about: Partial<LoggedMonth> = {},
) {
  const cells = new Map<AttendanceField, ImportCell>(
    Object.entries(texts).map(([field, text]) => [
      field as AttendanceField,
      { text, kind: text === '' ? 'empty' : 'text' },
    ]),
  );
  const { record, reader } = readAttendanceRow(cells, new Map());
  const posts = postsOf(record, { month: june.month, rows }, reader);
  const { changes } = compareRow(record, posts, { ...june, ...about }, reader);
  return {
    codes: reader.problems.map(({ field, code }) => `${field} ${code}`),
    notices: reader.notices.map(({ code }) => code),
    remedy: reader.problems[0]?.remedy?.zh,
    changes: changes.map(({ assignmentId, day, was, is }) => [assignmentId, day, was, is]),
  };
}

test('the cells that differ are changes, those that are the same none', () => {
  const days = { '2016-06-01': 'office', '2016-06-02': 'village', '2016-06-04': 'rest' };
  const row = { name: '高 宇 波', d1: '√', d2: '√', d3: '△', d4: '休' };
  expect(judged(row, [logged({ days })])).toMatchObject({
    codes: [],
    changes: [
      ['a1', '2016-06-01', 'office', 'village'],
      ['a1', '2016-06-03', null, 'village/none'],
    ],
  });
});

test('what is blank in the sheet stays as it is logged, and is said once', () => {
  const days = { '2016-06-01': 'village', '2016-06-02': 'office' };
  const found = judged({ name: '高宇波', d1: '', d2: '—' }, [logged({ days, prefilled: [] })]);
  expect(found).toMatchObject({ changes: [], notices: ['keptWhereBlank'] });
});

test('旷工 becomes 未到岗 with a notice, unless the district has confirmed it', () => {
  expect(judged({ name: '高宇波', d1: '×' })).toMatchObject({
    changes: [['a1', '2016-06-01', null, 'unaccounted']],
    notices: ['absentNotConfirmed'],
  });
  const confirmed = logged({ days: { '2016-06-01': 'absent' } });
  expect(judged({ name: '高宇波', d1: '旷' }, [confirmed])).toMatchObject({
    changes: [],
    notices: [],
  });
});

test('days outside the post are closed, 休 there says nothing', () => {
  const row = { name: '高宇波', d1: '√', d2: '休', d3: '√' };
  expect(judged(row, [logged({ firstDay: '2016-06-03' })])).toMatchObject({
    codes: ['d1 cellClosed'],
    changes: [['a1', '2016-06-03', null, 'village']],
  });
});

test('a month has only its own days', () => {
  expect(judged({ name: '高宇波', d31: '√' }).codes).toEqual(['d31 noSuchDay']);
});

test('a cell that the rules of the sheet refuse is a problem, the others are written', () => {
  const fault = {
    code: 'dayToCome',
    message: { zh: '还没有到。', en: 'Still to come.' },
    basis: null,
    remedy: null,
  };
  const faultOf: LoggedMonth['faultOf'] = ({ day }) => (day > '2016-06-28' ? fault : null);
  expect(judged({ name: '高宇波', d28: '√', d29: '√' }, [logged()], { faultOf })).toMatchObject({
    codes: ['d29 dayToCome'],
    changes: [['a1', '2016-06-28', null, 'village']],
  });
});

test('a locked sheet refuses changes, and takes what is the same', () => {
  const locked = { zh: '已报送。', en: 'Submitted.' };
  const days = { '2016-06-01': 'village' };
  expect(judged({ name: '高宇波', d1: '√' }, [logged({ days })], { locked }).codes).toEqual([]);
  expect(judged({ name: '高宇波', d1: '机' }, [logged({ days })], { locked }).codes).toEqual([
    'd1 sheetLocked',
  ]);
});

test('signs that nobody knows are all said at once, with the nearest mark', () => {
  const found = judged({ name: '高宇波', d1: '在村里', d2: '★', d3: '√' });
  expect(found.codes).toEqual(['d1 markUnknown', 'd2 markUnknown']);
  expect(found.remedy).toContain('“√”（在村）');
});

test('a slip in the name is a problem with the name that is meant', () => {
  expect(judged({ name: '高宇被', d1: '√' })).toMatchObject({
    codes: ['name cadreUnknown'],
    remedy: '是否为“高宇波”？',
    changes: [],
  });
});

test('another village than that of the post is a problem; 村 may be left out', () => {
  expect(judged({ name: '高宇波', village: '宋庄村', d1: '√' }).codes).toEqual([
    'village villageDiffers',
  ]);
  for (const village of ['古墩庄', '古墩庄村', '郑旺镇古墩庄村', '古墩庄村委会']) {
    expect(judged({ name: '高宇波', village, d1: '√' }).codes).toEqual([]);
  }
});

test('people of the same name are told apart by village, then by unit, else asked', () => {
  const other = logged({
    assignmentId: 'a2',
    cadreId: 'c2',
    villageName: '宋庄村',
    unitName: '区水利局',
  });
  const both = [logged(), other];
  const whose = (row: Readonly<Record<string, string>>) =>
    judged({ name: '高宇波', d1: '√', ...row }, both);
  expect(whose({ village: '宋庄村' }).changes[0]?.[0]).toBe('a2');
  expect(whose({ unit: '水利局' }).changes[0]?.[0]).toBe('a2');
  expect(whose({})).toMatchObject({ codes: ['name sameName'], changes: [] });
  expect(whose({}).remedy).toContain('宋庄村（区水利局）');
});

test('somebody who changes the village within the month has each day in its post', () => {
  const first = logged({ lastDay: '2016-06-14' });
  const second = logged({ assignmentId: 'a2', villageName: '宋庄村', firstDay: '2016-06-15' });
  expect(judged({ name: '高宇波', d14: '√', d15: '机' }, [first, second]).changes).toEqual([
    ['a1', '2016-06-14', null, 'village'],
    ['a2', '2016-06-15', null, 'office'],
  ]);
});
