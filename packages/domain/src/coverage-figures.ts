import type { Tier } from '@xuanpai/contracts/values';
import { asksForLeadingBody, postsOf, type TierReason, type VillageFacts } from './coverage.ts';
import type { Policy } from './policy/policy.ts';

/** A village of a batch with its settled tier. */
export interface CoverageVillage extends VillageFacts {
  villageId: string;
  townshipId: string;
  tier: Tier | null;
  poor: boolean;
  reasons: readonly TierReason[];
  /** Whether a first secretary (or secretary) of ours is there on the day looked at. */
  led: boolean;
}

export type WhyMissing = 'noTier' | 'noPlace' | 'noPerson';

/** Before the issue a village counts by its tier; afterwards, and on any day, by who is there. */
export type CountBy = 'tier' | 'posts';

export interface TierCounts {
  city: number;
  district: number;
  township: number;
}

export interface CoverageFigures {
  villages: number;
  covered: number;
  byTier: TierCounts;
  places: number;
  lagging: number;
}

/**
 * Why a village isn't covered, or null where it is. D2: what the city dispatched to is covered, and
 * it is the city's people that cover it.
 */
export function whyMissing(
  village: CoverageVillage,
  policy: Policy,
  by: CountBy,
): WhyMissing | null {
  if (village.tier === null) return 'noTier';
  if (village.tier === 'city') return null;
  if (by === 'posts') return village.led ? null : 'noPerson';
  return postsOf(village.tier, policy).length === 0 ? 'noPlace' : null;
}

/** Counts villages: covered, by tier, places of ours, and lagging ones that need the leading body (D4). */
export function coverageFigures(
  villages: readonly CoverageVillage[],
  policy: Policy,
  by: CountBy,
): CoverageFigures {
  const ofTier = (tier: Tier) => villages.filter((village) => village.tier === tier).length;
  const places = villages.map(({ tier }) => postsOf(tier, policy).length);
  return {
    villages: villages.length,
    covered: villages.filter((village) => whyMissing(village, policy, by) === null).length,
    byTier: { city: ofTier('city'), district: ofTier('district'), township: ofTier('township') },
    places: places.reduce((sum, count) => sum + count, 0),
    lagging: villages.filter((village) => asksForLeadingBody(village, village.tier, policy)).length,
  };
}

export interface ReasonCount extends Pick<TierReason, 'code' | 'basis'> {
  tier: Tier;
  villages: number;
  /** Those that are poor as well, where being poor isn't the reason itself. */
  alsoPoor: number;
}

/** Villages by tier and leading reason, each village once, in the order of the tiers and reasons. */
export function countByReason(villages: readonly CoverageVillage[]): ReasonCount[] {
  const counts = new Map<string, ReasonCount>();
  for (const { tier, reasons, poor } of villages) {
    const [reason] = reasons;
    if (tier === null || !reason) continue;
    const key = `${tier} ${reason.code}`;
    const count = counts.get(key) ?? { ...reason, tier, villages: 0, alsoPoor: 0 };
    count.villages += 1;
    if (poor && reason.code !== 'poor') count.alsoPoor += 1;
    counts.set(key, count);
  }
  const order = (one: ReasonCount) => tierOrder[one.tier] * 100 + reasonOrder.indexOf(one.code);
  return [...counts.values()].sort((a, b) => order(a) - order(b));
}

const tierOrder: Record<Tier, number> = { district: 0, township: 1, city: 2 };
const reasonOrder: readonly TierReason['code'][] = [
  'communityBuilding',
  'modelSecretary',
  'weakLax',
  'poor',
  'lagging',
  'others',
  'cityDispatched',
  'override',
];
