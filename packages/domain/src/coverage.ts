import type { Basis } from '@xuanpai/contracts/problems';
import {
  type PlainDate,
  type Post,
  type Tier,
  type VillageKind,
  villageKinds,
} from '@xuanpai/contracts/values';
import { fenOf } from './office/money.ts';
import { atMost, type Policy } from './policy/policy.ts';

/** What decides who dispatches to a village. `income` is yuan of the last full year as the API writes it. */
export interface VillageFacts {
  kinds: readonly VillageKind[];
  cityDispatched: boolean;
  income: string | null;
}

export type TierReasonCode =
  | 'cityDispatched'
  | 'communityBuilding'
  | 'modelSecretary'
  | 'weakLax'
  | 'poor'
  | 'lagging'
  | 'others'
  | 'override';

/** Why a village belongs to a tier, with the rule's basis. */
export interface TierReason {
  code: TierReasonCode;
  basis: Basis;
}

/** `tier` is null where the facts don't settle it: no kind and no income known. */
export interface TierProposal {
  tier: Tier | null;
  poor: boolean;
  reasons: TierReason[];
}

/** The figures of the year that counts for a batch: the last full one before its date with an income. */
export function incomeOf<Year extends { year: number; operatingIncome: string | null }>(
  years: readonly Year[],
  batchDate: PlainDate,
): Year | null {
  const ofBatch = Number(batchDate.slice(0, 4));
  const full = years.filter((one) => one.operatingIncome !== null && one.year < ofBatch);
  return full.sort((a, b) => b.year - a.year)[0] ?? null;
}

/**
 * D3: a village is poor (经济薄弱) when its collective operating income of a year is at most the
 * policy's limit; the limit itself belongs to it where the policy says so. Unknown income isn't poor.
 */
export function isPoor(income: string | null, policy: Policy): boolean {
  if (income === null) return false;
  const { value, inclusive } = policy.bound('dispatch.poorLimit');
  return atMost(fenOf(income), { value: Math.round(value * 100), inclusive });
}

/**
 * Who dispatches to a village, and why: every reason that applies, the first one leading.
 * - D2: what the city dispatched to counts as covered, and the district adds nobody.
 * - D3: the district tier covers the kinds that the policy names, and poor villages.
 * - D2: all others go to their township; D4: a lagging one among them to the leading body.
 */
export function proposeTier(village: VillageFacts, policy: Policy): TierProposal {
  const poor = isPoor(village.income, policy);
  if (village.cityDispatched) {
    const reason = { code: 'cityDispatched', basis: policy.basis('dispatch.cityCovers') } as const;
    return { tier: 'city', poor, reasons: [reason] };
  }
  const district = districtReasons(village.kinds, poor, policy);
  if (district.length > 0) return { tier: 'district', poor, reasons: district };
  if (village.income === null) return { tier: null, poor, reasons: [] };
  return { tier: 'township', poor, reasons: [townshipReason(village.kinds, policy)] };
}

/** The kinds of village that the district tier covers (D3), in the order of the notice. */
export function districtKinds(policy: Policy): VillageKind[] {
  const named = policy.table<Record<VillageKind, boolean>>('dispatch.districtKinds');
  return villageKinds.filter((kind) => named[kind]);
}

function districtReasons(
  kinds: readonly VillageKind[],
  poor: boolean,
  policy: Policy,
): TierReason[] {
  const basis = policy.basis('dispatch.districtKinds');
  const reasons = districtKinds(policy)
    .filter((kind) => kinds.includes(kind))
    .map((code): TierReason => ({ code, basis }));
  if (poor) reasons.push({ code: 'poor', basis: policy.basis('dispatch.poorLimit') });
  return reasons;
}

function townshipReason(kinds: readonly VillageKind[], policy: Policy): TierReason {
  return kinds.includes('lagging')
    ? { code: 'lagging', basis: policy.basis('dispatch.laggingNeedsLeadingBody') }
    : { code: 'others', basis: policy.basis('dispatch.townshipRest') };
}

/** The tier that counts: the planner's where one was set by hand (with a reason), else the proposal. */
export function settledTier(
  proposal: TierProposal,
  override: Tier | null,
  policy: Policy,
): Pick<TierProposal, 'tier' | 'reasons'> {
  if (override === null || override === proposal.tier) return proposal;
  const reason: TierReason = { code: 'override', basis: policy.basis('dispatch.override') };
  return { tier: override, reasons: [reason, ...proposal.reasons] };
}

/** Posts to fill in a village (D2, D6), the leading one first: none where the city dispatches. */
export function postsOf(tier: Tier | null, policy: Policy): Post[] {
  const most: Post[] = ['firstSecretary', 'deputySecretary'];
  switch (tier) {
    case 'district':
      return most.slice(0, policy.number('dispatch.districtPerVillage'));
    case 'township':
      return most.slice(0, policy.number('dispatch.townshipPerVillage'));
    case 'city':
    case null:
      return [];
  }
}

/** D4: in the township tier a lagging village takes a member of the leading body. */
export function asksForLeadingBody(
  village: Pick<VillageFacts, 'kinds'>,
  tier: Tier | null,
  policy: Policy,
): boolean {
  return (
    tier === 'township' &&
    village.kinds.includes('lagging') &&
    policy.isOn('dispatch.laggingNeedsLeadingBody')
  );
}
