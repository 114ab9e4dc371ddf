import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import type { PolicyKey } from '../policy/keys.ts';
import { policyOn } from '../policy/policy.ts';
import { templateOf } from '../policy/template.ts';
import { workCalendar } from './calendar.ts';
import { leaveNotices } from './leave-notices.ts';
import {
  beyondDue,
  type CountedLeave,
  daysThatDiffer,
  leaveTransitions,
  whoDecides,
  workdaysByYear,
  workdaysOf,
  yearOfLeave,
} from './leaves.ts';

const day = (text: string) => text as PlainDate;
const calendar = workCalendar([
  { day: day('2016-06-09'), kind: 'holiday', name: '端午' },
  { day: day('2016-06-10'), kind: 'holiday', name: '端午' },
  { day: day('2016-06-12'), kind: 'makeUp', name: '端午' },
]);

function leave(startsOn: string, endsOn: string, more: Partial<CountedLeave> = {}): CountedLeave {
  return {
    ...{ kind: 'annualLeave', startsOn: day(startsOn), endsOn: day(endsOn) },
    ...{ startsAtNoon: false, endsAtNoon: false, state: 'approved' },
    ...more,
  };
}

test('holidays and weekends are no days of leave, worked weekend days are', () => {
  expect(workdaysOf(leave('2016-06-08', '2016-06-13'), calendar)).toBe(3);
  expect(workdaysOf(leave('2016-06-09', '2016-06-11'), calendar)).toBe(0);
});

test.each([
  ['2016-06-06', '2016-06-07', true, false, 1.5],
  ['2016-06-06', '2016-06-07', true, true, 1],
  ['2016-06-06', '2016-06-06', true, false, 0.5],
  ['2016-06-06', '2016-06-06', false, true, 0.5],
  // The half lies on a Sunday: nothing is taken off.
  ['2016-06-05', '2016-06-06', true, false, 1],
])('%s to %s, from noon %s, until noon %s', (from, to, startsAtNoon, endsAtNoon, days) => {
  expect(workdaysOf(leave(from, to, { startsAtNoon, endsAtNoon }), calendar)).toBe(days);
});

test('leave over the new year counts in both years', () => {
  const years = workdaysByYear(leave('2016-12-29', '2017-01-03'), workCalendar([]));
  expect([...years]).toEqual([
    [2016, 2],
    [2017, 2],
  ]);
});

test('what is asked for and taken adds up by kind; refused and withdrawn leave is none', () => {
  const leaves = [
    leave('2016-06-06', '2016-06-07'),
    leave('2016-07-04', '2016-07-05', { state: 'ended' }),
    leave('2016-08-01', '2016-08-01', { state: 'asked' }),
    leave('2016-09-01', '2016-09-02', { kind: 'sickLeave' }),
    leave('2016-10-10', '2016-10-11', { state: 'refused' }),
    leave('2016-11-10', '2016-11-11', { state: 'withdrawn' }),
  ];
  const year = yearOfLeave(leaves, 2016, calendar);
  expect(year).toEqual({ taken: { annualLeave: 4, sickLeave: 2 }, asked: { annualLeave: 1 } });
  expect(beyondDue(year, 'annualLeave', 5, 2016)).toBeNull();
  expect(beyondDue(year, 'annualLeave', 4.5, 2016)?.zh).toBe(
    '2016年年休假应休4.5天，连同本次5天，超出0.5天',
  );
  expect(beyondDue(year, 'annualLeave', null, 2016)).toBeNull();
});

test('the head decides up to what policy gives, the district beyond', () => {
  expect(whoDecides(3, 3)).toBe('head');
  expect(whoDecides(3.5, 3)).toBe('planner');
});

test('nothing follows a refusal, a withdrawal or an end', () => {
  const from = Object.values(leaveTransitions).map((transition) => transition.from);
  expect(new Set(from)).toEqual(new Set(['asked', 'approved']));
});

test('back two days early, two days differ; back late, the days added', () => {
  const asked = leave('2016-06-13', '2016-06-17', { endsAtNoon: true });
  const until = (last: string) => ({ ...asked, endsOn: day(last), endsAtNoon: false });
  expect(daysThatDiffer(asked, until('2016-06-15'))).toEqual(['2016-06-16', '2016-06-17']);
  expect(daysThatDiffer(asked, until('2016-06-18'))).toEqual(['2016-06-17', '2016-06-18']);
  expect(daysThatDiffer(asked, until('2016-06-12'))).toHaveLength(5);
  expect(daysThatDiffer(asked, asked)).toEqual([]);
});

test('notices of other districts are off until a batch adopts them', () => {
  const taken = { sickLeave: 20, personalLeave: 10.5 };
  expect(leaveNotices(policyOn([], day('2016-12-31')), 2016, { taken }, 2)).toEqual([]);
  const basis = { kind: 'local' as const, source: '河组发〔2016〕9号' };
  const adopted = ['attendance.leaveNotice', 'attendance.absenceNotice'].map((key) => ({
    ...{ key: key as PolicyKey, effectiveFrom: day('2016-01-01'), setAt: '', inclusive: null },
    ...{ value: true, basis },
  }));
  const policy = policyOn(adopted, day('2016-12-31'));
  const notices = leaveNotices(policy, 2016, { taken }, 1);
  expect(notices.map(({ code }) => code)).toEqual(['leave', 'absence']);
  expect(notices[0]).toMatchObject({
    basis,
    words: { zh: '2016年请假累计30.5天（病假20天、事假10.5天），超过30天' },
  });
  expect(leaveNotices(policy, 2016, { taken: { sickLeave: 30 } }, 0)).toEqual([]);
  expect(templateOf('attendance.leaveNotice').value).toBe(false);
});
