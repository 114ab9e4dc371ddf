import type { Finding } from '@xuanpai/contracts/nominations';
import type { Category, PlainDate } from '@xuanpai/contracts/values';
import type { Nominee } from './eligibility.ts';
import { ageOn } from './office/plain-date.ts';
import type { SwitchKey } from './policy/keys.ts';
import { atMost, type Policy } from './policy/policy.ts';

const switchOf: Partial<Record<Category, SwitchKey>> = {
  officeCadre: 'eligibility.ageForOfficeCadres',
  youngCadre: 'eligibility.ageForYoungCadres',
};

/**
 * D5: excellent office cadres are generally at most 40, and by reading so are excellent young cadres.
 * "Generally": who is older is studied, and a planner may accept with a reason.
 */
export function ageFinding(
  { category, bornOn }: Pick<Nominee, 'category' | 'bornOn'>,
  policy: Policy,
  on: PlainDate,
): Finding[] {
  const key = switchOf[category];
  if (key === undefined || !policy.isOn(key)) return [];
  const age = ageOn(bornOn, on);
  const limit = policy.bound('eligibility.ageLimit');
  if (atMost(age, limit)) return [];
  const facts = { age, limit: limit.value, on, bornOn, category };
  return [{ code: 'overAge', weight: 'study', facts, basis: policy.basis(key) }];
}
