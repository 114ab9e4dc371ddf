import type { AppraisalState } from '@xuanpai/contracts/appraisals';
import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { policyOn } from '../policy/policy.ts';
import {
  actsOnAppraisal,
  appraisalDueOn,
  periodToAppraise,
  signableFrom,
  waitingAppraisals,
} from './appraisals.ts';

const day = (text: string) => text as PlainDate;
const period = { key: '2015Q3', startsOn: day('2015-07-01'), endsOn: day('2015-09-30') };
const standing = {
  state: 'submitted' as AppraisalState,
  ownWriting: false,
  period,
  to: period.endsOn,
};
const officer = (permission: string) => permission === 'appraisals.write';
const head = (permission: string) => permission === 'appraisals.sign';

test.each([
  ['missing', ['write'], []],
  ['draft', ['write', 'submit', 'discard'], []],
  ['submitted', ['withdraw'], ['return', 'sign']],
  ['signed', ['correct'], []],
] as const)('%s: what the officer and the head do', (state, ofOfficer, ofHead) => {
  const one = { ...standing, state };
  expect(actsOnAppraisal(one, officer, day('2015-10-08'))).toEqual(ofOfficer);
  expect(actsOnAppraisal(one, head, day('2015-10-08'))).toEqual(ofHead);
  expect(actsOnAppraisal(one, () => false, day('2015-10-08'))).toEqual([]);
});

test('nobody signs before the period is over, or what they wrote themselves', () => {
  expect(actsOnAppraisal(standing, head, day('2015-09-29'))).toEqual(['return']);
  expect(actsOnAppraisal(standing, head, day('2015-09-30'))).toEqual(['return', 'sign']);
  const own = { ...standing, ownWriting: true };
  expect(actsOnAppraisal(own, head, day('2015-10-08'))).toEqual(['return']);
});

test('who left in the period is appraised from that day on', () => {
  const left = { ...standing, to: day('2015-08-14') };
  expect(signableFrom(period, left.to)).toBe('2015-08-14');
  expect(actsOnAppraisal(left, head, day('2015-08-14'))).toContain('sign');
});

test('nothing is written of a period that has not begun', () => {
  const one = { ...standing, state: 'missing' as const };
  expect(actsOnAppraisal(one, officer, day('2015-06-30'))).toEqual([]);
  expect(actsOnAppraisal(one, officer, day('2015-07-01'))).toEqual(['write']);
});

test('due some days after the period by policy', () => {
  expect(appraisalDueOn(period, policyOn([], day('2015-09-30')))).toBe('2015-10-20');
});

test('the period looked at is the latest that is over, else the first', () => {
  const next = { key: '2015Q4', startsOn: day('2015-10-01'), endsOn: day('2015-12-31') };
  const of = (today: string) => periodToAppraise([period, next], day(today))?.key;
  expect(['2015-08-01', '2015-09-30', '2015-10-01', '2016-01-01'].map(of)).toEqual([
    '2015Q3',
    '2015Q3',
    '2015Q3',
    '2015Q4',
  ]);
  expect(periodToAppraise([], day('2015-08-01'))).toBeNull();
});

test('officer and head are told of periods that are over', () => {
  const dueOn = day('2015-10-20');
  const open = [{ period, dueOn, toWrite: 3, toSign: 2 }];
  expect(waitingAppraisals(open, officer, day('2015-10-01'))).toEqual([
    { code: 'writeAppraisals', counts: { people: 3 }, dueOn, period: '2015Q3' },
  ]);
  expect(waitingAppraisals(open, head, day('2015-10-01'))).toEqual([
    { code: 'signAppraisals', counts: { people: 2 }, dueOn, period: '2015Q3' },
  ]);
  expect(waitingAppraisals(open, officer, day('2015-09-30'))).toEqual([]);
  const settled = [{ period, dueOn, toWrite: 0, toSign: 0 }];
  expect(waitingAppraisals(settled, () => true, day('2015-10-01'))).toEqual([]);
});
