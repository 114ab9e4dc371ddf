import { expect, test } from 'vitest';
import { policyOn, policyWith } from '../policy/policy.ts';
import { suggestTermEnd, suggestUnitEnd, type TermFacts, termDueFrom } from './suggest.ts';

const policy = policyOn([], '2017-05-31' as never);
const facts = (more: Partial<TermFacts> = {}): TermFacts => ({
  ...{ termGrade: 'excellent', bindingMissed: 0, findingsOpen: 0, ...more },
});

test.each([
  [facts(), 'commend', ['bindingReached', 'termExcellent']],
  [facts({ findingsOpen: 1 }), 'ordinary', ['bindingReached', 'termExcellent', 'findingsOpen']],
  [facts({ termGrade: 'qualified' }), 'ordinary', ['bindingReached', 'termNotExcellent']],
  [facts({ termGrade: null }), 'ordinary', ['bindingReached', 'noTermGrade']],
  [facts({ bindingMissed: 2 }), 'stay', ['bindingMissed', 'termExcellent']],
] as const)('%o → %s', (given, outcome, grounds) => {
  const told = suggestTermEnd(given, policy);
  expect([told.outcome, told.grounds.map(({ ground }) => ground)]).toEqual([outcome, grounds]);
});

test('where the policy binds nobody on, who missed a target ends in the ordinary way', () => {
  const free = policyWith(policy, { 'dispatch.boundUntilDone': false });
  expect(suggestTermEnd(facts({ bindingMissed: 1 }), free).outcome).toBe('ordinary');
});

test.each([
  ['dispatch.commendExcellent', { termGrade: 'qualified' }],
  ['dispatch.commendFindings', { findingsOpen: 1 }],
  ['dispatch.commendTargets', { bindingMissed: 1 }],
] as const)('without %s commendation doesn’t ask for it', (key, less) => {
  const asking = policyWith(policy, { 'dispatch.boundUntilDone': false });
  const free = policyWith(asking, { [key]: false });
  expect(suggestTermEnd(facts(less), asking).outcome).toBe('ordinary');
  const told = suggestTermEnd(facts(less), free);
  expect(told.outcome).toBe('commend');
  // What isn't asked for has no basis, and what is has the policy's.
  expect(told.grounds.filter(({ basis }) => basis === null)).toHaveLength(1);
  // Nobody is commended before the evaluation.
  expect(suggestTermEnd(facts({ termGrade: null }), free).outcome).toBe('ordinary');
});

test('it is dealt with as early as the policy warns', () => {
  expect(termDueFrom('2017-05-31' as never, policy)).toBe('2017-03-02');
});

test('a unit follows its people', () => {
  expect(suggestUnitEnd(['commend', 'stay'])).toBe('stay');
  expect(suggestUnitEnd(['commend', 'commend'])).toBe('commend');
  expect(suggestUnitEnd(['commend', 'ordinary'])).toBe('ordinary');
  expect(suggestUnitEnd([])).toBe('ordinary');
});
