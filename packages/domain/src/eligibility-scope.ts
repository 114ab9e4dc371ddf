import type { Finding } from '@xuanpai/contracts/nominations';
import type { Category, Rank } from '@xuanpai/contracts/values';
import { tierOfCategory } from './category-tier.ts';
import type { Nominee } from './eligibility.ts';
import type { Policy } from './policy/policy.ts';

/**
 * D1: the district tier takes section-level and excellent young cadres, the township tier members of
 * the leading body and excellent office cadres.
 */
export function fitsTier(category: Category, tier: 'district' | 'township'): boolean {
  return tierOfCategory(category) === tier;
}

/** D1, and by reading: who is named as a section-level cadre has a rank of that level. */
export function scopeFinding(
  { category, tier, rank }: Pick<Nominee, 'category' | 'tier' | 'rank'>,
  policy: Policy,
): Finding[] {
  if (!fitsTier(category, tier)) {
    const basis = policy.basis('eligibility.scope');
    return [{ code: 'categoryMismatch', weight: 'blocks', facts: { category, tier }, basis }];
  }
  const sectionLevel = policy.table<Record<Rank, boolean>>('eligibility.sectionRanks');
  if (category !== 'sectionCadre' || sectionLevel[rank]) return [];
  const basis = policy.basis('eligibility.sectionRanks');
  return [{ code: 'rankMismatch', weight: 'blocks', facts: { category, rank }, basis }];
}
