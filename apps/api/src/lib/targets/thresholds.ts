import type { PlainDate } from '@xuanpai/contracts/values';
import {
  type Adjustment,
  type Measure,
  type Threshold,
  thresholdOf,
} from '@xuanpai/domain/targets/measures';
import type { TargetFrame } from './facts.ts';
import type { StandingFacts } from './standing-facts.ts';

/** What a measure asks of a village on a day, and whether it is asked at all. */
export function thresholdsIn(
  { policyAt }: Pick<TargetFrame, 'policyAt'>,
  { adjustments }: Pick<StandingFacts, 'adjustments'>,
) {
  const known = new Map<Measure, Map<PlainDate, Threshold>>();

  function adjustmentOf(villageId: string, key: string): Adjustment | null {
    const row = adjustments.get(villageId)?.findLast(({ measureKey }) => measureKey === key);
    if (!row) return null;
    return { ...row, threshold: row.threshold === null ? null : Number(row.threshold) };
  }

  /** Without an adjustment a measure asks the same of every village: reckoned once a day. */
  function plainThreshold(measure: Measure, at: PlainDate): Threshold {
    const byDay = known.get(measure) ?? new Map<PlainDate, Threshold>();
    known.set(measure, byDay);
    const threshold = byDay.get(at) ?? thresholdOf(measure, policyAt(at), null);
    byDay.set(at, threshold);
    return threshold;
  }

  return {
    isLeftOut: (villageId: string, { key }: Measure) =>
      adjustmentOf(villageId, key)?.leftOut ?? false,
    of(villageId: string, measure: Measure, at: PlainDate): Threshold {
      const adjustment = adjustmentOf(villageId, measure.key);
      return adjustment
        ? thresholdOf(measure, policyAt(at), adjustment)
        : plainThreshold(measure, at);
    },
  };
}
