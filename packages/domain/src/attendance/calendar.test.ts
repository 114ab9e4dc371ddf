import { describe, expect, it } from 'vitest';
import { workCalendar } from './calendar.ts';
import { daysOf } from './month.ts';
import { day, month, springFestival } from './testing-month.ts';

describe('the calendar', () => {
  it('works on weekdays where nothing else is said', () => {
    const plain = workCalendar([]);
    const worked = daysOf(month('2015-06')).filter(plain.isWorkday);
    expect(worked.length).toBe(22);
    expect(plain.describe(day('2015-06-06'))).toEqual({
      day: '2015-06-06',
      weekday: 6,
      kind: 'weekend',
      name: null,
    });
  });

  it('is off on holidays, and works on the days made up for them', () => {
    expect(springFestival.describe(day('2016-02-06'))).toEqual({
      day: '2016-02-06',
      weekday: 6,
      kind: 'makeUp',
      name: '春节',
    });
    expect(springFestival.describe(day('2016-02-08')).kind).toBe('holiday');
    expect(springFestival.describe(day('2016-02-07'))).toMatchObject({
      weekday: 7,
      kind: 'holiday',
    });
    const worked = daysOf(month('2016-02')).filter(springFestival.isWorkday);
    expect(worked.length).toBe(18);
    expect(worked).toContain('2016-02-14');
    expect(worked).not.toContain('2016-02-13');
  });
});
