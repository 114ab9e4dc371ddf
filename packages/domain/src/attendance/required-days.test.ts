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
import { countDistrictMonth, plainDay, plainDays } from './testing-plain-count.ts';

describe('a district month', () => {
  it('is what a count day by day finds, by every choice of the policy', () => {
    fc.assert(
      fc.property(anyPostMonth('district'), anyValues, ({ post: one, special }, values) => {
        const found = reckonMonth(one, workCalendar(special), policyOf(values));
        const { inVillage, required, short } = found;
        expect({ inVillage, required, short }).toEqual(countDistrictMonth(one, special, values));
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves unfilled what neither the log, an approved leave nor the calendar says', () => {
    fc.assert(
      fc.property(anyPostMonth('district'), anyValues, ({ post: one, special }, values) => {
        const { unfilled, days, prefilled } = reckonMonth(
          one,
          workCalendar(special),
          policyOf(values),
        );
        for (const on of plainDays(one.month)) {
          const inPost = on >= one.firstDay && on <= one.lastDay;
          const { worked, said, leave } = plainDay(one, special, values, on);
          const known = days.get(day(on));
          expect(known !== undefined).toBe(inPost && (said || leave > 0));
          expect(prefilled.includes(day(on))).toBe(known !== undefined && !one.cells.has(day(on)));
          const open = known?.split('/').includes('none') && !known.includes('village');
          expect(unfilled.includes(day(on))).toBe(
            inPost && worked && (known === undefined || open === true),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('asks for no more when days are taken from the post or leave is added', () => {
    fc.assert(
      fc.property(anyPostMonth('district'), anyValues, ({ post: one, special }, values) => {
        const calendar = workCalendar(special);
        const policy = policyOf({ ...values, proration: 'calendarDays' });
        const asked = (changed: Partial<typeof one>) =>
          reckonMonth({ ...one, cells: new Map(), leaves: [], ...changed }, calendar, policy)
            .required;
        expect(asked({ lastDay: one.firstDay })).toBeLessThanOrEqual(asked({}));
        const whole = leaveOf('sickLeave', one.firstDay, one.lastDay);
        expect(asked({ leaves: [whole] })).toBeLessThanOrEqual(asked({}));
      }),
      { numRuns: 300 },
    );
  });
});

describe('how it says so', () => {
  const inJune = { month: month('2015-06') };
  const calendar = workCalendar([]);

  it('counts half a day of leave, typed or not, and the open half of △', () => {
    const leaves = [leaveOf('sickLeave', '2015-06-10', '2015-06-10', { startsAtNoon: true })];
    const reckon = (cells: ReturnType<typeof logged>) =>
      reckonMonth(post({ ...inJune, leaves, cells }), calendar, policyOf());
    const untouched = reckon(new Map());
    expect(untouched.days.get(day('2015-06-10'))).toBe('none/sickLeave');
    expect(untouched.unfilled).toContain('2015-06-10');
    expect(untouched.reckoning.zh).toBe('全月20天，减病假0.5天=19.5，进一为20天');
    expect(untouched.reckoning.en).toBe(
      '20 days for the whole month, less 0.5 days of sick leave = 19.5, rounded up: 20',
    );
    const triangle = reckon(logged('village/none', '2015-06-10'));
    expect([triangle.inVillage, triangle.unfilled.includes(day('2015-06-10'))]).toEqual([
      0.5,
      false,
    ]);
    expect(triangle.reckoning).toEqual(untouched.reckoning);
    // What the log says otherwise isn't leave.
    expect(reckon(logged('village', '2015-06-10')).reckoning.zh).toBe('全月20天');
  });

  it('takes nothing off for leave that isn’t approved, or of a day that isn’t worked', () => {
    const cells = logged('personalLeave', '2015-06-10', '2015-06-13');
    const leaves = [leaveOf('personalLeave', '2015-06-13')];
    const found = reckonMonth(post({ ...inJune, cells, leaves }), calendar, policyOf());
    expect(found.totals.personalLeave).toBe(2);
    expect([found.required, found.reckoning.zh]).toEqual([20, '全月20天']);
  });

  it('rounds as the policy says, and not at all without proration', () => {
    const partly = post({ ...inJune, firstDay: day('2015-06-14'), inPostFrom: day('2015-06-14') });
    const by = (values: Parameters<typeof policyOf>[0]) =>
      reckonMonth(partly, calendar, policyOf(values));
    expect(by({ rounding: 'up' }).reckoning.zh).toBe('20×17/30（在任天数）=11.33，进一为12天');
    expect(by({ rounding: 'down' }).required).toBe(11);
    expect(by({ rounding: 'nearest' }).reckoning.en).toBe(
      '20 × 17/30 days in post = 11.33, rounded: 11',
    );
    expect(by({ proration: 'workdays' }).reckoning.zh).toBe(
      '20×12/22（在任工作日）=10.91，进一为11天',
    );
    expect(by({ proration: 'none' }).reckoning.zh).toBe('全月20天');
  });

  it('never asks for less than no day', () => {
    const leaves = [leaveOf('maternityLeave', '2015-06-01', '2015-06-30')];
    const found = reckonMonth(post({ ...inJune, leaves }), calendar, policyOf());
    expect([found.required, found.short]).toEqual([0, 0]);
    expect(found.reckoning.zh).toBe('全月20天，减产假22天=-2，不低于0');
    expect(found.reckoning.en).toContain('less 22 days of maternity leave = -2, never below 0');
  });
});
