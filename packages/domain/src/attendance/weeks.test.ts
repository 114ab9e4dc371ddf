import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendar } from './calendar.ts';
import { reckonMonth } from './reckon.ts';
import {
  anyPostMonth,
  anyValues,
  day,
  leaveOf,
  logged,
  month,
  policyOf,
  post,
} from './testing-month.ts';
import { countWeeks } from './testing-plain-count.ts';

describe('a township month', () => {
  it('is what a count day by day finds, by every choice of the policy', () => {
    fc.assert(
      fc.property(anyPostMonth('township'), anyValues, ({ post: one, special }, values) => {
        const found = reckonMonth(one, workCalendar(special), policyOf(values));
        const plain = countWeeks(one, special, values);
        const weeks = found.weeks.map(({ sunday, inVillage, required, short }) => ({
          sunday,
          inVillage,
          required,
          short,
        }));
        expect(weeks).toEqual(plain);
        const sum = (of: 'required' | 'short') => plain.reduce((all, week) => all + week[of], 0);
        expect([found.required, found.short]).toEqual([sum('required'), sum('short')]);
      }),
      { numRuns: 3000 },
    );
  });

  it('asks for what the week has left of workdays', () => {
    const values = { month: month('2015-06'), tier: 'township' as const };
    const holidays = workCalendar([
      { day: day('2015-06-22'), kind: 'holiday', name: '端午节' },
      { day: day('2015-06-23'), kind: 'holiday', name: '端午节' },
      { day: day('2015-06-24'), kind: 'holiday', name: '端午节' },
    ]);
    const leaves = [leaveOf('annualLeave', '2015-06-15', '2015-06-19')];
    const { weeks } = reckonMonth(post({ ...values, leaves }), holidays, policyOf());
    expect(weeks.map(({ required, words }) => [required, words.zh])).toEqual([
      [2, '6/1–6/7 2天'],
      [2, '6/8–6/14 2天'],
      [0, '6/15–6/21 2×0/5（工作日）=0天'],
      [1, '6/22–6/28 2×2/5（工作日）=0.8，进一为1天'],
    ]);
  });

  it('is fine with more than three days', () => {
    const cells = logged('village', '2015-06-01', '2015-06-02', '2015-06-03', '2015-06-04');
    const one = post({ month: month('2015-06'), tier: 'township', cells });
    const [week] = reckonMonth(one, workCalendar([]), policyOf()).weeks;
    expect(week).toMatchObject({ inVillage: 4, required: 2, short: 0 });
  });

  it('reads the days of the month before, from the first day in post on', () => {
    const cells = logged('village', '2016-05-30', '2016-05-31');
    const inJune = post({ month: month('2016-06'), tier: 'township', cells });
    const week = (from: string) =>
      reckonMonth({ ...inJune, inPostFrom: day(from) }, workCalendar([]), policyOf()).weeks[0];
    expect(week('2016-05-01')).toMatchObject({ inVillage: 2, required: 2, short: 0 });
    expect(week('2016-05-31')).toMatchObject({ inVillage: 1, required: 2, short: 1 });
    expect(week('2016-06-01')).toMatchObject({ inVillage: 0, required: 2, short: 2 });
    expect(week('2016-06-03')).toMatchObject({ inVillage: 0, required: 1 });
  });
});
