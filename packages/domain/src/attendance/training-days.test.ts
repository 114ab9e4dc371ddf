import { describe, expect, test } from 'vitest';
import { workCalendar } from './calendar.ts';
import { cellOn } from './post-month.ts';
import { cell, day, leaveOf, logged, springFestival } from './testing-month.ts';
import { daysOfSession, lengthOfSession, type SessionDays } from './training-days.ts';

const session = (startsOn: string, endsOn = startsOn, noon: Partial<SessionDays> = {}) => ({
  ...{ startsOn: day(startsOn), endsOn: day(endsOn), startsAtNoon: false, endsAtNoon: false },
  ...noon,
});

test.each([
  [session('2015-06-08'), 1],
  [session('2015-06-08', '2015-06-10'), 3],
  [session('2015-06-08', '2015-06-10', { startsAtNoon: true }), 2.5],
  [session('2015-06-08', '2015-06-10', { startsAtNoon: true, endsAtNoon: true }), 2],
  [session('2015-06-08', '2015-06-08', { endsAtNoon: true }), 0.5],
])('a session %j lasts %d days', (one, days) => expect(lengthOfSession(one)).toBe(days));

describe('a cell of a day in training', () => {
  const none = workCalendar([]);
  const on = (one: SessionDays, at: string, given: Partial<Parameters<typeof cellOn>[0]> = {}) =>
    cellOn(
      { cells: new Map(), leaves: [], trainings: daysOfSession(one), ...given },
      day(at),
      none,
    );

  test('says so by itself, and the days around it say nothing', () => {
    const one = session('2015-06-08', '2015-06-09', { endsAtNoon: true });
    expect(on(one, '2015-06-05')).toBe(null);
    expect(on(one, '2015-06-08')).toBe('training');
    expect(on(one, '2015-06-09')).toBe('training/none');
    expect(on(one, '2015-06-10')).toBe(null);
  });

  test('never writes over what was typed', () => {
    const one = session('2015-06-08');
    expect(on(one, '2015-06-08', { cells: logged('village', '2015-06-08') })).toBe('village');
  });

  test('stands on a Saturday and a holiday too, the other half of it is a rest', () => {
    expect(on(session('2015-06-13'), '2015-06-13')).toBe('training');
    const half = session('2015-06-13', '2015-06-13', { startsAtNoon: true });
    expect(on(half, '2015-06-13')).toBe('rest/training');
    const trainings = daysOfSession(session('2016-02-09'));
    const holiday = { cells: new Map(), leaves: [], trainings };
    expect(cellOn(holiday, day('2016-02-09'), springFestival)).toBe('training');
  });

  test('comes before leave that was approved; the other half is leave', () => {
    const half = session('2015-06-08', '2015-06-08', { endsAtNoon: true });
    const leaves = [leaveOf('sickLeave', '2015-06-08')];
    expect(on(half, '2015-06-08', { leaves })).toBe(cell('training/sickLeave'));
  });
});
