import { expect, test } from 'vitest';
import { policyOn, policyWith } from '../policy/policy.ts';
import { suggestTermEnd, suggestUnitEnd, type TermFacts } from './suggest.ts';

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
  expect(suggestTermEnd(given, policy)).toEqual({ outcome, grounds });
});

test('where the policy binds nobody on, who missed a target ends in the ordinary way', () => {
  const free = policyWith(policy, { 'dispatch.boundUntilDone': false });
  expect(suggestTermEnd(facts({ bindingMissed: 1 }), free).outcome).toBe('ordinary');
});

test('a unit follows its people', () => {
  expect(suggestUnitEnd(['commend', 'stay'])).toBe('stay');
  expect(suggestUnitEnd(['commend', 'commend'])).toBe('commend');
  expect(suggestUnitEnd(['commend', 'ordinary'])).toBe('ordinary');
  expect(suggestUnitEnd([])).toBe('ordinary');
});
