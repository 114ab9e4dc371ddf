import { plainDateSchema } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { dayFaults } from '../office/day-bounds.ts';
import { earliestGiven, earliestPayment, earliestProjectMoney, earliestUse } from './earliest.ts';

const day = (text: string) => plainDateSchema.parse(text);
const batch = { date: day('2015-04-24') };
const second = { year: 2, startsOn: day('2016-06-01'), endsOn: day('2017-05-31') };
const benefit = { startsOn: day('2015-07-01') };
const today = day('2016-09-30');

test.each([
  ['paid', earliestPayment(batch), '2015-04-24', '2015-04-23', '选派通知的日期2015-04-24'],
  ['used', earliestUse(second), '2016-06-01', '2016-05-31', '这一任职年的第一天2016-06-01'],
  ['given', earliestGiven(benefit), '2015-07-01', '2015-06-30', '该项待遇的起期2015-07-01'],
  [
    ...(['project', earliestProjectMoney(batch)] as const),
    ...(['2015-01-01', '2014-12-31', '首个选派批次当年的第一天2015-01-01'] as const),
  ],
])('%s: from its first day to today', (_, earliest, first, before, told) => {
  const faults = (text: string) => dayFaults('paidOn', day(text), today, earliest);
  expect(faults(first)).toEqual([]);
  expect(faults('2016-09-30')).toEqual([]);
  expect(faults(before)).toMatchObject([{ path: 'paidOn', code: 'tooEarly' }]);
  expect(faults(before)[0]?.message.zh).toContain(told);
  expect(faults('2016-10-01')).toMatchObject([{ code: 'ahead' }]);
});

test('without a dispatch there is no first day', () => {
  expect(earliestProjectMoney(null)).toBeNull();
  expect(dayFaults('paidOn', day('1900-01-01'), today, null)).toEqual([]);
});
