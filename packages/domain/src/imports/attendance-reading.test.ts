import { expect, test } from 'vitest';
import { attendanceRowKind, dayOfHeading, findAttendanceHeading } from './attendance-heading.ts';
import { monthOfSheet, saidMonth, townshipOfSheet } from './attendance-title.ts';

const days = Array.from({ length: 30 }, (_, at) => String(at + 1));
const marks = days.map(() => '√');

test.each([
  ['1', 1],
  ['１', 1],
  ['01', 1],
  ['31日', 31],
  ['3 号', 3],
  ['1\n三', 1],
  ['12班', 12],
  ['1（周三）', 1],
  ['32', null],
  ['0', null],
  ['三', null],
  ['在村', null],
])('the heading %j is day %s', (heading, day) => {
  expect(dayOfHeading(heading)?.day ?? null).toBe(day);
});

test.each([
  ['6月2日', { day: 2, month: 6, year: null }],
  ['6/2', { day: 2, month: 6, year: null }],
  ['6.2', { day: 2, month: 6, year: null }],
  ['2016-06-02', { day: 2, month: 6, year: 2016 }],
  ['2016年6月2日', { day: 2, month: 6, year: 2016 }],
])('the heading %j says its month', (heading, said) => {
  expect(dayOfHeading(heading)).toEqual(said);
});

test('the headings stand below title and unit, in one row', () => {
  const heading = findAttendanceHeading([
    ['郑旺镇选派干部在村工作考勤表'],
    ['填报单位：郑旺镇党委', '', '2016年6月'],
    ['序号', '村', '姓名', ...days.map((day) => `${day}日`), '在村天数', '本人签字'],
    ['', '', '', ...days.map(() => '三')],
  ]);
  expect(heading?.dataStart).toBe(3);
  expect(heading?.fields.slice(0, 5)).toEqual([null, 'village', 'name', 'd1', 'd2']);
  expect(heading?.fields.at(-1)).toBeNull();
});

test('the days may stand a row lower than the name, below 出勤情况', () => {
  const heading = findAttendanceHeading([
    ['序号', '姓名', '出勤情况'],
    ['', '', ...days],
  ]);
  expect(heading?.dataStart).toBe(2);
  expect(heading?.fields.slice(0, 4)).toEqual([null, 'name', 'd1', 'd2']);
});

test('a list of people is no attendance sheet', () => {
  expect(findAttendanceHeading([['序号', '姓名', '村', '1', '2']])).toBeNull();
});

test.each([
  ['a person', ['1', '古墩庄村', '高宇波', ...marks], 'data'],
  ['a person without marks', ['1', '古墩庄村', '高宇波'], 'data'],
  ['weekdays', ['', '', '', ...days.map(() => '三')], 'other'],
  ['weekdays and make-up days', ['', '', '', '六', '日', '班', '周一', '星期二'], 'other'],
  ['a legend', ['√在村 △半天 外因村外出 训培训 机机关 事事假 病病假'], 'other'],
  ['a legend cell by cell', ['', '', '', '√在村', '△半天', '训培训', '机机关', '事假'], 'other'],
  ['a legend with its heading', ['图例：√在村'], 'other'],
  ['totals', ['合计', '', '', '8'], 'other'],
  ['signatures', ['', '村党组织（签字）：', '', '', '组织委员：'], 'other'],
  ['the maker', ['填表人：', '', '审核人：'], 'other'],
  ['the headings again', ['序号', '村', '姓名', ...days], 'other'],
  ['an empty numbered row', ['21'], 'other'],
  ['marks without a name', ['3', '古墩庄村', '', ...marks], 'nameless'],
])('%s: %s', (_, cells, kind) => {
  const heading = findAttendanceHeading([['序号', '村', '姓名', ...days]]);
  if (!heading) throw new Error('no heading');
  expect(attendanceRowKind(cells, heading)).toBe(kind);
});

test.each([
  ['郑旺镇2016年6月考勤表', 2016, 6],
  ['2016 年 06 月', 2016, 6],
  ['2016.6', 2016, 6],
  ['2016-12', 2016, 12],
  ['考勤201606', 2016, 6],
  ['二〇一六年十二月', 2016, 12],
  ['二○一六年六月份', 2016, 6],
  ['6月份', null, 6],
  ['2016年度考勤', 2016, null],
  ['13月', null, null],
  ['考勤表', null, null],
])('%j says %s, %s', (text, year, month) => {
  expect(saidMonth(text)).toEqual({ year, month });
});

test('the month is put together from title, sheet and file', () => {
  const none = { title: '', sheetName: '', filename: '', heading: null };
  const found = (given: Partial<typeof none>) => monthOfSheet({ ...none, ...given }).month;
  expect(found({ title: '郑旺镇2016年6月考勤表' })).toBe('2016-06');
  expect(found({ title: '2016年考勤表', sheetName: '6月' })).toBe('2016-06');
  expect(found({ sheetName: '6月', filename: '郑旺镇2016年考勤.xlsx' })).toBe('2016-06');
  expect(found({ filename: '2016年6月.xlsx' })).toBe('2016-06');
  expect(monthOfSheet({ ...none, heading: { year: 2016, month: 6 } }).month).toBe('2016-06');
  expect(monthOfSheet({ ...none, sheetName: '6月', otherYear: 2016 }).month).toBe('2016-06');
  expect(monthOfSheet({ ...none, sheetName: '6月' }).unclear).toBe('notSaid');
  expect(monthOfSheet({ ...none, title: '2016年5月', sheetName: '6月' })).toEqual({
    month: null,
    unclear: 'differs',
    said: [5, 6],
  });
});

test('the township is named in title or sheet, in full or short', () => {
  const townships = [{ name: '郑旺镇' }, { name: '朝阳街道' }, { name: '汤头街道' }];
  const found = (title: string, sheetName: string) =>
    townshipOfSheet({ title, sheetName }, townships)?.name;
  expect(found('郑旺镇选派干部在村工作考勤表', 'Sheet1')).toBe('郑旺镇');
  expect(found('选派干部考勤表', '汤头')).toBe('汤头街道');
  expect(found('朝阳街道党工委', '郑旺')).toBe('朝阳街道');
  expect(found('考勤表', '6月')).toBeUndefined();
});
