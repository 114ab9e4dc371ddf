import type { PlanCadre, ScorePart } from './model.ts';
import type { PlanIndex } from './plan-index.ts';

/**
 * Points of two people beside each other in a district-tier village; nothing while one is missing.
 * One unit; the deputy's levels above the first secretary's; how far both levels together are from
 * the district's mean. Source: the batch's policy.
 */
export function pairParts(index: PlanIndex, lead: PlanCadre, deputy: PlanCadre): ScorePart[] {
  const levels = levelPoints(index, lead.level, deputy.level);
  const parts: ScorePart[] = [
    { kind: 'pair', value: lead.unitId === deputy.unitId ? index.weights.sameUnit : 0 },
    { kind: 'inversion', value: levels.inversion, cadreId: deputy.id },
    { kind: 'balance', value: levels.balance },
  ];
  return parts.filter((part) => part.value !== 0);
}

/** What the levels of two people side by side are worth, whoever they are. */
export function levelPoints({ weights, meanLevelSum }: PlanIndex, lead: number, deputy: number) {
  return {
    inversion: weights.inversion * Math.max(0, deputy - lead),
    balance: weights.balance * Math.abs(lead + deputy - meanLevelSum),
  };
}
