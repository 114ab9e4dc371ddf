import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { policyOn, policyWith } from './policy.ts';

test('other values stand before the policy; basis and everything else stay', () => {
  const policy = policyOn([], '2015-04-24' as PlainDate);
  const tried = policyWith(policy, { 'score.sameUnit': 0, 'score.rankBonus': { '3': 50 } });
  expect(tried.number('score.sameUnit')).toBe(0);
  expect(tried.table('score.rankBonus')).toEqual({ '3': 50 });
  expect(tried.number('score.balance')).toBe(policy.number('score.balance'));
  expect(tried.basis('score.sameUnit')).toEqual(policy.basis('score.sameUnit'));
  expect(policy.number('score.sameUnit')).toBe(60);
});
