import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { daysFrom, monthOf, weeksOf } from './month.ts';
import { monthsReckoning } from './reckoned-in.ts';

test('a day counts in its month, and in the month in which its week ends', () => {
  const days = daysFrom('2015-12-20' as PlainDate, '2017-03-10' as PlainDate);
  for (const day of days) {
    const weekEnds = ['2015-12', '2016-01', '2016-02', '2016-03', '2016-04', '2016-05']
      .concat(['2016-06', '2016-07', '2016-08', '2016-09', '2016-10', '2016-11', '2016-12'])
      .concat(['2017-01', '2017-02', '2017-03'])
      .filter((month) =>
        weeksOf(month as ReturnType<typeof monthOf>).some(
          ({ monday, sunday }) => monday <= day && day <= sunday,
        ),
      );
    expect(monthsReckoning(day), day).toEqual([...new Set([monthOf(day), ...weekEnds])]);
  }
});

test('the last Monday of May 2016 is reckoned in June', () => {
  expect(monthsReckoning('2016-05-30' as PlainDate)).toEqual(['2016-05', '2016-06']);
  expect(monthsReckoning('2016-05-29' as PlainDate)).toEqual(['2016-05']);
});
