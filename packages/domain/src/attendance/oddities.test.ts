import { describe, expect, it } from 'vitest';
import type { PolicySetting } from '../policy/policy.ts';
import { policyOn, policyWith } from '../policy/policy.ts';
import { templateOf } from '../policy/template.ts';
import { workCalendar } from './calendar.ts';
import { daysOf } from './month.ts';
import type { PostMonth } from './post-month.ts';
import { reckonMonth } from './reckon.ts';
import { day, leaveOf, logged, month, policyOf, post, springFestival } from './testing-month.ts';

/** The oddities of dates, one test each. */

const plain = workCalendar([]);
const reckon = (given: Parameters<typeof post>[0], calendar = plain, policy = policyOf()) =>
  reckonMonth(post(given), calendar, policy);

/** A post from or to a day within its month. */
function partly(of: string, from: number, to: number, given: Partial<PostMonth> = {}) {
  const at = (number: number) => day(`${of}-${String(number).padStart(2, '0')}`);
  return {
    month: month(of),
    firstDay: at(from),
    lastDay: at(to),
    ...(from > 1 ? { inPostFrom: at(from) } : {}),
    ...given,
  };
}

describe('district cadres', () => {
  it('a term begins within the month', () => {
    const found = reckon(partly('2015-06', 15, 30));
    expect(found.reckoning.zh).toBe('20×16/30（在任天数）=10.67，进一为11天');
    expect(found.unfilled[0]).toBe('2015-06-15');
    expect(found.days.has(day('2015-06-14'))).toBe(false);
  });

  it('a term ends within the month', () => {
    const found = reckon(partly('2017-05', 1, 20));
    expect(found.reckoning.zh).toBe('20×20/31（在任天数）=12.9，进一为13天');
    expect([...found.days.keys()].at(-1)).toBe('2017-05-20');
    expect(found.unfilled.at(-1)).toBe('2017-05-19');
  });

  it('a term begins on a Saturday that ends the month', () => {
    const found = reckon(partly('2015-10', 31, 31));
    expect([found.required, found.unfilled]).toEqual([1, []]);
    expect(found.shortMonth?.zh).toBe(
      '在任期间工作日0天，少于1天；按政策仍按规定天数，应到1天。法定节假日不要求在村。',
    );
    const capped = reckon(partly('2015-10', 31, 31), plain, policyOf({ shortMonth: 'cap' }));
    expect([capped.required, capped.reckoning.zh]).toEqual([
      0,
      '20×1/31（在任天数）=0.65，进一为1天，以工作日0天为限',
    ]);
  });

  it('one replaces another within the month: together they are asked for no less than one', () => {
    const [left, came] = [reckon(partly('2015-06', 1, 17)), reckon(partly('2015-06', 18, 30))];
    expect([left.required, came.required]).toEqual([12, 9]);
    const cells = [...left.days.keys(), ...came.days.keys()];
    expect(new Set(cells).size).toBe(cells.length);
    const all = [...left.unfilled, ...came.unfilled];
    expect(all).toEqual(daysOf(month('2015-06')).filter(plain.isWorkday));
  });

  it('two swap townships within the month: each day on one sheet, in the village of that day', () => {
    const worked = daysOf(month('2015-06')).filter(plain.isWorkday);
    const cells = logged('village', ...worked);
    const [first, second] = [
      reckon(partly('2015-06', 1, 14, { cells })),
      reckon(partly('2015-06', 15, 30, { cells })),
    ];
    expect([first.inVillage, second.inVillage]).toEqual([10, 12]);
    expect(first.inVillage + second.inVillage).toBe(worked.length);
    expect([first.short, second.short]).toEqual([0, 0]);
  });

  it('batches overlap: the days of each are asked for by its own policy', () => {
    const [older, newer] = [
      reckon(partly('2017-05', 1, 14), plain, policyOf({ districtDays: 15 })),
      reckon(partly('2017-05', 15, 31), plain, policyOf({ districtDays: 20 })),
    ];
    expect(older.reckoning.zh).toBe('15×14/31（在任天数）=6.77，进一为7天');
    expect(newer.reckoning.zh).toBe('20×17/31（在任天数）=10.97，进一为11天');
  });

  it('29 February is a day in post', () => {
    expect(reckon(partly('2016-02', 15, 29)).reckoning.zh).toBe(
      '20×15/29（在任天数）=10.34，进一为11天',
    );
    expect(reckon(partly('2015-02', 15, 28)).reckoning.zh).toBe('20×14/28（在任天数）=10');
  });

  it('the Spring Festival leaves 18 workdays: kept as written, or capped', () => {
    const kept = reckon({ month: month('2016-02') }, springFestival);
    expect([kept.required, kept.unfilled.length]).toEqual([20, 18]);
    expect(kept.shortMonth?.zh).toBe(
      '当月工作日18天，少于20天；按政策仍按规定天数，应到20天。法定节假日不要求在村。',
    );
    const capped = reckon(
      { month: month('2016-02') },
      springFestival,
      policyOf({ shortMonth: 'cap' }),
    );
    expect([capped.required, capped.reckoning.zh]).toEqual([18, '全月20天，以工作日18天为限']);
    expect(capped.shortMonth?.en).toContain('capped at workdays: 18 required');
  });

  it('the Spring Festival with leave: leave lessens the days asked for and the cap', () => {
    const leaves = [
      leaveOf('familyLeave', '2016-02-04', '2016-02-15', { endsAtNoon: true }),
      leaveOf('annualLeave', '2016-02-16', '2016-02-17'),
    ];
    // Worked and on leave: 4, 5, 6, 14, half of 15, 16, 17.
    const one = { month: month('2016-02'), leaves };
    const kept = reckon(one, springFestival);
    expect(kept.reckoning.zh).toBe('全月20天，减探亲假4.5天、年休假2天=13.5，进一为14天');
    const capped = reckon(one, springFestival, policyOf({ shortMonth: 'cap' }));
    expect(capped.reckoning.zh).toBe(
      '全月20天，减探亲假4.5天、年休假2天=13.5，进一为14天，以工作日11.5天为限',
    );
    expect(capped.required).toBe(11);
    // Without proration leave takes nothing off, and still leaves fewer days to be there.
    const whole = policyOf({ shortMonth: 'cap', proration: 'none' });
    expect(reckon(one, springFestival, whole).required).toBe(11);
  });

  it('days worked in the village at the weekend and on holidays count', () => {
    const cells = logged('village', '2016-02-06', '2016-02-07', '2016-02-20');
    expect(reckon({ month: month('2016-02'), cells }, springFestival).inVillage).toBe(3);
  });
});

describe('township cadres', () => {
  const township = { tier: 'township' as const };

  it('a term begins on a Thursday: that week asks for its two workdays', () => {
    const { weeks } = reckon(partly('2015-06', 18, 30, township));
    expect(weeks.map(({ sunday, required }) => [sunday, required])).toEqual([
      ['2015-06-21', 1],
      ['2015-06-28', 2],
    ]);
  });

  it('a term ends before its week does: the last days are reckoned where it ends', () => {
    const end = { ...township, inPostTo: day('2017-05-31') };
    const cells = logged('village', '2017-05-29', '2017-05-31');
    const { weeks } = reckon({ month: month('2017-05'), ...end, cells });
    expect(weeks.at(-1)).toMatchObject({
      monday: '2017-05-29',
      sunday: '2017-06-04',
      inVillage: 2,
      required: 2,
      short: 0,
    });
    // Where the post goes on, the next month reckons them.
    const goesOn = reckon({ month: month('2017-05'), ...township, cells });
    expect(goesOn.weeks.at(-1)?.sunday).toBe('2017-05-28');
  });

  it('one replaces another in the middle of a week', () => {
    const left = reckon(partly('2015-06', 1, 17, { ...township, inPostTo: day('2015-06-17') }));
    const came = reckon(partly('2015-06', 18, 30, township));
    expect(left.weeks.at(-1)).toMatchObject({ sunday: '2015-06-21', required: 2 });
    expect(came.weeks[0]).toMatchObject({ sunday: '2015-06-21', required: 1 });
  });

  it('a week of the Spring Festival asks for its one workday’s share, and the next for more', () => {
    const { weeks } = reckon({ month: month('2016-02'), ...township }, springFestival);
    expect(weeks.map(({ sunday, required }) => [sunday, required])).toEqual([
      // Six workdays: still two.
      ['2016-02-07', 2],
      ['2016-02-14', 1],
      ['2016-02-21', 2],
      ['2016-02-28', 2],
    ]);
  });

  it('a week over the new year belongs to January', () => {
    const holiday = workCalendar([{ day: day('2016-01-01'), kind: 'holiday', name: '元旦' }]);
    const cells = logged('village', '2015-12-30', '2015-12-31');
    const january = reckon({ month: month('2016-01'), ...township, cells }, holiday);
    expect(january.weeks[0]).toMatchObject({ monday: '2015-12-28', inVillage: 2, required: 2 });
    expect(january.inVillage).toBe(0);
    const december = reckon({ month: month('2015-12'), ...township, cells }, holiday);
    expect([december.weeks.at(-1)?.sunday, december.inVillage]).toEqual(['2015-12-27', 2]);
  });

  it('a week with 29 February belongs to March', () => {
    const cells = logged('village', '2016-02-29', '2016-03-01');
    const { weeks } = reckon({ month: month('2016-03'), ...township, cells });
    expect(weeks[0]).toMatchObject({ monday: '2016-02-29', inVillage: 2, short: 0 });
  });
});

describe('a policy that changes in mid-term', () => {
  const setting = (value: number, from: string, setAt: string): PolicySetting => ({
    key: 'attendance.districtDays',
    effectiveFrom: day(from),
    setAt,
    value,
    inclusive: true,
    basis: templateOf('attendance.districtDays').basis,
  });
  const settings = [
    setting(20, '2015-04-24', '2015-04-24T00:00:00Z'),
    setting(18, '2016-01-01', '2015-12-20T00:00:00Z'),
  ];
  const asked = (of: string) =>
    reckon({ month: month(of) }, plain, policyOn(settings, day(`${of}-01`))).required;

  it('asks each month by what was in force on its first day', () => {
    expect([asked('2015-12'), asked('2016-01'), asked('2016-02')]).toEqual([20, 18, 18]);
  });

  it('lets an errand count from the month on in which it is switched', () => {
    const cells = logged('errand', '2016-01-05');
    const before = policyOn([], day('2015-12-01'));
    const after = policyWith(before, { 'attendance.errandCounts': false });
    expect(reckon({ month: month('2016-01'), cells }, plain, before).inVillage).toBe(1);
    expect(reckon({ month: month('2016-01'), cells }, plain, after).inVillage).toBe(0);
  });
});
