import type { PlanReport } from '@xuanpai/contracts/plan-report';
import { formatNumber } from '../../../lib/format.ts';

/** ≤30, 31–35, ≥41. */
export function bandText({ from, to }: PlanReport['ageBands'][number]): string {
  if (from === null) return `≤${to}`;
  return to === null ? `≥${from}` : `${from}–${to}`;
}

/** 60%–80%, of 0.6 to 0.8. */
export function shareBand({ from, to }: PlanReport['fit']['bands'][number]): string {
  return `${shareText(from)}–${shareText(to)}`;
}

/** 75%; a dash where there is nobody. */
export function shareText(share: number | null): string {
  return share === null ? '–' : `${formatNumber(share * 100)}%`;
}
