import { gradeSchema, grades } from '@xuanpai/contracts/evaluation-words';
import { type PlainDate, staffingTypes } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { workCalendar } from '../attendance/calendar.ts';
import { policyOn } from '../policy/policy.ts';
import { limitEnd, noticeEnd, workdaysIn } from './days.ts';
import { recipientsOf } from './feedback.ts';
import { caseDueOn, isInTime, type RemedyStanding, remediesOf } from './remedies.ts';

const day = (text: string) => text as PlainDate;
const policy = policyOn([], day('2016-01-01'));
const calendar = workCalendar([
  // Spring Festival of 2016 as published.
  ...['07', '08', '09', '10', '11', '12', '13'].map((two) => ({
    ...{ day: day(`2016-02-${two}`), kind: 'holiday' as const, name: '春节' },
  })),
  { day: day('2016-02-06'), kind: 'makeUp', name: '春节' },
  { day: day('2016-02-14'), kind: 'makeUp', name: '春节' },
]);

test.each([
  // From, days, last day: weekends, month ends, a leap year, a holiday, a make-up day.
  ['2016-01-08', 30, '2016-02-14'],
  ['2016-01-07', 30, '2016-02-06'],
  ['2016-01-31', 30, '2016-03-01'],
  ['2016-01-29', 30, '2016-02-29'],
  ['2015-12-31', 15, '2016-01-15'],
  ['2016-01-01', 15, '2016-01-18'],
  ['2016-01-02', 15, '2016-01-18'],
  ['2015-01-31', 30, '2015-03-02'],
  ['2016-03-31', 60, '2016-05-30'],
])('a limit from %s of %i days ends on %s', (from, days, end) => {
  expect(limitEnd(day(from), days, calendar)).toBe(end);
});

test.each([
  ['2016-01-04', 5, '2016-01-08'],
  ['2016-01-07', 5, '2016-01-13'],
  ['2016-01-09', 5, '2016-01-15'],
  ['2016-02-03', 5, '2016-02-14'],
  ['2016-01-29', 1, '2016-01-29'],
])('a notice from %s for %i workdays runs to %s', (from, days, end) => {
  expect(noticeEnd(day(from), days, calendar)).toBe(end);
  expect(workdaysIn(day(from), day(end), calendar)).toBe(days);
});

const standing = (given: Partial<RemedyStanding>): RemedyStanding => ({
  ...{ staffingType: 'administrative', grade: 'incompetent', edition: 1 },
  ...{ toldOn: day('2016-03-01'), cases: [], ...given },
});
const kinds = (given: Partial<RemedyStanding>) =>
  remediesOf(standing(given), policy, calendar).map(({ kind, until }) => `${kind} ${until ?? '-'}`);

describe('E7: every staffing type × grade', () => {
  test.each(staffingTypes)('%s', (staffingType) => {
    for (const grade of grades) {
      const civil = ['administrative', 'civilReference'].includes(staffingType);
      const found = kinds({ staffingType, grade: gradeSchema.parse(grade) });
      if (civil && grade === 'incompetent') {
        expect(found).toEqual(['review 2016-03-31', 'appeal 2016-03-31']);
      } else if (
        staffingType === 'institution' &&
        (grade === 'basicallyQualified' || grade === 'unqualified')
      ) {
        expect(found).toEqual(['review 2016-03-31']);
      } else expect(found).toEqual(['objection -']);
    }
  });
});

test('after a review an appeal, 15 days for a civil servant, 30 for an institution', () => {
  const cases = [
    { kind: 'review', edition: 1, decidedOn: day('2016-04-08'), result: 'kept' },
  ] as const;
  expect(kinds({ cases })).toEqual(['appeal 2016-04-25']);
  expect(kinds({ cases, staffingType: 'institution', grade: 'unqualified' })).toEqual([
    'appeal 2016-05-09',
  ]);
});

test('one at a time, an appeal once, and anew against another grade', () => {
  const open = { kind: 'review', edition: 1, decidedOn: null, result: null } as const;
  const appeal = {
    kind: 'appeal',
    edition: 1,
    decidedOn: day('2016-05-03'),
    result: 'kept',
  } as const;
  const withdrawn = {
    kind: 'review',
    edition: 1,
    decidedOn: day('2016-03-10'),
    result: 'withdrawn',
  } as const;
  expect(kinds({ cases: [open] })).toEqual([]);
  expect(kinds({ cases: [appeal] })).toEqual([]);
  expect(kinds({ cases: [withdrawn] })).toEqual(['review 2016-03-31', 'appeal 2016-03-31']);
  expect(kinds({ cases: [appeal], edition: 2 })).toEqual([
    'review 2016-03-31',
    'appeal 2016-03-31',
  ]);
});

test('no time runs before the person is told', () => {
  expect(kinds({ toldOn: null })).toEqual(['review -', 'appeal -']);
  const [review] = remediesOf(standing({}), policy, calendar);
  expect(review && isInTime(review, day('2016-03-31'))).toBe(true);
  expect(review && isInTime(review, day('2016-04-01'))).toBe(false);
});

test('by when it is decided', () => {
  const askedOn = day('2016-03-01');
  const due = (kind: 'review' | 'appeal' | 'objection', extended = false) =>
    caseDueOn({ kind, askedOn, extended }, policy, calendar);
  expect([due('review'), due('appeal'), due('appeal', true), due('objection')]).toEqual([
    ...['2016-03-31', '2016-05-02', '2016-05-30'],
    null,
  ]);
});

test('E5: fed back by management authority', () => {
  expect(recipientsOf('district')).toEqual(['unit', 'organisation']);
  expect(recipientsOf('unit')).toEqual(['unit']);
  expect(recipientsOf('superior')).toEqual(['unit', 'superior']);
  expect(recipientsOf(null)).toEqual(['unit']);
});
