import type { SheetDay, SheetWeek } from '@xuanpai/contracts/attendance';
import { expect, test } from 'vitest';
import {
  calendarInWords,
  dayHeading,
  legendOf,
  monthInWords,
  pagesOf,
  postInWords,
  printedSign,
  requiredInWords,
  shortInWords,
  standingInWords,
} from './printed-sheet.ts';

function day(number: number, kind: SheetDay['kind'], name: string | null = null): SheetDay {
  return { day: `2016-06-${String(number).padStart(2, '0')}`, weekday: 3, kind, name };
}

test('a print says of which edition it is', () => {
  expect(standingInWords({ status: 'draft', revision: 0 })).toBe('草稿，未报送');
  expect(standingInWords({ status: 'returned', revision: 1 })).toBe('已退回，修改中');
  expect(standingInWords({ status: 'confirmed', revision: 2 })).toBe('第2版，区里已确认');
  expect(monthInWords('2016-06')).toBe('2016年6月');
});

test('a day is printed with its weekday, a weekend day that is worked with 班', () => {
  expect(dayHeading(day(1, 'workday'))).toEqual({ number: '1', below: '三' });
  expect(dayHeading(day(12, 'makeUp', '端午'))).toEqual({ number: '12', below: '班' });
});

test('rest days are empty unless somebody typed them', () => {
  const row = {
    days: { '2016-06-04': 'rest', '2016-06-05': 'rest', '2016-06-06': 'village/none' },
    prefilled: ['2016-06-04'],
  };
  const signs = ['2016-06-04', '2016-06-05', '2016-06-06', '2016-06-07'].map((one) =>
    printedSign(row, one),
  );
  expect(signs).toEqual(['', '休', '△', '']);
});

test('holidays are named with their days, what is worked for them too', () => {
  const days = [
    day(4, 'weekend'),
    day(9, 'holiday', '端午'),
    day(10, 'holiday', '端午'),
    day(11, 'holiday', '端午'),
    day(12, 'makeUp', '端午'),
  ];
  const daysBefore = ['2016-05-30', '2016-05-31'].map((one) => ({
    ...day(1, 'workday'),
    day: one,
  }));
  expect(calendarInWords({ days, daysBefore })).toBe(
    '灰底为周末、端午（9–11日），12日调休上班。空格为未填。镇街干部按周计算，含5月30、31日。',
  );
  const apart = [day(20, 'holiday', '端午'), day(21, 'weekend'), day(22, 'holiday', '端午')];
  expect(calendarInWords({ days: apart, daysBefore: [] })).toContain('端午（20–22日）');
  const twice = [day(1, 'holiday', '元旦'), day(2, 'workday'), day(3, 'holiday', '元旦')];
  expect(calendarInWords({ days: twice, daysBefore: [] })).toContain('元旦（1日）、元旦（3日）');
  expect(calendarInWords({ days: [day(4, 'weekend')], daysBefore: [] })).toBe(
    '灰底为周末。空格为未填。',
  );
});

test('the legend holds what stands on the sheet', () => {
  const rows = [{ days: { a: 'village/none', b: 'rest', c: 'office/sickLeave' } }];
  expect(legendOf(rows)).toBe('√ 在村　△ 在村半天　机 机关　病 病假');
});

test('who is reckoned by weeks has the days of a week', () => {
  const week = { required: 2 } as SheetWeek;
  expect(requiredInWords({ tier: 'township', required: 8, weeks: [week, week] })).toBe('周2');
  expect(requiredInWords({ tier: 'district', required: 20, weeks: [] })).toBe('20');
  expect(shortInWords({ short: 0 })).toBe('');
  expect(shortInWords({ short: 0.5 })).toBe('0.5');
  expect(postInWords({ post: 'firstSecretary', kind: 'attached' })).toBe('挂职');
  expect(postInWords({ post: 'deputySecretary', kind: 'appointed' })).toBe('副');
});

test('twenty rows are a page, and one more begins the next', () => {
  const rows = (count: number) => pagesOf(Array.from({ length: count }, (_, at) => at));
  expect(rows(0)).toEqual([[]]);
  expect(rows(20)).toHaveLength(1);
  expect(rows(21).map((page) => page.length)).toEqual([20, 1]);
});
