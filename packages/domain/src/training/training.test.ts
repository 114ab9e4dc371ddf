import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { matchNames } from './names.ts';
import { presenceFault, sessionFaults } from './sessions.ts';
import { trainedState } from './trained.ts';

const day = (text: string) => text as PlainDate;

describe('a session', () => {
  const faults = (startsOn: string, endsOn: string, hours: number, noon: object = {}) =>
    sessionFaults({
      ...{ startsOn: day(startsOn), endsOn: day(endsOn), startsAtNoon: false, endsAtNoon: false },
      ...{ hours, ...noon },
    }).map(({ path, code }) => `${path} ${code}`);

  test.each([
    ['2015-06-08', '2015-06-08', 6, {}, []],
    ['2015-06-08', '2015-08-07', 100, {}, []],
    ['2015-06-08', '2015-08-08', 100, {}, ['endsOn tooLong']],
    ['2015-06-08', '2015-06-07', 6, {}, ['endsOn beforeStart']],
    ['2015-06-08', '2015-06-08', 25, {}, ['hours tooManyHours']],
    ['2015-06-08', '2015-06-08', 13, { startsAtNoon: true }, ['hours tooManyHours']],
    [
      '2015-06-08',
      '2015-06-08',
      3,
      { startsAtNoon: true, endsAtNoon: true },
      ['endsAtNoon noTime'],
    ],
  ])('from %s to %s with %d hours %j: %j', (from, to, hours, noon, found) =>
    expect(faults(from, to, hours, noon)).toEqual(found),
  );

  test('who came is known from the first day on', () => {
    expect(presenceFault(day('2015-06-08'), day('2015-06-07'))?.code).toBe('ahead');
    expect(presenceFault(day('2015-06-08'), day('2015-06-08'))).toBe(null);
  });
});

test.each([
  [0, '2015-07-31', 'open', 0],
  [0, '2015-08-01', 'late', -1],
  [1, '2015-08-01', 'trained', -1],
  [0, '2015-05-20', 'open', 72],
])('with %d sessions on %s: %s, %d days left of 60', (sessions, today, state, daysLeft) => {
  const found = trainedState({ arrivedOn: day('2015-06-01'), sessions }, 60, day(today));
  expect(found).toEqual({ state, daysLeft, dueOn: '2015-07-31' });
});

test('a pasted list of names finds people, and says whom it doesn’t', () => {
  const people = ['王伟', '李  强', '欧阳修文', '张磊', '张磊', '刘洋'].map((name, at) => ({
    cadreId: String(at),
    name,
  }));
  const text = '序号\t姓名\n1\t王  伟\n2、李强\n（3）欧阳修文，张磊\n王伟\n赵六；刘 洋';
  const { found, ambiguous, unknown } = matchNames(text, people);
  expect(found.map(({ cadreId }) => cadreId)).toEqual(['0', '1', '2', '5']);
  expect(ambiguous.map(({ name, people: of }) => [name, of.length])).toEqual([['张磊', 2]]);
  expect(unknown).toEqual(['序号', '姓名', '赵六']);
});
