import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { periodsOf, reportBy } from './periods.ts';

const termOf = (startsOn: string, endsOn: string) => ({
  startsOn: startsOn as PlainDate,
  endsOn: endsOn as PlainDate,
});
const term = termOf('2015-06-01', '2017-05-31');

describe('periods of a term', () => {
  test('quarters that lie in it for half of their days', () => {
    const quarters = periodsOf(term, 'quarter');
    expect(quarters.map(({ key }) => key)).toEqual([
      '2015Q3',
      '2015Q4',
      '2016Q1',
      '2016Q2',
      '2016Q3',
      '2016Q4',
      '2017Q1',
      '2017Q2',
    ]);
    expect(quarters.filter(({ closesYear }) => closesYear).map(({ key }) => key)).toEqual([
      '2015Q4',
      '2016Q4',
      '2017Q2',
    ]);
    expect(quarters[2]).toMatchObject({ startsOn: '2016-01-01', endsOn: '2016-03-31', year: 2016 });
  });

  test('June to December 2015 is a year, January to May 2017 is none', () => {
    expect(periodsOf(term, 'year').map(({ key, endsOn }) => [key, endsOn])).toEqual([
      ['2015', '2015-12-31'],
      ['2016', '2016-12-31'],
    ]);
  });

  test('exactly half belongs to it', () => {
    // 92 days of the third quarter, 46 of them from 16 August.
    expect(periodsOf(termOf('2015-08-16', '2015-09-30'), 'quarter')).toHaveLength(1);
    expect(periodsOf(termOf('2015-08-17', '2015-09-30'), 'quarter')).toHaveLength(0);
  });

  test('a report is due some days after the period, over the end of a month', () => {
    expect(reportBy({ endsOn: '2016-06-30' as PlainDate }, 10)).toBe('2016-07-10');
    expect(reportBy({ endsOn: '2015-12-31' as PlainDate }, 10)).toBe('2016-01-10');
  });
});
