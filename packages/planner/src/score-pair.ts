import type { PlanCadre, ScorePart } from './model.ts';
import type { PlanIndex } from './plan-index.ts';

/**
 * Points of two people beside each other in a district-tier village; nothing while one is missing.
 * One unit; the deputy's levels above the first secretary's; how far both levels together are from
 * the district's mean. Source: the batch's policy.
 */
export function pairParts(index: PlanIndex, lead: PlanCadre, deputy: PlanCadre): ScorePart[] {
  const { weights, meanLevelSum } = index;
  const above = Math.max(0, deputy.level - lead.level);
  const parts: ScorePart[] = [
    { kind: 'pair', value: lead.unitId === deputy.unitId ? weights.sameUnit : 0 },
    { kind: 'inversion', value: weights.inversion * above, cadreId: deputy.id },
    {
      kind: 'balance',
      value: weights.balance * Math.abs(lead.level + deputy.level - meanLevelSum),
    },
  ];
  return parts.filter((part) => part.value !== 0);
}
