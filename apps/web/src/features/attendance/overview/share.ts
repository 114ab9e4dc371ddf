import type { SheetStanding } from '@xuanpai/contracts/attendance';

type Counted = Pick<SheetStanding, 'enough' | 'cadres'>;

/** The share of cadres at or above the required days, 0 to 100; null without cadres. */
export function shareOf({ enough, cadres }: Counted): number | null {
  return cadres === 0 ? null : (enough / cadres) * 100;
}

export function formatShare(share: number | null): string {
  return share === null ? '–' : `${Math.round(share)}%`;
}

/** By township its shares, the earliest month first; a month without anybody in post is left out. */
export function trendsOf(
  months: readonly (readonly SheetStanding[])[],
): ReadonlyMap<string, readonly number[]> {
  const trends = new Map<string, number[]>();
  for (const standings of months) {
    for (const standing of standings) {
      const share = shareOf(standing);
      if (share === null) continue;
      const known = trends.get(standing.townshipId) ?? [];
      known.push(share);
      trends.set(standing.townshipId, known);
    }
  }
  return trends;
}
