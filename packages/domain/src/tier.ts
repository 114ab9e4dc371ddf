import type { PlainDate, Tier, VillageKind } from '@xuanpai/contracts/values';
import { fenOf } from './office/money.ts';
import { atMost, type Policy } from './policy/policy.ts';

/** What the tier of a village follows from; `income` is the village's collective operating income, yuan a year. */
export interface VillageFacts {
  kinds: readonly VillageKind[];
  cityDispatched: boolean;
  income: string | null;
}

/** D3: the kinds that the district tier must cover, whatever the income. */
export const districtKinds = [
  'communityBuilding',
  'modelSecretary',
  'weakLax',
] as const satisfies readonly VillageKind[];

/**
 * D3 (二(二)): a village is economically weak when its collective operating income of a year is at
 * most the policy's limit (`dispatch.poorLimit`, yuan). An unknown income isn't.
 */
export function isPoor(income: string | null, policy: Policy): boolean {
  if (income === null) return false;
  const { value, inclusive } = policy.bound('dispatch.poorLimit');
  return atMost(fenOf(income), { value: Math.round(value * 100), inclusive });
}

/**
 * D2, D3 (二(二)): who dispatches to a village. The city where it does; the district where the
 * village has a kind that it must cover, or is poor; the township everywhere else. Null where only
 * the income could tell and it isn't known.
 */
export function proposeTier(facts: VillageFacts, policy: Policy): Tier | null {
  if (facts.cityDispatched) return 'city';
  if (facts.kinds.some((kind) => districtKinds.some((district) => district === kind))) {
    return 'district';
  }
  if (facts.income === null) return null;
  return isPoor(facts.income, policy) ? 'district' : 'township';
}

/** The figures of a village's years that count for a batch: the last full year before its date that has an income. */
export function incomeOf<Year extends { year: number; operatingIncome: string | null }>(
  years: readonly Year[],
  batchDate: PlainDate,
): Year | null {
  const full = years.filter(
    ({ year, operatingIncome }) => operatingIncome !== null && year < yearOf(batchDate),
  );
  return full.sort((a, b) => b.year - a.year)[0] ?? null;
}

/** The first year that isn't over on a batch's date. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}
