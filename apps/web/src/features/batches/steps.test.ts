import type { Batch } from '@xuanpai/contracts/batches';
import type { Coverage } from '@xuanpai/contracts/coverage';
import type { PlainDate } from '@xuanpai/contracts/values';
import { policyOn } from '@xuanpai/domain/policy/policy';
import { expect, test } from 'vitest';
import { nextStep, type Standing, stepsOf } from './steps.ts';

const batch: Batch = {
  id: 'b',
  name: '第二批',
  date: '2015-04-24',
  startsOn: '2015-06-01',
  endsOn: '2017-05-31',
  issuedPlanId: null,
  documentNumber: null,
  closedOn: null,
  version: 1,
};
const counts = {
  all: 255,
  eligible: 246,
  toStudy: 0,
  accepted: 0,
  toVerify: 0,
  notEligible: 9,
  presumed: 246,
};
const standing: Standing = {
  batch,
  coverage: { villages: 189, covered: 189 } as Coverage,
  nominees: counts,
  plans: [],
};
const policy = policyOn([], '2015-04-24' as PlainDate);

test('with nine nominees to settle, that is the next step, due six days after the batch’s date', () => {
  const steps = stepsOf(standing, policy);
  expect(nextStep(steps)).toMatchObject({ name: 'nominees', dueOn: '2015-04-30' });
});

test('presumed dates don’t hold up the plan', () => {
  const nominees = { ...counts, eligible: 255, notEligible: 0, presumed: 255 };
  expect(nextStep(stepsOf({ ...standing, nominees }, policy))).toMatchObject({ name: 'plan' });
});

test('after the issue the presumed dates are what is left', () => {
  const nominees = { ...counts, eligible: 255, notEligible: 0, presumed: 255 };
  const issued = { ...batch, issuedPlanId: 'p' };
  const steps = stepsOf({ ...standing, batch: issued, nominees }, policy);
  expect(nextStep(steps)).toMatchObject({ name: 'membership' });
});

test('what the person may not read is no step', () => {
  const steps = stepsOf({ ...standing, coverage: null, plans: null }, policy);
  expect(steps.map(({ name }) => name)).toEqual(['nominees', 'membership', 'issue']);
});
