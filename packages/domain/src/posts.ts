import type { AppointmentKind, Post } from '@xuanpai/contracts/values';

/** The tiers whose people are ours; the city sends its own. */
export type DispatchTier = 'district' | 'township';

/** D6: the one who leads is first secretary or, from a township, directly secretary. */
export function isLead(post: Post): boolean {
  return post !== 'deputySecretary';
}

/** D6: which posts somebody of a tier may take; only a township's cadre becomes directly secretary. */
export function postsOpenTo(tier: DispatchTier): readonly Post[] {
  return tier === 'district'
    ? ['firstSecretary', 'deputySecretary']
    : ['firstSecretary', 'secretary'];
}

/**
 * D6, clause 二（四）: district cadres are appointed (任职), township cadres attached (挂职), or
 * directly appointed (直接任职) where they become secretary.
 */
export function appointmentKindOf(tier: DispatchTier, post: Post): AppointmentKind {
  if (tier === 'district') return 'appointed';
  return post === 'secretary' ? 'direct' : 'attached';
}
