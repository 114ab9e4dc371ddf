import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, it } from 'vitest';
import { readFigureHeadings } from './figure-headings.ts';

const on = '2015-04-24' as PlainDate;
const read = (heading: string) => readFigureHeadings(new Map([['operatingIncome', heading]]), on);

describe('headings of yearly figures', () => {
  it('say the year and the unit', () => {
    expect(read('2014年村集体经营性收入（万元）')).toEqual({
      units: { operatingIncome: 'tenThousandYuan' },
      years: { operatingIncome: 2014 },
      problems: [],
      notices: [],
    });
    expect(read('2013年集体收入(元)')).toMatchObject({
      units: { operatingIncome: 'yuan' },
      years: { operatingIncome: 2013 },
    });
  });

  it('are taken for the last full year where they name none, and say so', () => {
    const { years, problems, notices } = read('村集体收入(万元)');
    expect(years).toEqual({ operatingIncome: 2014 });
    expect(problems).toEqual([]);
    expect(notices).toMatchObject([{ field: 'operatingIncome', code: 'yearAssumed' }]);
  });

  it('are refused without a unit: 3 and 30000 may be the same money', () => {
    expect(read('2014年村集体收入').problems).toMatchObject([{ code: 'unitMissing' }]);
  });
});
